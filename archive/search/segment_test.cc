// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/segment_test.h"

#include <algorithm>

namespace archive {

SegmentTest::SegmentTest(const DirectPlan& plan, const Snapshot& snapshot, std::size_t at,
                         DeadlineWatch& watch, Led led)
    : plan_(plan),
      snapshot_(snapshot),
      segment_(snapshot.segment(at)),
      at_(at),
      watch_(watch),
      leader_(plan.leader(at)),
      sure_(plan.sure_window(segment_)) {
    hopeless_ = !open_checks();
    if (led == Led::yes) walk_ = walk_of();
    hopeless_ = hopeless_ || !open_lists();
    if (!hopeless_) open_others();
    asks_more_ = !places_.empty() || !unwanted_.empty() || !any_.empty() || !without_.empty()
                 || std::any_of(words_.begin(), words_.end(),
                                [](const auto& check) { return !check->settled(); })
                 || std::any_of(wanted_.begin(), wanted_.end(),
                                [](const LeafCursor& leaf) { return leaf.counts(); });
}

Walk SegmentTest::walk_of() const {
    if (leader_ == nullptr) return candidates_.empty() ? Walk::all : Walk::sets;
    const auto postings = leader_->postings(at_);
    return is_frequent(postings, segment_.facts().documents) ? Walk::sets : Walk::list;
}

/// False when no article of the segment can match; so are the others.
bool SegmentTest::open_checks() {
    for (const auto& words : plan_.words) {
        words_.push_back(std::make_unique<WordCheck>(segment_, *words.pattern, words.articles));
        if (words_.back()->hopeless()) return false;
        if (const auto* some = words_.back()->candidates()) candidates_.push_back(some);
    }
    for (const auto& pattern : plan_.places)
        places_.push_back(std::make_unique<PlaceCheck>(segment_, *pattern));
    return true;
}

bool SegmentTest::open_lists() {
    const auto documents = segment_.facts().documents;
    for (const auto& leaf : plan_.wanted) {
        auto use = walk_ == Walk::sets ? LeafUse::sets : LeafUse::asked;
        if (walk_ == Walk::list && &leaf == leader_) use = LeafUse::leads;
        wanted_.emplace_back(leaf, at_, documents, use);
        if (wanted_.back().empty()) return false;
    }
    for (const auto& leaf : plan_.unwanted)
        unwanted_.emplace_back(leaf, at_, documents, LeafUse::asked);
    if (walk_ != Walk::sets) return true;
    // The rarest first, as when its list leads: so sums are rounded alike.
    add_scored(led());
    for (const auto& leaf : wanted_) {
        if (&leaf != &led()) add_scored(leaf);
    }
    by_most_ = scored_;
    std::sort(by_most_.begin(), by_most_.end(),
              [](const auto& left, const auto& right) { return left.most < right.most; });
    return true;
}

void SegmentTest::add_scored(const LeafCursor& leaf) {
    if (!leaf.scored()) return;
    for (const auto& word : leaf.words()) {
        const auto& list = word.list();
        scored_.push_back({&word.set(), list.scores.data(),
                           list.greatest.empty() ? nullptr : list.greatest.data(), list.most});
    }
}

void SegmentTest::open_others() {
    for (const auto& other : plan_.without) {
        auto test = std::make_unique<SegmentTest>(other, snapshot_, at_, watch_, Led::no);
        if (!test->hopeless()) without_.push_back(std::move(test));
    }
    for (const auto& alternatives : plan_.any) {
        auto& tests = any_.emplace_back();
        for (const auto& one : alternatives) {
            auto test = std::make_unique<SegmentTest>(one, snapshot_, at_, watch_, Led::no);
            if (!test->hopeless()) tests.push_back(std::move(test));
        }
        hopeless_ = hopeless_ || tests.empty();
    }
}

void SegmentTest::keep_matches(std::size_t first, std::span<std::uint64_t> bits) const {
    for (const auto* some : candidates_) {
        for (std::size_t i = 0; i < bits.size(); ++i) bits[i] &= (*some)[first + i];
    }
    for (const auto& leaf : wanted_) leaf.keep_having(first, bits);
}

const LeafCursor& SegmentTest::led() const {
    return wanted_[static_cast<std::size_t>(leader_ - plan_.wanted.data())];
}

/// Of Walk::sets, whose articles are known to have the words.
bool SegmentTest::has_counts(Docid docid) {
    float ignored = 0;
    return std::all_of(wanted_.begin(), wanted_.end(), [&](LeafCursor& leaf) {
        return !leaf.counts() || leaf.holds(docid, ignored);
    });
}

/// Everything but the wanted words.
bool SegmentTest::holds_besides(Docid docid) {
    float ignored = 0;
    if (std::any_of(unwanted_.begin(), unwanted_.end(),
                    [&](LeafCursor& leaf) { return leaf.holds(docid, ignored); }))
        return false;
    const auto holds_there = [&](const auto& other) {
        float unused = 0;
        return other->holds(docid, unused);
    };
    return passes_columns(docid) && passes_checks(docid)
           && std::all_of(any_.begin(), any_.end(),
                          [&](const auto& tests) {
                              return std::any_of(tests.begin(), tests.end(), holds_there);
                          })
           && std::none_of(without_.begin(), without_.end(), holds_there);
}

bool SegmentTest::passes_columns(Docid docid) const {
    if (docid >= sure_.first && docid <= sure_.last) return true;
    return std::all_of(plan_.columns.begin(), plan_.columns.end(),
                       [&](const auto& column) { return column.holds(snapshot_, at_, docid); });
}

bool SegmentTest::passes_checks(Docid docid) {
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

}  // namespace archive
