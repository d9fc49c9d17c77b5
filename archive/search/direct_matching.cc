// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/direct_matching.h"

#include "archive/search/direct_plan.h"
#include "archive/search/segment_test.h"

#include <algorithm>
#include <array>

namespace archive {

namespace {

/// A plan in one segment.
class SegmentRun {
public:
    SegmentRun(const DirectPlan& plan, const Snapshot& snapshot, std::size_t at,
               DeadlineWatch& watch, const BlockSink& sink, RowlessMatches* rowless)
        : plan_(plan),
          snapshot_(snapshot),
          live_(snapshot.live(at)),
          at_(at),
          watch_(watch),
          sink_(sink),
          rowless_(rowless) {}

    void run() {
        const auto window = plan_.window(snapshot_.segment(at_));
        if (window.empty()) return;
        SegmentTest test(plan_, snapshot_, at_, watch_, Led::yes);
        if (test.hopeless()) return;
        switch (test.walk()) {
            case Walk::all:
                for (auto docid = window.last; docid >= window.first; --docid)
                    consider(test, docid, 0);
                break;
            case Walk::list: run_over_list(test, window); break;
            case Walk::sets: run_over_sets(test, window); break;
        }
        flush();
    }

private:
    void run_over_list(SegmentTest& test, const DocidWindow& window) {
        const auto least = test.leader().least_count;
        const bool scored = test.leader().scored;
        const auto& list = test.leading();
        const auto& docids = list.docids;
        const auto first = std::lower_bound(docids.begin(), docids.end(), window.first);
        const auto last = std::upper_bound(first, docids.end(), window.last);
        const auto begin = static_cast<std::size_t>(first - docids.begin());
        for (auto i = static_cast<std::size_t>(last - docids.begin()); i-- > begin;) {
            if (least > 1 && list.counts[i] < least) {
                watch_.tick();
                continue;
            }
            consider(test, docids[i], scored ? list.scores[i] : 0);
        }
    }

    void run_over_sets(SegmentTest& test, const DocidWindow& window) {
        constexpr auto all = ~std::uint64_t{0};
        const std::size_t begin = window.first / 64, last = window.last / 64;
        std::array<std::uint64_t, longest_stretch> buffer;
        auto longest = first_stretch;
        for (auto end = last + 1; end > begin;) {
            const auto bits = std::span(buffer).first(std::min(longest, end - begin));
            const auto first = end - bits.size();
            watch_.tick(static_cast<std::uint32_t>(bits.size()) * work_of_a_word);
            std::copy_n(live_.begin() + static_cast<std::ptrdiff_t>(first), bits.size(),
                        bits.begin());
            if (first == begin) bits.front() &= all << (window.first % 64);
            if (end == last + 1) bits.back() &= all >> (63 - window.last % 64);
            test.keep_matches(first, bits);
            add(test, first, bits);
            flush();
            end = first;
            longest = std::min(2 * longest, longest_stretch);
        }
    }

    static Docid docid_of(std::size_t word, std::uint32_t bit) {
        return static_cast<Docid>(word * 64) + bit;
    }

    /// The articles of SegmentTest::keep_matches(), as far as they match.
    void add(SegmentTest& test, std::size_t first, std::span<std::uint64_t> bits) {
        const auto last = first + bits.size() - 1;
        if (!test.asks_more({docid_of(first, 0), docid_of(last, 63)})) {
            put(test, first, bits);
        } else if (first == last) {
            for_each_bit_down(bits[0], [&](auto bit) { add(test, docid_of(first, bit), 0); });
        } else {
            for (auto i = bits.size(); i-- > 0;) add(test, first + i, bits.subspan(i, 1));
        }
    }

    /// Articles of which nothing more is asked.
    void put(const SegmentTest& test, std::size_t first, std::span<const std::uint64_t> bits) {
        const auto least = rowless_ == nullptr ? 0 : rowless_->least_score();
        const auto last = docid_of(first + bits.size() - 1, 63);
        const bool past =
            rowless_ != nullptr
            && rowless_->are_past(at_, std::min(last, snapshot_.segment(at_).facts().documents));
        std::array<std::uint64_t, longest_stretch> passed;
        for (std::size_t i = 0; i < bits.size(); ++i) {
            const auto word = first + i;
            auto rows = past ? 0 : bits[i];
            if (least > 0) rows &= test.may_reach(least, word);
            if (rows != 0) rows = put_rows(test, word, rows, least);
            const auto rowless = bits[i] ^ rows;
            const auto in_stories = snapshot_.links(at_).in_stories(word);
            // The versions of a story are counted together.
            for_each_bit_down(rowless & in_stories, [&](auto bit) {
                put({docid_of(word, bit), no_row});
            });
            passed[i] = rowless & ~in_stories;
        }
        if (rowless_ != nullptr && (past || least > 0))
            rowless_->pass_over(at_, first, std::span(passed).first(bits.size()));
    }

    /// Returns the bits of those that were relevant enough.
    std::uint64_t put_rows(const SegmentTest& test, std::size_t word, std::uint64_t bits,
                           float least) {
        std::uint64_t rows = 0;
        const auto put_row = [&](std::uint32_t bit, float score) {
            if (score < least) return;
            rows |= std::uint64_t{1} << bit;
            put({docid_of(word, bit), score});
        };
        if (test.scored().size() == 1) {  // the scores stand in the order of the bits
            const auto& only = test.scored().front();
            const auto* score = only.scores + only.set->up_to(word);
            for_each_bit_down(only.set->word(word), [&](auto bit) {
                --score;
                if ((bits >> bit & 1U) != 0) put_row(bit, *score);
            });
        } else {
            for_each_bit_down(bits,
                              [&](auto bit) { put_row(bit, test.score_of(docid_of(word, bit))); });
        }
        return rows;
    }

    void consider(SegmentTest& test, Docid docid, float score) {
        watch_.tick();
        if (has_bit(live_, docid)) add(test, docid, score);
    }

    void add(SegmentTest& test, Docid docid, float score) {
        if (test.holds(docid, score)) put({docid, score});
    }

    void put(const ScoredDocid& match) {
        block_[used_++] = match;
        if (used_ == block_.size()) flush();
    }

    void flush() {
        if (used_ > 0) sink_(at_, std::span<const ScoredDocid>(block_).first(used_));
        used_ = 0;
    }

    /// Words of a bitmap that are looked at together. The first ones are few: the sooner the rows
    /// are there, the more is passed over.
    static constexpr std::size_t first_stretch = 4, longest_stretch = 64;

    /// Of 64 articles, for the watch.
    static constexpr std::uint32_t work_of_a_word = 16;

    const DirectPlan& plan_;
    const Snapshot& snapshot_;
    const Bitmap& live_;
    const std::size_t at_;
    DeadlineWatch& watch_;
    const BlockSink& sink_;
    RowlessMatches* const rowless_;
    std::array<ScoredDocid, largest_block> block_;
    std::size_t used_ = 0;
};

}  // namespace

bool match_directly(OpenPostings& postings, const Plan& plan, Relevance relevance,
                    DeadlineWatch& watch, const BlockSink& sink, RowlessMatches* rowless) {
    const auto direct = direct_plan_of(postings, plan, relevance, watch);
    if (!direct) return false;
    if (direct->nothing) return true;
    // The newest first: the sooner the rows are there, the more is passed over.
    for (auto at = postings.snapshot.size(); at-- > 0;)
        SegmentRun(*direct, postings.snapshot, at, watch, sink, rowless).run();
    return true;
}

}  // namespace archive
