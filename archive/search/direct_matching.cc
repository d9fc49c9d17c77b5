// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/direct_matching.h"

#include "archive/search/direct_plan.h"
#include "archive/search/place_check.h"
#include "archive/search/posting_cursor.h"
#include "archive/search/word_check.h"

#include <algorithm>
#include <array>
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

/// A plan in one segment.
class SegmentRun {
public:
    SegmentRun(const DirectPlan& plan, const Snapshot& snapshot, std::size_t at,
               DeadlineWatch& watch, const BlockSink& sink)
        : plan_(plan),
          snapshot_(snapshot),
          segment_(snapshot.segment(at)),
          live_(snapshot.live(at)),
          at_(at),
          watch_(watch),
          sink_(sink) {}

    void run() {
        const auto window = plan_.window(segment_);
        if (window.empty() || !open_checks()) return;
        const auto documents = segment_.facts().documents;
        for (const auto& leaf : plan_.wanted) {
            wanted_.emplace_back(leaf, at_, documents, &leaf == plan_.leader(at_));
            if (wanted_.back().empty()) return;
        }
        for (const auto& leaf : plan_.unwanted) unwanted_.emplace_back(leaf, at_, documents, false);
        if (wanted_.empty())
            run_over(window);
        else
            run_over(window, static_cast<std::size_t>(plan_.leader(at_) - plan_.wanted.data()));
        flush();
    }

private:
    /// False when no article of the segment can match.
    bool open_checks() {
        for (std::size_t i = 0; i < plan_.words.size(); ++i) {
            words_.push_back(std::make_unique<WordCheck>(segment_, *plan_.words[i].pattern,
                                                         plan_.words[i].articles));
            if (words_.back()->hopeless()) return false;
        }
        for (const auto& pattern : plan_.places)
            places_.push_back(std::make_unique<PlaceCheck>(segment_, *pattern));
        return true;
    }

    void run_over(const DocidWindow& window) {
        for (auto docid = window.last; docid >= window.first; --docid) consider(docid, 0, nullptr);
    }

    void run_over(const DocidWindow& window, std::size_t leader) {
        const auto& list = wanted_[leader].only();
        const auto least = plan_.wanted[leader].least_count;
        const bool scored = plan_.wanted[leader].scored;
        const auto& docids = list.docids;
        const auto first = std::lower_bound(docids.begin(), docids.end(), window.first);
        const auto last = std::upper_bound(first, docids.end(), window.last);
        const auto begin = static_cast<std::size_t>(first - docids.begin());
        for (auto i = static_cast<std::size_t>(last - docids.begin()); i-- > begin;) {
            if (least > 1 && list.counts[i] < least) {
                watch_.tick();
                continue;
            }
            consider(docids[i], scored ? list.scores[i] : 0, &wanted_[leader]);
        }
    }

    void consider(Docid docid, float score, const LeafCursor* leader) {
        watch_.tick();
        if (!has_bit(live_, docid)) return;
        for (const auto& check : words_) {
            if (!check->may_hold(docid)) return;
        }
        for (auto& leaf : wanted_) {
            if (&leaf != leader && !leaf.holds(docid, score)) return;
        }
        for (auto& leaf : unwanted_) {
            float ignored = 0;
            if (leaf.holds(docid, ignored)) return;
        }
        if (!plan_.columns.empty() && !passes_columns(docid)) return;
        if (!passes_checks(docid)) return;
        block_[used_++] = {docid, score};
        if (used_ == block_.size()) flush();
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

    void flush() {
        if (used_ > 0) sink_(at_, std::span<const ScoredDocid>(block_).first(used_));
        used_ = 0;
    }

    const DirectPlan& plan_;
    const Snapshot& snapshot_;
    const Segment& segment_;
    const Bitmap& live_;
    const std::size_t at_;
    DeadlineWatch& watch_;
    const BlockSink& sink_;
    std::vector<LeafCursor> wanted_, unwanted_;
    std::vector<std::unique_ptr<WordCheck>> words_;
    std::vector<std::unique_ptr<PlaceCheck>> places_;
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
