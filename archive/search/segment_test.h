// SPDX-License-Identifier: GPL-2.0-or-later
// segment_test.h - Whether articles of one segment match a plan, and which ones are worth asking.
#pragma once

#include "archive/search/leaf_cursor.h"
#include "archive/search/place_check.h"
#include "archive/search/word_check.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace archive {

/// How the articles are come by that are asked about.
enum class Walk : std::uint8_t {
    all,   ///< one after the other
    list,  ///< those of the leaf that has the fewest
    sets,  ///< those that all leaves have and runs of common words leave, 64 at once: where even
           ///< the rarest leaf has many
};

/// Asked in descending order. Borrows from the plan.
class SegmentTest {
public:
    /// `led` says whether the test says which articles to ask about.
    SegmentTest(const DirectPlan& plan, const Snapshot& snapshot, std::size_t at,
                DeadlineWatch& watch, Led led);

    /// Whether no article of the segment can match.
    bool hopeless() const { return hopeless_; }

    Walk walk() const { return walk_; }

    /// Of Walk::list: the leaf whose articles are to be asked about, and their postings.
    const DirectPlan::Leaf& leader() const { return *leader_; }
    const PostingList& leading() const { return led().only(); }

    /// Of Walk::sets: keeps of the articles 64 * `first` and on those that have the words, and may
    /// have those in a row.
    void keep_matches(std::size_t first, std::span<std::uint64_t> bits) const;

    /// Whether more is asked of these articles than that they have the words.
    bool asks_more(const DocidWindow& documents) const {
        return asks_more_ || documents.first < sure_.first || documents.last > sure_.last;
    }

    /// A word, and the scores of its articles in their order.
    struct ScoredWord {
        const DocidSet* set;
        const float* scores;
        const float* greatest;  ///< as in a PostingList; null where only `most` is known
        float most;

        /// No article of the set's word has a greater score.
        float limit(std::size_t at) const {
            if (set->word(at) == 0) return 0;
            return greatest != nullptr ? greatest[at] : most;
        }
    };

    /// Of Walk::sets: the words whose scores add up.
    std::span<const ScoredWord> scored() const { return scored_; }

    /// Of the articles 64 * `at` to 64 * `at` + 63 those that may have such a score, and others.
    /// The words that reach it not even together tell nothing of who does: one must have another.
    /// (H. Turtle, J. Flood, Query evaluation: strategies and optimizations, IP&M 31, 1995.)
    std::uint64_t may_reach(float score, std::size_t at) const {
        constexpr float rounding = 1.0001F;  // sums depend on their order
        float sum = 0;
        auto word = by_most_.begin();
        for (; word != by_most_.end(); ++word) {
            sum += word->limit(at);
            if (sum * rounding >= score) break;
        }
        std::uint64_t bits = 0;
        for (; word != by_most_.end(); ++word) bits |= word->set->word(at);
        return bits;
    }

    /// The score of an article that keep_matches() has kept.
    float score_of(Docid docid) const {
        float score = 0;
        for (const auto& word : scored_) {
            if (word.set->has(docid)) score += word.scores[word.set->place_of(docid)];
        }
        return score;
    }

    /// Whether an article matches. Adds to `score`. Of Walk::list the articles are those of the
    /// leading leaf, whose score is in it already; of Walk::sets those of
    /// keep_matches().
    bool holds(Docid docid, float& score) {
        if (walk_ == Walk::sets) {
            if (asks_more({docid, docid}) && !(has_counts(docid) && holds_besides(docid)))
                return false;
            score += score_of(docid);
            return true;
        }
        for (const auto& check : words_) {
            if (!check->may_hold(docid)) return false;
        }
        const auto* leads = walk_ == Walk::list ? &led() : nullptr;
        for (auto& leaf : wanted_) {
            if (&leaf != leads && !leaf.holds(docid, score)) return false;
        }
        return !asks_more({docid, docid}) || holds_besides(docid);
    }

private:
    Walk walk_of() const;
    bool open_checks();
    bool open_lists();
    void add_scored(const LeafCursor& leaf);
    void open_others();
    const LeafCursor& led() const;
    bool has_counts(Docid docid);
    bool holds_besides(Docid docid);
    bool passes_columns(Docid docid) const;
    bool passes_checks(Docid docid);

    const DirectPlan& plan_;
    const Snapshot& snapshot_;
    const Segment& segment_;
    const std::size_t at_;
    DeadlineWatch& watch_;
    const DirectPlan::Leaf* const leader_;
    Walk walk_ = Walk::all;
    bool hopeless_ = false;
    bool asks_more_ = false;  ///< than that words and columns say yes
    DocidWindow sure_;        ///< where the columns say yes
    std::vector<LeafCursor> wanted_, unwanted_;
    std::vector<ScoredWord> scored_, by_most_;  ///< the same; the least first
    std::vector<const Bitmap*> candidates_;     ///< what runs of common words leave
    std::vector<std::unique_ptr<WordCheck>> words_;
    std::vector<std::unique_ptr<PlaceCheck>> places_;
    std::vector<std::unique_ptr<SegmentTest>> without_;
    std::vector<std::vector<std::unique_ptr<SegmentTest>>> any_;
};

}  // namespace archive
