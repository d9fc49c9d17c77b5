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
        const std::size_t first = window.first / 64, last = window.last / 64;
        for (auto word = last + 1; word-- > first;) {
            watch_.tick(work_of_a_word);
            auto bits = test.word(word) & live_[word];
            if (word == first) bits &= all << (window.first % 64);
            if (word == last) bits &= all >> (63 - window.last % 64);
            if (bits == 0) continue;
            if (test.asks_more({docid_of(word, 0), docid_of(word, 63)}))
                for_each_bit_down(bits, [&](auto bit) { add(test, docid_of(word, bit), 0); });
            else
                put(test, word, bits);
        }
    }

    static Docid docid_of(std::size_t word, std::uint32_t bit) {
        return static_cast<Docid>(word * 64) + bit;
    }

    /// Articles of which nothing more is asked.
    void put(const SegmentTest& test, std::size_t word, std::uint64_t bits) {
        const auto scored = test.scored();
        if (scored.empty()) {
            bits = pass_over_past(word, bits);
            for_each_bit_down(bits, [&](auto bit) { put({docid_of(word, bit), 0}); });
            return;
        }
        const auto least = rowless_ == nullptr ? 0.0F : rowless_->least_score();
        const auto alone = rowless_ == nullptr ? 0 : ~snapshot_.links(at_).in_stories(word);
        std::uint64_t passed = 0;
        const auto put_scored = [&](std::uint32_t bit, float score) {
            if (score < least && (alone >> bit & 1U) != 0)
                passed |= std::uint64_t{1} << bit;
            else
                put({docid_of(word, bit), score});
        };
        if (scored.size() == 1) {  // the scores stand in the order of the bits
            const auto& [set, scores] = scored.front();
            const auto* score = scores + set->up_to(word);
            for_each_bit_down(set->word(word), [&](auto bit) {
                --score;
                if ((bits >> bit & 1U) != 0) put_scored(bit, *score);
            });
        } else {
            for_each_bit_down(
                bits, [&](auto bit) { put_scored(bit, test.score_of(docid_of(word, bit))); });
        }
        if (passed != 0) rowless_->pass_over(at_, word, passed);
    }

    /// Of articles without relevance those that must be handed over.
    std::uint64_t pass_over_past(std::size_t word, std::uint64_t bits) {
        if (rowless_ == nullptr) return bits;
        const auto last = std::min(docid_of(word, 63), snapshot_.segment(at_).facts().documents);
        if (!rowless_->are_past(at_, last)) return bits;
        const auto in_stories = snapshot_.links(at_).in_stories(word);
        rowless_->pass_over(at_, word, bits & ~in_stories);
        return bits & in_stories;
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
