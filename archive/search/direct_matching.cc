// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/direct_matching.h"

#include "archive/search/direct_plan.h"
#include "archive/search/place_check.h"
#include "archive/search/posting_cursor.h"
#include "archive/search/word_check.h"

#include <algorithm>
#include <array>
#include <bit>
#include <optional>

namespace archive {

namespace {

/// Of more words a leaf that does not lead is put together before it is looked into.
constexpr std::size_t few_words = 8;

/// One leaf in a segment.
class LeafCursor {
public:
    LeafCursor(const DirectPlan::Leaf& leaf, std::size_t segment, std::uint32_t documents,
               bool leads)
        : least_(leaf.least_count), scored_(leaf.scored) {
        std::vector<const PostingList*> lists;
        for (const auto& word : leaf.words) {
            const auto& list = word->in_segment[segment];
            if (!list.docids.empty()) lists.push_back(&list);
        }
        if (lists.size() > 1 && (leads || lists.size() > few_words)) {
            joined_ = std::make_unique<PostingList>(union_of(lists, documents));
            lists = {joined_.get()};
        }
        for (const auto* list : lists) cursors_.emplace_back(*list);
    }

    bool empty() const { return cursors_.empty(); }
    const PostingList& only() const { return cursors_.front().list(); }

    /// Whether an article has one of the words, often enough; adds its score. Docids descend.
    bool holds(Docid docid, float& score) {
        bool found = false;
        for (auto& cursor : cursors_) {
            if (!cursor.moves_to(docid)) continue;
            if (least_ > 1 && cursor.count() < least_) return false;
            if (scored_) score += cursor.score();
            found = true;
        }
        return found;
    }

private:
    std::uint8_t least_;
    bool scored_;
    std::unique_ptr<PostingList> joined_;
    std::vector<PostingCursor> cursors_;
};

/// Whether articles of one segment match a plan, asked in descending order.
class SegmentTest {
public:
    SegmentTest(const DirectPlan& plan, const Snapshot& snapshot, std::size_t at,
                DeadlineWatch& watch)
        : plan_(plan),
          snapshot_(snapshot),
          segment_(snapshot.segment(at)),
          at_(at),
          watch_(watch),
          leader_(plan.leader(at)) {
        hopeless_ = !open_checks() || !open_lists();
        if (hopeless_) return;
        for (const auto& other : plan.without) {
            auto test = std::make_unique<SegmentTest>(other, snapshot, at, watch);
            if (!test->hopeless()) without_.push_back(std::move(test));
        }
        for (const auto& alternatives : plan.any) {
            auto& tests = any_.emplace_back();
            for (const auto& one : alternatives) {
                auto test = std::make_unique<SegmentTest>(one, snapshot, at, watch);
                if (!test->hopeless()) tests.push_back(std::move(test));
            }
            hopeless_ = hopeless_ || tests.empty();
        }
    }

    /// Whether no article of the segment can match.
    bool hopeless() const { return hopeless_; }

    /// Of the leaf whose articles are to be asked for; null when any may match.
    const PostingList* leading() const { return leader_ == nullptr ? nullptr : &led().only(); }

    /// The articles that words in a row leave, where the leading leaf has more; else null.
    const Bitmap* candidates() const {
        const auto fewest = std::min_element(
            words_.begin(), words_.end(),
            [](const auto& left, const auto& right) { return left->most() < right->most(); });
        if (fewest == words_.end() || (*fewest)->candidates() == nullptr) return nullptr;
        const auto* list = leading();
        const bool fewer = list == nullptr || (*fewest)->most() < list->docids.size();
        return fewer ? (*fewest)->candidates() : nullptr;
    }

    /// Whether one of the candidates matches. Adds to `score`.
    bool holds_candidate(Docid docid, float& score) {
        if (leader_ == nullptr) return holds_beside(docid, score, nullptr);
        auto& leads = wanted_[static_cast<std::size_t>(leader_ - plan_.wanted.data())];
        return leads.holds(docid, score) && holds_beside(docid, score, &leads);
    }

    /// Whether one of the articles that lead matches. Adds to `score`, which is the leading leaf's.
    bool holds_led(Docid docid, float& score) {
        return holds_beside(docid, score, leader_ == nullptr ? nullptr : &led());
    }

    bool holds(Docid docid) {
        float ignored = 0;
        return holds_beside(docid, ignored, nullptr);
    }

private:
    /// False when no article of the segment can match.
    bool open_checks() {
        for (const auto& words : plan_.words) {
            words_.push_back(std::make_unique<WordCheck>(segment_, *words.pattern, words.articles));
            if (words_.back()->hopeless()) return false;
        }
        for (const auto& pattern : plan_.places)
            places_.push_back(std::make_unique<PlaceCheck>(segment_, *pattern));
        return true;
    }

    bool open_lists() {
        const auto documents = segment_.facts().documents;
        for (const auto& leaf : plan_.wanted) {
            wanted_.emplace_back(leaf, at_, documents, &leaf == leader_);
            if (wanted_.back().empty()) return false;
        }
        for (const auto& leaf : plan_.unwanted) unwanted_.emplace_back(leaf, at_, documents, false);
        return true;
    }

