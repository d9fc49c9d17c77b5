// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/result_page.h"

#include "archive/search/newest_rows.h"

namespace archive {

namespace {

bool asks_for_everything(const Question& question) {
    return std::holds_alternative<EverythingPlan>(plan_of(question, question.words.plan, {})->node);
}

/// What is done with every match.
class Counting final : public RowlessMatches {
public:
    Counting(Tally& tally, Ranking& ranking) : tally_(tally), ranking_(ranking) {}

    void operator()(std::span<const StoryMatch> versions) const {
        tally_.count(versions);
        ranking_.offer(versions);
    }
    void alone(std::span<const StoryMatch> matches) const {
        tally_.count_alone(matches);
        ranking_.offer_alone(matches);
    }

    /// Itself, when nothing is asked of a match that makes no row.
    RowlessMatches* rowless() { return tally_.counts_by_bits() ? this : nullptr; }

    float least_score() const override { return ranking_.least_score(); }
    bool are_past(std::size_t segment, Docid docid) const override {
        return ranking_.are_past(segment, docid);
    }
    void pass_over(std::size_t segment, std::size_t first,
                   std::span<const std::uint64_t> bits) override {
        ranking_.pass_over(tally_.count_alone(segment, first, bits));
    }

private:
    Tally& tally_;
    Ranking& ranking_;
};

std::size_t rows_wanted(const SearchRequest& request) {
    return request.limit == 0 ? 0 : std::size_t{request.offset} + request.limit;
}

}  // namespace

Rows rows_of(const SearchRequest& request) {
    return request.fold ? Rows::stories : Rows::articles;
}

ResultPage page_of(const ArchiveFacts& facts, OpenPostings& postings, const SearchRequest& request,
                   const Question& question, Tally& tally, DeadlineWatch& watch) {
    const auto wanted = rows_wanted(request);
    if (tally.counts_only_totals() && question.sort == Sort::newest && wanted > 0
        && asks_for_everything(question)) {
        if (auto rows = newest_rows(postings.snapshot, rows_of(request), wanted, question.after,
                                    postings.stories, watch))
            return {std::move(*rows), true, facts.calendar().total};
    }
    LeftOut left_out;
    left_out.dates = tally.asks_dates();
    for (const auto& field : question.fields) {
        if (tally.asks(field)) left_out.fields.push_back(&field);
    }
    Ranking ranking(postings.snapshot, rows_of(request), question.sort, wanted, question.after);
    Counting counting(tally, ranking);
    if (tally.asks_filters()) {
        match_stories(
            postings, question, left_out, watch,
            [&](Location location) { return tally.failing(location); }, counting);
    } else {
        match_stories(postings, question, watch, counting);
    }
    const auto candidates = ranking.candidates();
    ResultPage page{std::move(ranking).best(), false, tally.total()};
    page.goes_on = candidates > page.matches.size();
    return page;
}

}  // namespace archive
