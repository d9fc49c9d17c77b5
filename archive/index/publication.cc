// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/index/publication.h"

#include "archive/base/error.h"
#include "archive/base/folders.h"
#include "archive/base/memory.h"
#include "archive/index/article_codec.h"
#include "archive/index/change_list.h"
#include "archive/index/index_folder.h"
#include "archive/index/merge_choice.h"
#include "archive/index/schema.h"
#include "archive/index/segment_build.h"
#include "archive/index/sweep.h"

#include <fmt/format.h>
#include <signal.h>
#include <unistd.h>

#include <algorithm>
#include <bit>
#include <cstdlib>
#include <filesystem>
#include <iterator>
#include <tuple>
#include <utility>

namespace archive {

namespace {

namespace fs = std::filesystem;

/// Space that must be free before a segment is written: so many times what it is made of, and this.
constexpr std::uint64_t space_factor = 3;
constexpr std::uint64_t space_spare = std::uint64_t{64} << 20U;

/// Pieces of the ledger that are kept before they are joined.
constexpr std::size_t ledger_pieces = 8;

std::string random_uuid() {
    std::string hex = read_whole_file("/proc/sys/kernel/random/uuid");
    while (!hex.empty() && hex.back() == '\n') hex.pop_back();
    return hex;
}

/// The order of docids: by days, undated last, then by id.
bool earlier(const SpooledArticle& left, const SpooledArticle& right) {
    const auto key = [](const SpooledArticle& article) {
        return std::make_tuple(article.first_day == 0, article.first_day, article.last_day,
                               std::string_view(article.id));
    };
    return key(left) < key(right);
}

/// Writes a file of the coming revision; a run that was killed may have left one of its name, which
/// nobody's manifest knows.
NamedFile write_anew(const std::string& index, const std::string& path, std::string_view bytes) {
    fs::remove(index + "/" + path);
    return {path, write_whole_file(index + "/" + path, bytes)};
}

}  // namespace

void kill_point(std::string_view name) {
    const char* const wanted =
        std::getenv("DATELINE_KILL_AT");  // NOLINT: nobody writes the environment
    if (wanted != nullptr && name == wanted) {
        ::kill(::getppid(), SIGKILL);
        ::kill(::getpid(), SIGKILL);
    }
}

Publication::Publication(const std::string& index, Mode mode, PublicationOptions options)
    : index_(index), mode_(mode), options_(std::move(options)) {
    const auto kind = kind_of_folder(index);
    if (kind == FolderKind::foreign) {
        throw Failure(ErrorCode::index_damaged,
                      "holds files that are no index of ours; give another folder with --index",
                      index);
    }
    auto found = read_manifest(index);
    if (found) {
        manifest_ = *found;
        if (mode == Mode::update) {
            snapshot_ = Snapshot::open(index, manifest_);
        } else {
            remember_earlier();
        }
    } else if (found.error().code != ErrorCode::index_not_ready && mode == Mode::update) {
        throw Failure(found.error());
    }
    if (manifest_.uuid.empty()) manifest_.uuid = random_uuid();
    manifest_.schema = schema::version;
    manifest_.next_segment = std::max(manifest_.next_segment, first_free_segment(index));
    for (const auto folder : index_folders) make_folder(index + "/" + std::string(folder));
    sweep_unfinished(index);
}

Publication::~Publication() = default;

void Publication::remember_earlier() {
    try {
        const auto old = Snapshot::open(index_, manifest_);
        for (std::size_t at = 0; at < old->size(); ++at) {
            const auto& segment = old->segment(at);
            for (Docid docid = 1; docid <= segment.facts().documents; ++docid) {
                if (has_bit(old->live(at), docid))
                    added_times_.place(segment.id(docid), segment.added[docid]);
            }
        }
        earlier_stories_ = archive::earlier_stories(*old);
    } catch (const Failure&) {  // a damaged index is replaced; its articles count as added now
        added_times_.clear();
        earlier_stories_ = {};
        history_known_ = false;
    }
}

SegmentEntry Publication::build(const std::vector<std::uint32_t>& packed_bytes,
                                const std::function<SegmentInput(std::size_t)>& input,
                                std::string_view step) {
    const std::size_t count = packed_bytes.size();
    SegmentEntry entry;
    entry.name = fmt::format("{:06}", manifest_.next_segment++);
    const std::string folder = index_ + "/" + segment_folder(entry.name);
    const auto report = [&](std::size_t done) {
        if (options_.progress) options_.progress(step, done, count);
    };
    const SegmentFacts facts =
        build_segment(folder + ".tmp", packed_bytes, options_.jobs, input, report);
    return_freed_memory();
    kill_point("segment_written");
    rename_durably(folder + ".tmp", folder);
    kill_point("segment_renamed");
    const Segment written(folder);  // what can't be opened is never published
    if (written.facts().documents != count)
        throw Failure(ErrorCode::internal, "a segment lost articles", folder);
    entry.facts = stamp_of(folder + "/segment.json");
    entry.documents = facts.documents;
    for (const auto& file : facts.files) entry.bytes += file.second.bytes;
    entry.first_day = facts.first_day;
    entry.last_day = facts.last_day;
    return entry;
}

void Publication::write_articles(const Spool& spool, RevisionDraft& draft, Manifest& next) {
    auto& articles = draft.articles;
    require_space(index_, spool.bytes() * space_factor + space_spare);
    std::sort(articles.begin(), articles.end(), earlier);
    auto most = options_.segment_articles;
    // Every segment costs each search something, and nobody waits for a rebuild as for a merge.
    // More of them than may live would be written only to be merged.
    constexpr std::size_t times_larger = 10;
    if (mode_ == Mode::rebuild)
        most = std::max(most * times_larger, articles.size() / options_.live_segments + 1);
    const auto segments = (articles.size() + most - 1) / most;
    for (std::size_t number = 0; number < segments; ++number) {  // all of one size
        const auto begin = articles.size() * number / segments;
        const auto count = articles.size() * (number + 1) / segments - begin;
        const auto input = [&](std::size_t i) {
            const auto& article = articles[begin + i];
            auto frame = spool.packed(article);
            auto encoded = unpacked(frame);
            return SegmentInput{std::move(encoded), article.added, spool.signatures(article),
                                std::move(frame)};
        };
        std::vector<std::uint32_t> packed_bytes;
        packed_bytes.reserve(articles.size());
        for (std::size_t i = 0; i < count; ++i)
            packed_bytes.push_back(articles[begin + i].packed_bytes);
        next.segments.push_back(build(packed_bytes, input, "indexing"));
        if (!draft.links) continue;
        std::vector<ArticleLink> links(1);
        for (std::size_t i = begin; i < begin + count; ++i) {
            const auto* const link = draft.links->fresh.find(articles[i].id);
            links.push_back(link == nullptr ? ArticleLink{} : *link);
        }
        write_segment_links(index_, next.revision, links, next.segments.back());
    }
}

void Publication::bury(const std::vector<std::string>& ids, Manifest& next) {
    if (!snapshot_ || ids.empty()) return;
    for (std::size_t at = 0; at < snapshot_->size(); ++at) {
        const auto& segment = snapshot_->segment(at);
        Bitmap dead = snapshot_->live(at);
        std::uint32_t buried = 0;
        for (const auto& id : ids) {
            const auto docid = segment.find(id);
            if (!docid || !has_bit(dead, *docid)) continue;
            dead[*docid / 64] &= ~(std::uint64_t{1} << (*docid % 64));
            ++buried;
        }
        if (buried == 0) continue;
        // What is left in `dead` lives: the tombstones are the others.
        for (std::size_t word = 0; word < dead.size(); ++word) dead[word] = ~dead[word];
        auto& entry = next.segments[at];
        entry.deleted += buried;
        const std::string path = fmt::format("tombstones/{}.{}", entry.name, next.revision);
        entry.tombstones =
            write_anew(index_, path,
                       {reinterpret_cast<const char*>(dead.data()), dead.size() * sizeof(dead[0])});
    }
    std::erase_if(next.segments,
                  [](const SegmentEntry& entry) { return entry.deleted == entry.documents; });
}

void Publication::write_ledger(const RevisionDraft& draft, Manifest& next) {
    const std::string path = fmt::format("ledger/{}", next.revision);
    if (mode_ == Mode::rebuild) {
        next.ledger = {write_ledger_piece(index_, path, draft.files, {})};
    } else {
        next.ledger.push_back(write_ledger_piece(index_, path, draft.files, draft.dropped_files));
        if (next.ledger.size() > ledger_pieces) {
            const auto files = read_ledger(index_, next.ledger);
            std::vector<const LedgerFile*> all;
            for (const auto& [name, file] : files) all.push_back(&file);
            next.ledger = {write_ledger_piece(index_, path + ".all", all, {})};
        }
    }
    write_sources(draft, next);
    sync_directory(index_ + "/ledger");
    kill_point("ledger_written");
}

void Publication::write_sources(const RevisionDraft& draft, Manifest& next) {
    if (mode_ == Mode::rebuild) next.sources.clear();
    if (!draft.sources) return;
    const std::string path = fmt::format("ledger/{}.sources", next.revision);
    rename_durably(unpublished_sources(index_), index_ + "/" + path);
    next.sources.push_back({path, *draft.sources});
    if (next.sources.size() > ledger_pieces)
        next.sources = {join_source_pieces(index_, next.sources, path + ".all")};
}

void Publication::write_changes(const RevisionDraft& draft, std::vector<IdBytes> shown,
                                std::int64_t now, Manifest& next) {
    std::sort(shown.begin(), shown.end());
    const auto was_shown = [&](const IdBytes& id) {
        return std::binary_search(shown.begin(), shown.end(), id);
    };
    ChangeList list(now);
    std::vector<IdBytes> kept;
    kept.reserve(draft.articles.size());
    for (const auto& article : draft.articles) {
        list.add(was_shown(article.id) ? Change::changed : Change::added, article.id);
        kept.push_back(article.id);
    }
    if (mode_ == Mode::rebuild) {
        std::sort(kept.begin(), kept.end());
        for (const auto& id : shown) {
            if (!std::binary_search(kept.begin(), kept.end(), id)) list.add(Change::removed, id);
        }
    } else {
        for (const auto& id : draft.gone) list.add(Change::removed, id);
    }
    const std::string path = fmt::format("changes/{}", next.revision);
    next.changes.push_back(write_anew(index_, path, list.text()));
    forget_old_changes(index_, next, now);
}

void Publication::rename_into_place(Manifest next, std::int64_t now) {
    next.published = now;
    next.next_segment = manifest_.next_segment;
    std::stable_sort(next.segments.begin(), next.segments.end(),
                     [](const SegmentEntry& left, const SegmentEntry& right) {
                         return std::make_tuple(left.first_day == 0, left.first_day)
                                < std::make_tuple(right.first_day == 0, right.first_day);
                     });
    for (const char* folder : {"/segments", "/tombstones", "/links", "/changes"})
        sync_directory(index_ + folder);
    kill_point("manifest_written");
    publish_manifest(index_, next);
    kill_point("manifest_renamed");
    sweep(index_, next, std::exchange(manifest_, next));
    snapshot_ = Snapshot::open(index_, manifest_);
    mode_ = Mode::update;
}

std::unordered_map<std::string, Location> Publication::settle_times(
    std::vector<SpooledArticle>& articles, std::int64_t now) const {
    std::unordered_map<std::string, Location> old;
    if (snapshot_) {
        std::vector<std::string> ids;
        ids.reserve(articles.size());
        for (const auto& article : articles) ids.emplace_back(article.id);
        old = snapshot_->find_all(ids);
    }
    for (auto& article : articles) {
        if (article.added != 0) continue;
        if (const auto* const known = added_times_.find(article.id); known != nullptr) {
            article.added = *known;
        } else if (const auto place = old.find(std::string(article.id)); place != old.end()) {
            article.added = snapshot_->segment(place->second.segment).added[place->second.docid];
        } else {
            article.added = now;
        }
    }
    return old;
}

void Publication::publish(const Spool& spool, RevisionDraft draft, std::int64_t now) {
    Manifest next = manifest_;
    ++next.revision;
    next.last_run = draft.counts;
    next.last_run_seconds = draft.seconds;
    if (mode_ == Mode::rebuild) {
        next.segments.clear();
        next.stories.reset();
        next.events.reset();
    }

    std::vector<IdBytes> replaced;
    for (const auto& [id, place] : settle_times(draft.articles, now)) replaced.emplace_back(id);
    if (mode_ == Mode::update) {
        std::vector<std::string> buried(replaced.begin(), replaced.end());
        buried.insert(buried.end(), draft.gone.begin(), draft.gone.end());
        bury(buried, next);
    }
    if (draft.links) {
        write_groups(index_, *draft.links, next);
        if (snapshot_) write_settled_links(index_, *snapshot_, *draft.links, next);
    }
    if (!draft.articles.empty()) write_articles(spool, draft, next);
    write_ledger(draft, next);
    if (mode_ == Mode::rebuild) {
        replaced.clear();
        for (const auto& known : added_times_) replaced.push_back(known.id);
    }
    if (history_known_)
        write_changes(draft, std::move(replaced), now, next);
    else
        next.changes.clear();
    history_known_ = true;
    rename_into_place(std::move(next), now);
}

void Publication::merge(std::int64_t now) {
    const auto choice = [&] {
        return segments_to_merge(manifest_.segments, options_.segment_articles,
                                 options_.live_segments);
    };
    for (auto wanted = choice(); !wanted.empty(); wanted = choice()) {
        std::vector<std::pair<SpooledArticle, Location>> articles;
        std::uint64_t bytes = 0;
        for (const auto at : wanted) {
            const auto& segment = snapshot_->segment(at);
            bytes += manifest_.segments[at].bytes;
            for (Docid docid = 1; docid <= segment.facts().documents; ++docid) {
                if (!has_bit(snapshot_->live(at), docid)) continue;
                SpooledArticle article;
                article.id = segment.id(docid);
                article.first_day = segment.first_day[docid];
                article.last_day = segment.last_day[docid];
                article.added = segment.added[docid];
                article.packed_bytes = segment.packed_bytes(docid);
                articles.emplace_back(article, Location{at, docid});
            }
        }
        require_space(index_, bytes * space_factor + space_spare);
        std::sort(articles.begin(), articles.end(), [](const auto& left, const auto& right) {
            return earlier(left.first, right.first);
        });
        const auto input = [&](std::size_t i) {
            const auto& [article, place] = articles[i];
            const auto& segment = snapshot_->segment(place.segment);
            return SegmentInput{segment.encoded_article(place.docid),
                                article.added,
                                {segment.copies[place.docid], segment.events[place.docid]},
                                {}};
        };
        std::vector<std::uint32_t> packed_bytes;
        packed_bytes.reserve(articles.size());
        for (const auto& [article, place] : articles) packed_bytes.push_back(article.packed_bytes);
        Manifest next = manifest_;
        ++next.revision;
        std::sort(wanted.rbegin(), wanted.rend());
        for (const auto at : wanted)
            next.segments.erase(next.segments.begin() + static_cast<std::ptrdiff_t>(at));
        next.segments.push_back(build(packed_bytes, input, "merging"));
        std::vector<ArticleLink> links(1);
        for (const auto& [article, place] : articles) links.push_back(snapshot_->link(place));
        write_segment_links(index_, next.revision, links, next.segments.back());
        rename_into_place(std::move(next), now);
    }
}

}  // namespace archive
