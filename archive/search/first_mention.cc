// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/first_mention.h"

#include "archive/search/question_matches.h"
#include "archive/search/ranking.h"
#include "archive/search/rows.h"

namespace archive {

namespace {

SearchRequest oldest_first(SearchRequest request) {
    request.sort = Sort::oldest;
    std::erase_if(request.filters,
                  [](const ParameterFilter& filter) { return filter.field == "certainty"; });
    return request;
}

/// What is known of the dates of the matches.
class Dates {
public:
    explicit Dates(const Snapshot& snapshot) : snapshot_(snapshot) {
        const auto span = span_of_live(snapshot);
        inferred_ = DayCounts(span.first, span.last);
    }

    /// Notes the matches of a story and returns those with a stated date.
    std::span<const StoryMatch> stated_of(std::span<const StoryMatch> versions) {
        stated_.clear();
        for (const auto& version : versions) {
            const auto& segment = snapshot_.segment(version.segment);
            switch (static_cast<Certainty>(segment.certainty[version.docid])) {
                case Certainty::stated: stated_.push_back(version); break;
                case Certainty::inferred:
                    inferred_.add(segment.first_day[version.docid], true);
                    break;
                case Certainty::none: ++undated_; break;
            }
        }
        return stated_;
    }

    std::uint64_t inferred_before(DayNumber day) const {
        std::uint64_t articles = 0;
        inferred_.for_each([&](DayNumber at, const DayCounts::Count& count) {
            if (at < day) articles += count.articles;
        });
        return articles;
    }
    std::uint64_t undated() const { return undated_; }

private:
    const Snapshot& snapshot_;
    DayCounts inferred_;
    std::uint64_t undated_ = 0;
    std::vector<StoryMatch> stated_;
};

}  // namespace

Result<FirstMention> first_mention(const ArchiveFacts& facts, OpenPostings& postings,
                                   const SearchRequest& request, DeadlineWatch& watch) {
    const auto search = oldest_first(request);
    const auto question = question_of(search, facts, postings, watch);
    if (!question) return question.error();
    const auto& snapshot = facts.snapshot();
    const auto rows = search.fold ? Rows::stories : Rows::articles;
    // The first is no later one: a list that begins at the beginning has it in front.
    const std::size_t before = question->after ? 0 : 1;
    const auto wanted = search.limit == 0 ? 0 : before + search.offset + search.limit;
    Ranking debut(snapshot, rows, Sort::oldest, 1, std::nullopt);
    Ranking list(snapshot, rows, Sort::oldest, wanted, question->after);
    Dates dates(snapshot);
    FirstMention result;
    match_stories(postings, *question, watch, [&](std::span<const StoryMatch> versions) {
        result.total.articles += versions.size();
        ++result.total.stories;
        const auto stated = dates.stated_of(versions);
        if (stated.empty()) return;
        debut.offer(stated);
        list.offer(stated);
    });
    result.receipt = receipt_of(*question, search.q);
    result.undated = dates.undated();

    MarkFinder marks(question->words);
    const auto first = std::move(debut).best();
    result.inferred_earlier =
        dates.inferred_before(first.empty() ? last_day_ever + 1 : first.front().day);
    if (first.empty()) return result;
    result.first = row_of(snapshot, first.front(), marks, Snippets::yes);
    const auto candidates = list.candidates();
    const auto matches = std::move(list).best();
    for (auto i = before + search.offset; i < matches.size(); ++i) {
        watch.tick(4096);
        result.later.push_back(row_of(snapshot, matches[i], marks, Snippets::yes));
    }
    if (!result.later.empty() && candidates > matches.size())
        result.next_cursor =
            written_cursor(key_of(snapshot, matches.back()), question->sort, question->digest);
    return result;
}

}  // namespace archive