    const LeafCursor& led() const {
        return wanted_[static_cast<std::size_t>(leader_ - plan_.wanted.data())];
    }

    bool holds_beside(Docid docid, float& score, const LeafCursor* leader) {
        for (const auto& check : words_) {
            if (!check->may_hold(docid)) return false;
        }
        for (auto& leaf : wanted_) {
            if (&leaf != leader && !leaf.holds(docid, score)) return false;
        }
        for (auto& leaf : unwanted_) {
            float ignored = 0;
            if (leaf.holds(docid, ignored)) return false;
        }
        if (!plan_.columns.empty() && !passes_columns(docid)) return false;
        const auto holds_there = [&](const auto& other) { return other->holds(docid); };
        return passes_checks(docid)
               && std::all_of(any_.begin(), any_.end(),
                              [&](const auto& tests) {
                                  return std::any_of(tests.begin(), tests.end(), holds_there);
                              })
               && std::none_of(without_.begin(), without_.end(), holds_there);
    }

    bool passes_columns(Docid docid) const {
        return std::all_of(plan_.columns.begin(), plan_.columns.end(),
                           [&](const auto& column) { return column.holds(snapshot_, at_, docid); });
    }

    bool passes_checks(Docid docid) {
        for (const auto& check : words_) {
            watch_.tick(work_of_a_check);
            if (!check->holds(docid)) return false;
        }
        for (const auto& check : places_) {
            watch_.tick(work_of_a_check);
            if (!check->holds(docid)) return false;
        }
        return true;
    }

    const DirectPlan& plan_;
    const Snapshot& snapshot_;
    const Segment& segment_;
    const std::size_t at_;
    DeadlineWatch& watch_;
    const DirectPlan::Leaf* const leader_;
    bool hopeless_ = false;
    std::vector<LeafCursor> wanted_, unwanted_;
    std::vector<std::unique_ptr<WordCheck>> words_;
    std::vector<std::unique_ptr<PlaceCheck>> places_;
    std::vector<std::unique_ptr<SegmentTest>> without_;
    std::vector<std::vector<std::unique_ptr<SegmentTest>>> any_;
};

/// A plan in one segment.
class SegmentRun {
public:
    SegmentRun(const DirectPlan& plan, const Snapshot& snapshot, std::size_t at,
               DeadlineWatch& watch, const BlockSink& sink)
        : plan_(plan),
          snapshot_(snapshot),
          live_(snapshot.live(at)),
          at_(at),
          watch_(watch),
          sink_(sink) {}

    void run() {
        const auto window = plan_.window(snapshot_.segment(at_));
        if (window.empty()) return;
        SegmentTest test(plan_, snapshot_, at_, watch_);
        if (test.hopeless()) return;
        if (const auto* candidates = test.candidates())
            run_over(test, *candidates, window);
        else if (const auto* list = test.leading())
            run_over(test, *list, window);
        else
            for (auto docid = window.last; docid >= window.first; --docid) consider(test, docid, 0);
        flush();
    }

private:
    void run_over(SegmentTest& test, const PostingList& list, const DocidWindow& window) {
        const auto least = plan_.leader(at_)->least_count;
        const bool scored = plan_.leader(at_)->scored;
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

    void run_over(SegmentTest& test, const Bitmap& candidates, const DocidWindow& window) {
        for (auto word = window.last / 64 + 1; word-- > window.first / 64;) {
            for (auto rest = candidates[word] & live_[word]; rest != 0;) {
                const auto bit = static_cast<std::uint32_t>(std::bit_width(rest)) - 1;
                rest ^= std::uint64_t{1} << bit;
                const auto docid = word * 64 + bit;
                if (docid < window.first || docid > window.last) continue;
                watch_.tick();
                float score = 0;
                if (test.holds_candidate(docid, score)) keep(docid, score);
            }
        }
    }

    void consider(SegmentTest& test, Docid docid, float score) {
        watch_.tick();
        if (has_bit(live_, docid) && test.holds_led(docid, score)) keep(docid, score);
    }

    void keep(Docid docid, float score) {
        block_[used_++] = {docid, score};
        if (used_ == block_.size()) flush();
    }

    void flush() {
        if (used_ > 0) sink_(at_, std::span<const ScoredDocid>(block_).first(used_));
        used_ = 0;
    }

    const DirectPlan& plan_;
    const Snapshot& snapshot_;
    const Bitmap& live_;
    const std::size_t at_;
    DeadlineWatch& watch_;
    const BlockSink& sink_;
    std::array<ScoredDocid, largest_block> block_;
    std::size_t used_ = 0;
};

}  // namespace

bool match_directly(OpenPostings& postings, const Plan& plan, Relevance relevance,
                    DeadlineWatch& watch, const BlockSink& sink) {
    const auto direct = direct_plan_of(postings, plan, relevance, watch);
    if (!direct) return false;
    if (direct->nothing) return true;
    for (std::size_t at = 0; at < postings.snapshot.size(); ++at)
        SegmentRun(*direct, postings.snapshot, at, watch, sink).run();
    return true;
}

}  // namespace archive
