// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/reports.h"

#include "archive/search/archive_calendar.h"

#include <algorithm>

namespace archive {

namespace {

template <typename Visit>
void for_each_live(const Snapshot& snapshot, Visit visit) {
    for (std::size_t at = 0; at < snapshot.size(); ++at) {
        for (Docid docid = 1; docid <= snapshot.segment(at).facts().documents; ++docid) {
            if (has_bit(snapshot.live(at), docid)) visit(at, snapshot.segment(at), docid);
        }
    }
}

struct SourceInTheMaking {
    SourceReport report;
    std::vector<DaySpan> days;
    std::vector<GroupNumber> stories;  ///< of the articles that are not alone in theirs
};

void finish(SourceInTheMaking& source) {
    auto& [report, days, stories] = source;
    report.counts = both_counts(report.counts.articles, stories);
    report.gaps = gaps_between(days);
    for (const auto& day : days) {
        if (report.earliest == 0) report.earliest = day.first;
        report.latest = std::max(report.latest, day.last);
    }
}

}  // namespace

std::vector<SourceReport> source_reports(const ArchiveFacts& facts) {
    constexpr auto column = static_cast<std::size_t>(schema::Names::source);
    const auto& names = facts.names(schema::Names::source);
    std::vector<SourceInTheMaking> sources(names.size() + 1);
    for (NameNumbers::Number number = 0; number < names.size(); ++number)
        sources[number].report.source = names.label(number);
    for_each_live(facts.snapshot(), [&](std::size_t at, const Segment& segment, Docid docid) {
        const auto locals = segment.names[column][docid];
        const auto number = locals.empty() ? names.size() : names.number(at, locals.front());
        auto& [report, days, stories] = sources[number];
        ++report.counts.articles;
        const auto story = facts.snapshot().links(at).story(docid);
        if (story != 0) stories.push_back(story);
        ++report.certainty[segment.certainty[docid]];
        report.last_added = std::max(report.last_added, segment.added[docid]);
        if (segment.first_day[docid] != 0)
            days.push_back({segment.first_day[docid], segment.last_day[docid]});
    });
    std::vector<SourceReport> reports;
    for (auto& source : sources) {
        if (source.report.counts.articles == 0) continue;
        finish(source);
        reports.push_back(std::move(source.report));
    }
    std::sort(reports.begin(), reports.end(),
              [](const SourceReport& left, const SourceReport& right) {
                  if (left.counts.articles != right.counts.articles)
                      return left.counts.articles > right.counts.articles;
                  return left.source < right.source;
              });
    return reports;
}

StatusReport status_report(const ArchiveFacts& facts) {
    StatusReport status;
    std::vector<GroupNumber> stories;
    for_each_live(facts.snapshot(), [&](std::size_t at, const Segment& segment, Docid docid) {
        ++status.counts.articles;
        const auto story = facts.snapshot().links(at).story(docid);
        if (story != 0) stories.push_back(story);
        ++status.certainty[segment.certainty[docid]];
        if (segment.first_day[docid] == 0) return;
        if (status.earliest == 0) status.earliest = segment.first_day[docid];
        status.earliest = std::min(status.earliest, segment.first_day[docid]);
        status.latest = std::max(status.latest, segment.last_day[docid]);
    });
    status.counts = both_counts(status.counts.articles, stories);
    const auto& names = facts.names(schema::Names::source);
    for (NameNumbers::Number number = 0; number < names.size(); ++number)
        if (names.articles(number) > 0) ++status.sources;
    facts.days().for_each([&](DayNumber day, const DayCounts::Count& count) {
        const auto month = bin_start(BinUnit::month, day);
        if (status.coverage.empty() || status.coverage.back().first != month)
            status.coverage.emplace_back(month, 0);
        status.coverage.back().second += count.articles;
    });
    return status;
}

}  // namespace archive
