// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/rows.h"

#include "archive/base/text.h"
#include "archive/search/snippet.h"

#include <algorithm>

namespace archive {

namespace {

/// The paragraphs of a zone; marks never cross them.
std::vector<MarkedParagraph> paragraphs_of(std::string_view text, const std::vector<Mark>& marks) {
    std::vector<MarkedParagraph> paragraphs;
    std::size_t begin = 0;
    auto mark = marks.begin();
    for (const auto line : split(text, '\n')) {
        const auto end = begin + line.size();
        std::vector<Mark> inside;
        for (; mark != marks.end() && mark->begin < end; ++mark) {
            inside.push_back({static_cast<std::uint32_t>(mark->begin - begin),
                              static_cast<std::uint32_t>(mark->end - begin), mark->clause});
        }
        if (!trimmed(line).empty()) paragraphs.push_back(segments_of(line, inside));
        begin = end + 1;
    }
    return paragraphs;
}

ArticleTies ties_of(const Snapshot& snapshot, const Location& at) {
    const auto [story, event, role] = snapshot.link(at);
    ArticleTies ties;
    ties.story = story == 0 ? snapshot.segment(at.segment).id(at.docid)
                            : snapshot.stories()[story].id_text();
    ties.versions = snapshot.in_its_story(at);
    ties.role = role;
    ties.reports = snapshot.in_its_event(at);
    if (ties.reports > 1) ties.event = snapshot.events()[event].id_text();
    return ties;
}

/// The stored article, with what only the revision knows of it.
Article article_at(const Snapshot& snapshot, const Location& at, ArticleParts parts) {
    auto article = snapshot.segment(at.segment).article(at.docid, parts);
    article.quality.altered = snapshot.altered(at);
    return article;
}

ResultRow unmarked_row(const Snapshot& snapshot, const Location& location, ArticleParts parts) {
    const auto& segment = snapshot.segment(location.segment);
    ResultRow row;
    row.location = location;
    row.article = article_at(snapshot, location, parts);
    row.ties = ties_of(snapshot, location);
    row.added = segment.added[location.docid];
    row.words = segment.words[location.docid];
    return row;
}

}  // namespace

void fetch_places(const Snapshot& snapshot, std::span<const RankedMatch> matches) {
    constexpr std::size_t most = 64;  // a page of more has its own in the cache no longer
    for (const auto& match : matches.first(std::min(most, matches.size()))) {
        const auto& [segment, docid] = match.location;
        snapshot.segment(segment).fetch_place(docid);
        snapshot.links(segment).fetch(docid);
    }
}

std::vector<ResultRow> shown_rows(const Snapshot& snapshot, std::span<const RankedMatch> matches,
                                  MarkFinder& marks, Titles titles, DeadlineWatch& watch) {
    constexpr std::size_t ahead = 2;  // rows
    const auto fetch = [&](std::size_t row) {
        if (row >= matches.size()) return;
        const auto& [segment, docid] = matches[row].location;
        snapshot.segment(segment).fetch_text(docid);
    };
    std::vector<ResultRow> rows;
    rows.reserve(matches.size());
    for (std::size_t row = 0; row < ahead; ++row) fetch(row);
    for (std::size_t row = 0; row < matches.size(); ++row) {
        watch.tick(4096);
        fetch(row + ahead);
        rows.push_back(
            row_of(snapshot, matches[row], marks, Snippets::yes, ArticleParts::row, titles));
    }
    return rows;
}

ResultRow bare_row(const Snapshot& snapshot, const Location& location) {
    auto row = unmarked_row(snapshot, location, ArticleParts::all);
    row.title = segments_of(row.article.title, {});
    return row;
}

ResultRow row_of(const Snapshot& snapshot, const RankedMatch& match, MarkFinder& marks,
                 Snippets snippets, ArticleParts parts, Titles titles) {
    if (marks.needs_whole_article()) parts = ArticleParts::all;
    auto row = unmarked_row(snapshot, match.location, parts);
    row.score = static_cast<double>(match.score);
    row.title =
        segments_of(row.article.title,
                    titles == Titles::marked ? marks.in_title(row.article) : std::vector<Mark>());
    if (snippets == Snippets::yes) {
        const auto zones = indexed_zones(row.article);
        row.snippet = snippet_of(row.article, zones, marks.in_zones(zones, row.article));
    }
    return row;
}

ArticleView view_of(const Snapshot& snapshot, const Location& location, MarkFinder& marks) {
    const auto& segment = snapshot.segment(location.segment);
    ArticleView view;
    view.location = location;
    view.article = article_at(snapshot, location, ArticleParts::all);
    view.ties = ties_of(snapshot, location);
    view.added = segment.added[location.docid];
    view.words = segment.words[location.docid];
    view.title = segments_of(view.article.title, marks.in_title(view.article));

    const auto zones = indexed_zones(view.article);
    const auto marked = marks.in_zones(zones, view.article);
    std::vector<const std::vector<Mark>*> of_zone(view.article.zones.size(), nullptr);
    for (std::size_t i = 0; i < zones.size(); ++i) {
        if (zones[i].zone >= 0)
            of_zone[static_cast<std::size_t>(zones[i].zone)] = &marked[i];
        else if (zones[i].kind
                 == ZoneKind::standfirst)  // metadata that the page itself does not say
            view.zones.push_back(
                {ZoneKind::standfirst, paragraphs_of(zones[i].text, merged(marked[i]))});
    }
    for (std::size_t i = 0; i < view.article.zones.size(); ++i) {
        const auto& zone = view.article.zones[i];
        const auto some = of_zone[i] == nullptr ? std::vector<Mark>{} : merged(*of_zone[i]);
        view.zones.push_back({zone.kind, paragraphs_of(zone.text, some)});
    }
    return view;
}

}  // namespace archive
