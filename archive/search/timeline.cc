// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/timeline.h"

#include "archive/search/histogram.h"
#include "archive/search/question_matches.h"
#include "archive/search/tally.h"

#include <algorithm>
#include <memory>

namespace archive {

namespace {

/// One query while it is counted. Stays where it is: the tally points into the request.
struct Counted {
    explicit Counted(SearchRequest asked) : request(std::move(asked)) {}

    SearchRequest request;
    std::optional<Question> question;
    std::optional<Tally> tally;
};

SearchRequest charted(const TimelineRequest& request, const std::string& q) {
    auto one = request.common;
    one.q = q;
    one.histogram = BinUnit::day;
    one.sort = Sort::newest;  // nothing is ranked
    one.facets.clear();
    one.cursor.clear();
    return one;
}

DaySpan united(const DaySpan& left, const DaySpan& right) {
    if (left.first == 0) return right;
    if (right.first == 0) return left;
    return {std::min(left.first, right.first), std::max(left.last, right.last)};
}

std::vector<BothCounts> archive_bins(const ArchiveFacts& facts, const DaySpan& span, BinUnit unit) {
    std::vector<BothCounts> counts;
    for (const auto& bin : bins_of(span, unit, facts.day_windows(), facts.calendar().articles))
        counts.push_back(bin.counts);
    return counts;
}

}  // namespace

Result<TimelineResult> timeline(const ArchiveFacts& facts, OpenPostings& postings,
                                const TimelineRequest& request, DeadlineWatch& watch) {
    std::vector<std::unique_ptr<Counted>> all;
    for (const auto& q : request.queries) {
        auto one = std::make_unique<Counted>(charted(request, q));
        auto question = question_of(one->request, facts, postings, watch);
        if (!question) return question.error();
        one->question = *std::move(question);
        all.push_back(std::move(one));
    }
    DaySpan span;
    for (const auto& one : all) {
        auto& tally =
            one->tally.emplace(facts, one->request, one->question->dates, one->question->fields);
        LeftOut left_out;
        left_out.dates = tally.asks_dates();
        match_stories(
            postings, *one->question, left_out, watch,
            [&](Location location) { return tally.failing(location); },
            [&](std::span<const StoryMatch> versions) { tally.count(versions); });
        span = united(span, tally.charted());
    }
    TimelineResult result;
    result.unit = drawn_unit(request.unit, span);
    for (const auto& one : all) {
        const auto& [asked, question, tally] = *one;
        result.series.push_back({asked.q, receipt_of(*question, asked.q), tally->total(),
                                 tally->undated(), tally->bins(span, result.unit)});
    }
    const auto& calendar = facts.calendar();
    result.bins = archive_bins(facts, span, result.unit);
    result.total = calendar.total;
    result.undated = calendar.undated;
    result.gaps = calendar.gaps;
    return result;
}

}  // namespace archive
