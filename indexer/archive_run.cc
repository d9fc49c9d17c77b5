// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/archive_run.h"

#include "archive/base/memory.h"
#include "archive/base/text.h"
#include "archive/index/aliases.h"
#include "indexer/reading_settings.h"
#include "indexer/sources/second_reading.h"
#include "indexer/stories/altered_articles.h"
#include "indexer/stories/common_terms.h"
#include "indexer/stories/event_revision.h"
#include "indexer/stories/version_days.h"

#include <algorithm>
#include <filesystem>
#include <future>
#include <thread>

namespace indexer {

namespace {

using Clock = std::chrono::steady_clock;
using archive::ErrorCode;
using archive::Failure;
using Mode = archive::Publication::Mode;

/// Bytes of article text that one batch may spool, whatever the number of articles: the segment
/// made of it has to fit.
constexpr std::uint64_t batch_bytes = std::uint64_t{2} << 30U;

std::int64_t seconds_now() {
    return std::chrono::duration_cast<std::chrono::seconds>(
               std::chrono::system_clock::now().time_since_epoch())
        .count();
}

unsigned jobs_of(const archive::Settings& settings) {
    const auto wanted = static_cast<unsigned>(settings.number("indexer.jobs"));
    return wanted != 0 ? wanted : std::max(1U, std::thread::hardware_concurrency());
}

bool lies_below(const std::string& path, const std::string& folder) {
    return folder == "/"
           || (path.size() > folder.size() && path[folder.size()] == '/'
               && path.compare(0, folder.size(), folder) == 0);
}

/// Every record that its reader handed over is in the ledger: the first is counted as it comes in,
/// the second is what is written.
void check_nothing_lost(const FileWork& work) {
    const auto& entry = work.entry;
    if (work.read == entry.records.size() + entry.rejects.size() + entry.skipped) return;
    throw Failure(
        ErrorCode::internal,
        "the counts of the run do not add up: " + std::to_string(work.read) + " records were read",
        entry.path);
}

}  // namespace

std::string reject_line(const RejectedRecord& reject) {
    const std::string record = reject.record == 0 ? "" : ":" + std::to_string(reject.record);
    return archive::escaped(reject.path + record + ": " + reject.reason);
}

ArchiveRun::ArchiveRun(RunRequest request, const archive::Settings& settings,
                       const std::atomic<int>& signal, Progress& progress)
    : request_(std::move(request)),
      settings_(settings),
      signal_(signal),
      progress_(progress),
      begun_(Clock::now()),
      published_at_(begun_) {}

ArchiveRun::~ArchiveRun() = default;

RunReport ArchiveRun::run() {
    auto roots = input_roots(request_.paths);
    if (!roots) throw Failure(roots.error());
    roots_ = std::move(*roots);
    registry_ = std::make_unique<Registry>(reader_settings(settings_));
    // Each takes 10 ms, in which all threads would wait at the first article.
    const auto tables = std::async(std::launch::async, [] {
        static_cast<void>(archive::AliasTable::shipped());
        static_cast<void>(is_common_term(""));
    });
    auto names = std::async(std::launch::async,
                            [this] { return std::make_shared<const NameKnowledge>(settings_); });

    archive::PublicationOptions options;
    options.jobs = jobs_of(settings_);
    options.segment_articles =
        static_cast<std::size_t>(settings_.number("indexer.segment_articles"));
    options.progress = [this](std::string_view step, std::uint64_t done, std::uint64_t all) {
        progress_.step(step, done, all);
    };
    publication_ = std::make_unique<archive::Publication>(request_.index, request_.mode, options);
    if (request_.mode == Mode::update)
        ledger_ = archive::read_ledger(request_.index, publication_->manifest().ledger);
    sources_ = std::make_unique<archive::SourceRecords>(
        request_.index, request_.mode == Mode::update ? publication_->manifest().sources
                                                      : std::vector<archive::NamedFile>());
    spool_ = std::make_unique<archive::Spool>(request_.index);

    ReadingOptions reading;
    reading.jobs = jobs_of(settings_);
    reading.reading = read_options(settings_);
    reading.reading.hashing = Hashing::sha256;
    reading.archive_root = settings_.text("archive.root");
    names_ = names.get();
    for (const auto& problem : names_->problems()) progress_.line(archive::sentence(problem));
    reading.names = names_;
    room_ = std::make_unique<ReadingRoom>(
        *registry_, *spool_, reading,
        [this](const std::string& path, const archive::LedgerReject& reject) {
            progress_.line(reject_line({path + reject.member, reject.record, reject.reason}));
        });

    if (progress_.drawn()) foresee();
    walk();
    for (;;) {
        bool due = false;
        room_->wait([&] {
            progress_.reading(room_->articles(), room_->rejects(), room_->bytes());
            if (signal_ != 0) room_->stop();
            due = publication_due();
            return due;
        });
        if (!due) break;
        publish(false);
    }
    const bool abandoned =
        signal_ != 0 && request_.mode == Mode::rebuild;  // half an archive replaces nothing
    if (!abandoned) publish(true);
    RunReport report;
    report.interrupted = signal_;
    report.counts = counts_ ? *counts_ : counted();
    report.rejects = all_rejects();
    room_.reset();
    if (!abandoned && signal_ == 0) publication_->merge(seconds_now());
    report.seconds = std::chrono::duration<double>(Clock::now() - begun_).count();
    report.revision = publication_->manifest().revision;
    return report;
}

bool ArchiveRun::unchanged(const InputFile& file) const {
    const auto known = ledger_.find(file.real_path);
    return known != ledger_.end() && known->second.complete && known->second.bytes == file.size
           && known->second.modified_ns == file.mtime_ns && known->second.named == file.named;
}

bool ArchiveRun::in_scope(const std::string& path) const {
    return std::any_of(roots_.begin(), roots_.end(), [&](const InputRoot& root) {
        return path == root.real_path || (root.folder && lies_below(path, root.real_path));
    });
}

bool ArchiveRun::publication_due() const {
    if (request_.mode == Mode::rebuild || signal_ != 0 || room_->articles() == published_articles_)
        return false;
    const auto since = Clock::now() - published_at_;
    return room_->articles() - published_articles_
               >= static_cast<std::uint64_t>(settings_.number("indexer.publish_articles"))
           || spool_->bytes() >= batch_bytes
           || since >= std::chrono::seconds(settings_.number("indexer.publish_seconds"));
}

void ArchiveRun::foresee() {
    std::uint64_t bytes = 0;
    const auto count = [&](const InputFile& file) {
        if (!unchanged(file)) bytes += file.size;
        return signal_ == 0;
    };
    for_each_input_file(roots_, request_.links, count, [](const LeftAlone&) {});
    progress_.foresee(bytes);
}

void ArchiveRun::walk() {
    const auto take = [&](InputFile file) {
        if (signal_ != 0) return false;
        seen_.insert(file.real_path);
        if (file.path != file.real_path) shown_paths_.emplace(file.real_path, file.path);
        if (unchanged(file)) return true;
        room_->read(std::move(file));
        progress_.reading(room_->articles(), room_->rejects(), room_->bytes());
        if (publication_due()) publish(false);
        return true;
    };
    for_each_input_file(roots_, request_.links, take, [&](const LeftAlone& left) { note(left); });
}

void ArchiveRun::note(const LeftAlone& left) {
    if (left.why != LeftAlone::Why::unreadable) {
        ++left_alone_;
        return;
    }
    unreadable_paths_.push_back(left.real_path);
    unreadable_.push_back({left.path, 0, left.reason});
    progress_.line(reject_line(unreadable_.back()));
}

void ArchiveRun::collect(Works& works, bool last) {
    for (auto& work : room_->works()) {
        const auto old = ledger_.find(work->entry.path);
        const bool nothing_yet =
            work->entry.records.empty() && work->entry.rejects.empty() && work->entry.skipped == 0;
        if (!work->entry.complete && nothing_yet && !(last && work->done && signal_ == 0)) continue;
        if (!work->entry.complete
            && old != ledger_.end()) {  // what was not reached has not vanished
            std::set<std::pair<std::string_view, std::uint64_t>> reached;
            for (const auto& record : work->entry.records)
                reached.emplace(record.member, record.record);
            std::vector<archive::LedgerRecord> rest;
            for (const auto& record : old->second.records) {
                if (!reached.contains({record.member, record.record})) rest.push_back(record);
            }
            work->entry.records.insert(work->entry.records.end(), rest.begin(), rest.end());
            work->read += rest.size();
        }
        const std::string path = work->entry.path;
        works.insert_or_assign(path, std::move(work));
    }
}

void ArchiveRun::publish(bool last) {
    counts_.reset();
    std::unordered_set<std::string> vanished;
    if (last && signal_ == 0) {
        for (const auto& known : ledger_) {
            const std::string& path = known.first;
            const bool hidden =
                std::any_of(unreadable_paths_.begin(), unreadable_paths_.end(),
                            [&](const std::string& unreadable) {
                                return path == unreadable || lies_below(path, unreadable);
                            });
            if (in_scope(path) && !seen_.contains(path) && !hidden) vanished.insert(path);
        }
    }
    Works works;
    Settlement settlement;
    for (;;) {
        room_->pause();
        collect(works, last);
        settlement = settle(ledger_, works, vanished);
        if (settlement.reread.empty()) break;
        room_->resume();
        for (const auto& path : settlement.reread) {
            const std::vector<std::string> one{path};
            const auto root = input_roots(one);
            if (!root) {  // gone since the last run, outside the paths of this one
                vanished.insert(path);
                continue;
            }
            for_each_input_file(
                *root, request_.links,
                [&](InputFile file) { return room_->read(std::move(file)), true; },
                [&](const LeftAlone& left) { note(left), vanished.insert(path); });
        }
        room_->wait([] { return false; });
    }

    archive::RevisionDraft draft;
    draft.articles = std::move(settlement.articles);
    draft.gone = std::move(settlement.gone);
    removed_ += draft.gone.size();
    for (const auto& id : settlement.fresh) fresh_.insert(id);
    settlement = {};
    for (auto& [path, work] : works) std::vector<archive::SpooledArticle>().swap(work->spooled);
    for (const auto& article : draft.articles) {
        if (!fresh_.contains(article.id)) changed_.insert(article.id);
    }
    read_again(draft.articles, draft);
    if (last) {  // nothing more is read: its threads and models make room for what follows
        room_.reset();
        names_.reset();
        archive::return_freed_memory();
    }
    for (const auto& path : vanished) {
        if (const auto gone = ledger_.find(path); gone != ledger_.end()) ledger_.erase(gone);
        draft.dropped_files.push_back(path);
    }
    for (auto& [path, work] : works) {
        check_nothing_lost(*work);
        draft.files.push_back(
            &ledger_.insert_or_assign(path, std::move(work->entry)).first->second);
    }
    const bool first = publication_->manifest().revision == 0 || request_.mode == Mode::rebuild;
    if (first || !draft.files.empty() || !draft.dropped_files.empty()) {
        auto counting = std::async(std::launch::async, [this] { return counted(); });
        const auto now = seconds_now();
        link_stories(draft, now);
        counts_ = counting.get();
        draft.counts = *counts_;
        draft.seconds = std::chrono::duration<double>(Clock::now() - begun_).count();
        archive::return_freed_memory();
        publication_->publish(*spool_, std::move(draft), now);
        sources_ = std::make_unique<archive::SourceRecords>(request_.index,
                                                            publication_->manifest().sources);
    }
    spool_->clear();
    if (last) return;
    published_articles_ = room_->articles();
    published_at_ = Clock::now();
    room_->resume();
}

void ArchiveRun::read_again(std::vector<archive::SpooledArticle>& articles,
                            archive::RevisionDraft& draft) {
    if (articles.empty()) return;
    archive::SourcePiece piece(archive::unpublished_sources(request_.index));
    const auto fresh = [&](const archive::SpooledArticle& article) {
        return fresh_.contains(article.id);
    };
    indexer::read_again(
        articles, *spool_, *sources_, fresh,
        [&](const archive::SourceFacts& facts) { piece.add(facts); }, *names_, jobs_of(settings_));
    draft.sources = piece.finish();
}

void ArchiveRun::link_stories(archive::RevisionDraft& draft, std::int64_t now) {
    if (draft.articles.empty() && draft.gone.empty()) return;
    StoryRevision revision;
    for (const auto& [id, place] : publication_->settle_times(draft.articles, now))
        revision.dead.push_back(place);
    const auto& last = publication_->last();
    if (last) {
        for (const auto& [id, place] : last->find_all(draft.gone)) revision.dead.push_back(place);
    }
    revision.articles = &draft.articles;
    revision.spool = spool_.get();
    revision.last = last.get();
    revision.earlier = request_.mode == Mode::rebuild ? &publication_->earlier_stories() : nullptr;
    revision.jobs = jobs_of(settings_);
    judge_altered(draft.articles, *spool_, last.get(), jobs_of(settings_));
    auto linked = indexer::link_stories(revision);
    date_by_versions(linked.days, draft.articles, *spool_);
    const auto events = link_events(revision, linked.links);
    date_by_versions(events.days, draft.articles, *spool_);
    draft.links = std::move(linked.links);
}

archive::RunCounts ArchiveRun::counted() const {
    archive::RunCounts counts;
    const auto won = winners(ledger_);
    std::size_t next = 0;
    for (const auto& [path, file] : ledger_) {
        auto number = next;
        next += file.records.size();
        if (!in_scope(path)) continue;
        counts.read += file.records.size() + file.rejects.size() + file.skipped;
        counts.rejected += file.rejects.size();
        counts.skipped += file.skipped;
        for (const auto& record : file.records) {
            if (!won[number++]) {
                ++counts.duplicate;
            } else if (record.withdraws()) {
                ++counts.withdrawn;
            } else if (fresh_.contains(record.id)) {
                ++counts.added;
            } else if (changed_.contains(record.id)) {
                ++counts.updated;
            } else {
                ++counts.unchanged;
            }
        }
    }
    counts.read += unreadable_.size() + left_alone_;
    counts.rejected += unreadable_.size();
    counts.skipped += left_alone_;
    counts.removed = removed_;
    const auto sum = counts.added + counts.updated + counts.unchanged + counts.duplicate
                     + counts.rejected + counts.skipped + counts.withdrawn;
    if (counts.read != sum)
        throw Failure(ErrorCode::internal, "the counts of the run do not add up");
    return counts;
}

std::vector<RejectedRecord> ArchiveRun::all_rejects() const {
    std::vector<RejectedRecord> rejects = unreadable_;
    for (const auto& [path, file] : ledger_) {
        if (!in_scope(path)) continue;
        const auto shown = shown_paths_.find(path);
        for (const auto& reject : file.rejects) {
            rejects.push_back({(shown == shown_paths_.end() ? path : shown->second) + reject.member,
                               reject.record, reject.reason});
        }
    }
    return rejects;
}

}  // namespace indexer
