// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/kindred.h"

#include "archive/base/limits.h"
#include "archive/base/text.h"
#include "archive/search/group_names.h"
#include "archive/search/rows.h"

#include <algorithm>
#include <tuple>

namespace archive {

namespace {

/// Reading an article and comparing its words takes as long as so many postings.
constexpr std::uint32_t work_of_an_article = 4096;

/// Whether the article with the role of the earliest leads whatever its day.
enum class Lead : bool { oldest, earliest };

class OldestFirst {
public:
    OldestFirst(const Snapshot& snapshot, Lead lead) : snapshot_(snapshot), lead_(lead) {}

    /// By what the columns say.
    bool operator()(const Location& left, const Location& right) const {
        return key(left, 0) < key(right, 0);
    }
    /// By the time of the day, too.
    bool operator()(const ResultRow& left, const ResultRow& right) const {
        const auto minute = [](const ResultRow& row) {
            return row.article.published.minute_of_day.value_or(0);
        };
        return key(left.location, minute(left)) < key(right.location, minute(right));
    }

private:
    using Key = std::tuple<bool, bool, DayNumber, int, std::int64_t, std::string_view>;
    Key key(const Location& at, int minute) const {
        const auto& segment = snapshot_.segment(at.segment);
        const bool first = lead_ == Lead::earliest
                           && snapshot_.links(at.segment).role(at.docid) == StoryRole::earliest;
        const auto day = segment.first_day[at.docid];
        return {!first, day == 0, day, minute, segment.added[at.docid], segment.id(at.docid)};
    }

    const Snapshot& snapshot_;
    Lead lead_;
};

/// The rows of a group, oldest first.
std::vector<ResultRow> rows_of_group(const Snapshot& snapshot, std::vector<Location> articles,
                                     Lead lead, DeadlineWatch& watch) {
    const OldestFirst oldest_first(snapshot, lead);
    const auto shown = std::min(articles.size(), limits::kindred_articles);
    std::partial_sort(articles.begin(), articles.begin() + static_cast<std::ptrdiff_t>(shown),
                      articles.end(), oldest_first);
    articles.resize(shown);
    std::vector<ResultRow> rows;
    for (const auto& at : articles) {
        watch.tick(work_of_an_article);
        rows.push_back(bare_row(snapshot, at));
    }
    std::sort(rows.begin(), rows.end(), oldest_first);
    return rows;
}

/// The versions of a story; `articles` are all of it.
std::vector<StoryVersion> versions_of(const Snapshot& snapshot, std::vector<Location> articles,
                                      DeadlineWatch& watch) {
    std::vector<StoryVersion> versions;
    auto rows = rows_of_group(snapshot, std::move(articles), Lead::earliest, watch);
    if (rows.empty()) return versions;
    const EarliestText earliest(cut(body_text(rows.front().article), limits::compared_bytes));
    for (auto& row : rows) {
        watch.tick(work_of_an_article);
        const auto kept = earliest.kept_by(cut(body_text(row.article), limits::compared_bytes));
        versions.push_back({std::move(row), kept});
    }
    return versions;
}

}  // namespace

std::vector<StoryVersion> versions_beside(const Snapshot& snapshot, const Location& article,
                                          DeadlineWatch& watch) {
    const auto story = snapshot.link(article).story;
    return versions_of(snapshot, story == 0 ? std::vector{article} : snapshot.in_story(story),
                       watch);
}

std::vector<ResultRow> reports_beside(const Snapshot& snapshot, const Location& article,
                                      DeadlineWatch& watch) {
    const auto event = snapshot.link(article).event;
    if (event == 0 || snapshot.in_its_event(article) < 2) return {};
    return rows_of_group(snapshot, snapshot.in_event(event), Lead::oldest, watch);
}

Result<StoryView> story_view(OpenPostings& postings, std::string_view id, DeadlineWatch& watch) {
    const auto& snapshot = postings.snapshot;
    const auto [number, alone] = story_named(snapshot, id);
    StoryView view;
    if (number != 0)
        view.versions = versions_of(snapshot, snapshot.in_story(number), watch);
    else if (alone)
        view.versions = versions_beside(snapshot, *alone, watch);
    if (view.versions.empty()) {
        return Error{ErrorCode::story_not_found,
                     "there is no story \"" + std::string(id) + "\" in the archive"};
    }
    const auto& ties = view.versions.front().row.ties;
    view.id = ties.story;
    view.articles = ties.versions;
    return view;
}

}  // namespace archive
