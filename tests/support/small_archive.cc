// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/support/small_archive.h"

#include "archive/base/files.h"
#include "archive/index/article_codec.h"
#include "archive/index/document.h"
#include "archive/index/link_revision.h"
#include "archive/index/posting_part.h"
#include "archive/index/segment_writer.h"

#include <stdlib.h>

#include <algorithm>
#include <filesystem>
#include <stdexcept>
#include <tuple>

namespace tests {

namespace {

constexpr std::size_t id_characters = 16;

/// Articles are added a day apart, from 1 December 2024 on, in the order they come.
constexpr std::int64_t first_added = 1'733'011'200;
constexpr std::int64_t a_day = 86'400;

archive::Date date_of(const std::string& text, archive::Certainty certainty) {
    archive::Date date;
    if (text.empty()) return date;
    const auto written = archive::parse_iso_span(text);
    if (!written) throw std::invalid_argument(text);
    date.span = written->span;
    date.precision = written->precision;
    date.certainty = certainty;
    date.basis = archive::Basis::field;
    date.evidence = text;
    return date;
}

bool earlier(const archive::Article& left, const archive::Article& right) {
    const auto key = [](const archive::Article& article) {
        const auto span = article.published.span;
        return std::tuple(!article.published.known(), span.first, span.last,
                          std::string_view(article.id));
    };
    return key(left) < key(right);
}

std::string padded(std::string id) {
    id.resize(id_characters, '0');
    return id;
}

/// A table of groups in the making.
struct Groups {
    std::vector<archive::GroupRecord> table{{}};
    std::map<std::string, archive::GroupNumber> numbers;

