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

    /// Of Walk::sets: which of the articles 64 * `at` to 64 * `at` + 63 have the words, and may
    /// have those in a row.
    std::uint64_t word(std::size_t at) const {
        auto bits = ~std::uint64_t{0};
        for (const auto* some : candidates_) bits &= (*some)[at];
        for (const auto& leaf : wanted_) bits &= leaf.word(at);
        return bits;
    }

    /// Whether more is asked of these articles than that they have the words.
    bool asks_more(const DocidWindow& documents) const {
        return asks_more_ || documents.first < sure_.first || documents.last > sure_.last;
    }

    /// A word, and the scores of its articles in their order.
    struct ScoredWord {
        const DocidSet* set;
        const float* scores;
    };

    /// Of Walk::sets: the words whose scores add up.
    std::span<const ScoredWord> scored() const { return scored_; }

    /// The score of an article that word() has.
    float score_of(Docid docid) const {
        float score = 0;
        for (const auto& word : scored_) {
            if (word.set->has(docid)) score += word.scores[word.set->place_of(docid)];
        }
        return score;
    }

    /// Whether an article matches. Adds to `score`. Of Walk::list the articles are those of the
    /// leading leaf, whose score is in it already; of Walk::sets those of word().
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
    std::vector<ScoredWord> scored_;
    std::vector<const Bitmap*> candidates_;  ///< what runs of common words leave
    std::vector<std::unique_ptr<WordCheck>> words_;
    std::vector<std::unique_ptr<PlaceCheck>> places_;
    std::vector<std::unique_ptr<SegmentTest>> without_;
    std::vector<std::vector<std::unique_ptr<SegmentTest>>> any_;
};

}  // namespace archive