    /// 0 for an empty id.
    archive::GroupNumber number(const std::string& id) {
        if (id.empty()) return 0;
        const auto next = static_cast<archive::GroupNumber>(table.size());
        const auto [at, fresh] = numbers.emplace(padded(id), next);
        if (fresh) table.push_back({archive::IdBytes(at->first), first_added, 0, 0});
        return at->second;
    }
};

Kin kin_of(const Kinship& kinship, std::string_view id) {
    const auto found = std::find_if(kinship.begin(), kinship.end(),
                                    [&](const auto& one) { return padded(one.first) == id; });
    return found == kinship.end() ? Kin{} : found->second;
}

}  // namespace

TemporaryFolder::TemporaryFolder() {
    std::string pattern = std::filesystem::temp_directory_path() / "dateline-test-XXXXXX";
    if (::mkdtemp(pattern.data()) == nullptr) throw std::runtime_error(pattern);
    path_ = pattern;
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

archive::Article article_of(const Written& written) {
    archive::Article article;
    article.id = padded(written.id);
    article.title = written.title;
    if (!written.title.empty()) {
        article.title_basis = archive::TitleBasis::field;
        article.zones.push_back({archive::ZoneKind::headline, written.title});
    }
    article.standfirst = written.standfirst;
    if (!written.body.empty()) article.zones.push_back({archive::ZoneKind::body, written.body});
    article.zones.insert(article.zones.end(), written.zones.begin(), written.zones.end());
    article.published = date_of(written.date, written.certainty);
    article.source = written.source;
    article.entities = written.entities;
    article.language = written.language;
    article.authors = written.authors;
    article.section = written.section;
    article.tags = written.tags;
    article.url = written.url;
    article.quality.altered = written.altered;
    return article;
}

SmallArchive::SmallArchive() : folder_(std::make_unique<TemporaryFolder>()) {
    manifest_.schema = archive::schema::version;
    manifest_.uuid = "00000000-0000-4000-8000-000000000000";
}

SmallArchive::SmallArchive(const std::vector<Written>& articles) : SmallArchive() {
    std::vector<archive::Article> all;
    for (const auto& written : articles) {
        auto numbered = written;
        if (numbered.id.empty()) numbered.id = "n" + std::to_string(++numbered_) + "n";
        if (!numbered.story.empty() || !numbered.event.empty())
            kinship_[numbered.id] = {numbered.story, numbered.event, numbered.role};
        all.push_back(article_of(numbered));
    }
    add(all);
}

SmallArchive SmallArchive::of_segments(const std::vector<std::vector<archive::Article>>& segments,
                                       const Kinship& kinship) {
    SmallArchive made;
    made.kinship_ = kinship;
    for (const auto& articles : segments) made.add(articles);
    return made;
}

void SmallArchive::add(const std::vector<archive::Article>& articles) {
    ++manifest_.revision;
    archive::ChangeList changes(first_added);
    for (const auto& article : articles) changes.add(archive::Change::added, article.id);
    note(changes);
    if (!articles.empty()) {
        auto sorted = articles;
        std::sort(sorted.begin(), sorted.end(), earlier);
        auto number = std::to_string(manifest_.next_segment++);
        number.insert(0, 6 - number.size(), '0');
        const auto folder = folder_->path() + "/" + archive::segment_folder(number);
        archive::SegmentWriter writer(folder, sorted.size());
        archive::DocumentMaker maker;
        std::vector<archive::Document> documents;
        archive::PostingPart postings;
        for (const auto& article : sorted) {
            documents.push_back(maker.make(article));
            postings.add(static_cast<archive::Docid>(documents.size()), documents.back().terms,
                         documents.back().unlisted);
        }
        writer.write_postings(0, postings);
        std::int64_t added = first_added;
        for (std::size_t i = 0; i < sorted.size(); ++i) {
            const auto bytes = archive::encode_article(sorted[i]);
            writer.add(documents[i], writer.packed(bytes), bytes.size(), added,
                       {archive::copy_signature(sorted[i]), {}});
            added += a_day;
        }
        const auto facts = writer.finish(1);
        archive::SegmentEntry entry;
        entry.name = number;
        entry.facts = archive::stamp_of(folder + "/segment.json");
        entry.documents = facts.documents;
        entry.first_day = facts.first_day;
        entry.last_day = facts.last_day;
        manifest_.segments.push_back(entry);
    }
    publish();
}

void SmallArchive::relate(const Kinship& kinship) {
    ++manifest_.revision;
    kinship_ = kinship;
    publish();
}

void SmallArchive::merge_story(const std::string& story, const std::string& into) {
    ++manifest_.revision;
    for (auto& [id, kin] : kinship_) {
        if (kin.story == story) kin.story = into;
    }
    merged_[story] = into;
    publish();
}

void SmallArchive::remove(const std::vector<std::string>& ids) {
    const auto snapshot = archive::Snapshot::open(folder_->path());
    ++manifest_.revision;
    archive::ChangeList changes(first_added);
    for (const auto& id : ids) changes.add(archive::Change::removed, padded(id));
    note(changes);
    std::filesystem::create_directories(folder_->path() + "/tombstones");
    for (std::size_t at = 0; at < snapshot->size(); ++at) {
        auto dead = archive::bitmap_for(snapshot->segment(at).facts().documents);
        std::uint32_t deleted = 0;
        for (archive::Docid docid = 1; docid <= snapshot->segment(at).facts().documents; ++docid) {
            std::string id(snapshot->segment(at).id(docid));
            const bool named = std::any_of(
                ids.begin(), ids.end(), [&](const std::string& one) { return padded(one) == id; });
            if (!named && archive::has_bit(snapshot->live(at), docid)) continue;
            archive::set_bit(dead, docid);
            ++deleted;
        }
        if (deleted == 0) continue;
        auto& entry = manifest_.segments[at];
        entry.deleted = deleted;
        const std::string name =
            "tombstones/" + entry.name + "." + std::to_string(manifest_.revision);
        const std::string_view bytes(reinterpret_cast<const char*>(dead.data()),
                                     dead.size() * sizeof(dead[0]));
        entry.tombstones = {name, archive::write_whole_file(folder_->path() + "/" + name, bytes)};
    }
    publish();
}

void SmallArchive::note(const archive::ChangeList& changes) {
    std::filesystem::create_directories(folder_->path() + "/changes");
    const auto path = "changes/" + std::to_string(manifest_.revision);
    manifest_.changes.push_back(
        {path, archive::write_whole_file(folder_->path() + "/" + path, changes.text())});
}

void SmallArchive::publish() {
    if (!kinship_.empty()) {
        manifest_.stories.reset();
        manifest_.events.reset();
        for (auto& entry : manifest_.segments) entry.links.reset();
        const auto snapshot = archive::Snapshot::open(folder_->path(), manifest_);
        Groups stories, events;
        for (const auto& [story, into] : merged_)
            stories.table[stories.number(story)].into = stories.number(into);
        std::filesystem::create_directories(folder_->path() + "/links");
        for (std::size_t at = 0; at < snapshot->size(); ++at) {
            const auto documents = snapshot->segment(at).facts().documents;
            std::vector<archive::ArticleLink> links(std::size_t{documents} + 1);
            for (archive::Docid docid = 1; docid <= documents; ++docid) {
                const auto kin = kin_of(kinship_, snapshot->segment(at).id(docid));
                auto& link = links[docid];
                link = {stories.number(kin.story), events.number(kin.event), kin.role};
                if (!archive::has_bit(snapshot->live(at), docid)) continue;
                if (link.story != 0) ++stories.table[link.story].articles;
                if (link.event != 0) ++events.table[link.event].articles;
            }
            archive::write_segment_links(folder_->path(), manifest_.revision, links,
                                         manifest_.segments[at]);
        }
        archive::write_groups(folder_->path(), {stories.table, events.table, {}, {}}, manifest_);
    }
    archive::publish_manifest(folder_->path(), manifest_);
}

std::shared_ptr<const archive::Searcher> SmallArchive::searcher() const {
    return archive::Searcher::open(folder_->path());
}

archive::SearchRequest asking(std::string_view q) {
    archive::SearchRequest request;
    request.q = q;
    request.limit = 200;
    request.today = archive::parse_iso_span("2024-12-15")->span.first;
    return request;
}

archive::Searcher::Deadline never() {
    return archive::Searcher::Deadline::max();
}

std::vector<std::string> found(const archive::Searcher& searcher,
                               const archive::SearchRequest& request) {
    const auto result = searcher.search(request, never());
    if (!result) throw std::runtime_error(archive::sentence(result.error()));
    std::vector<std::string> ids;
    for (const auto& row : result->rows) {
        auto id = row.article.id;
        id.erase(id.find_last_not_of('0') + 1);
        ids.push_back(std::move(id));
    }
    return ids;
}

std::vector<std::string> found(const archive::Searcher& searcher, std::string_view q) {
    return found(searcher, asking(q));
}

std::vector<std::string> found_any_order(const archive::Searcher& searcher, std::string_view q) {
    auto ids = found(searcher, q);
    std::sort(ids.begin(), ids.end());
    return ids;
}

std::string shown(const std::vector<archive::TextSegment>& segments) {
    std::string text;
    for (const auto& segment : segments)
        text += segment.hit ? "[" + segment.text + "]" : segment.text;
    return text;
}

}  // namespace tests
