// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/direct_plan.h"

#include "archive/search/column_tests.h"

#include <algorithm>
#include <limits>

namespace archive {

namespace {

class Builder {
public:
    Builder(OpenPostings& postings, Relevance relevance, DeadlineWatch& watch)
        : postings_(postings), counted_(relevance == Relevance::counted), watch_(watch) {}

    /// False when the plan is none of ours.
    bool add(const Plan& plan) {
        return std::visit([&](const auto& node) { return add_node(node); }, plan.node);
    }

    DirectPlan take() && { return std::move(direct_); }

private:
    using Leaf = DirectPlan::Leaf;

    bool add_node(const EverythingPlan&) { return true; }
    bool add_node(const TermsPlan& terms) {
        Leaf leaf;
        return add_terms(terms, leaf) && add_wanted(std::move(leaf));
    }
    bool add_node(const AnyPlan& any) {
        const bool words = std::all_of(
            any.operands.begin(), any.operands.end(),
            [](const auto& one) { return std::holds_alternative<TermsPlan>(one->node); });
        if (!words) return add_alternatives(any);
        Leaf leaf;
        return add_any(any, leaf) && add_wanted(std::move(leaf));
    }
    bool add_node(const WordsPlan& words) {
        direct_.words.push_back({words.pattern, articles_by_edge(postings_, *words.pattern)});
        return true;
    }
    bool add_node(const PlacesPlan& places) {
        direct_.places.push_back(places.pattern);
        return true;
    }
    bool add_node(const DaysPlan& plan) { return add_column({plan}); }
    bool add_node(const CertaintyPlan& plan) { return add_column({plan}); }
    bool add_node(const NumberPlan& plan) { return add_column({plan}); }
    bool add_node(const AlteredPlan& plan) { return add_column({plan}); }
    bool add_node(const GroupPlan&) { return false; }
    bool add_node(const AllPlan& all) {
        return std::all_of(all.operands.begin(), all.operands.end(),
                           [&](const PlanPointer& operand) { return add(*operand); });
    }
    bool add_node(const ExceptPlan& except) {
        Leaf leaf;
        if (const auto* terms = std::get_if<TermsPlan>(&except.operand->node)) {
            if (!add_terms(unscored(*terms), leaf)) return false;
        } else if (const auto* any = std::get_if<AnyPlan>(&except.operand->node)) {
            for (const auto& operand : any->operands) {
                const auto* one = std::get_if<TermsPlan>(&operand->node);
                if (one == nullptr || !add_terms(unscored(*one), leaf)) return false;
            }
        } else {
            return add_without(*except.operand);
        }
        if (!leaf.words.empty()) direct_.unwanted.push_back(std::move(leaf));
        return true;
    }

    /// Alternatives that are more than words, beside words that must be there anyway.
    bool add_alternatives(const AnyPlan& any) {
        if (counted_) return false;
        std::vector<DirectPlan> alternatives;
        for (const auto& operand : any.operands) {
            auto one = direct_plan_of(postings_, *operand, Relevance::ignored, watch_, Led::no);
            if (!one) return false;
            if (!one->nothing) alternatives.push_back(*std::move(one));
        }
        direct_.nothing = direct_.nothing || alternatives.empty();
        direct_.any.push_back(std::move(alternatives));
        return true;
    }

    /// Phrases and whatever else is no word. Where relevance counts it is left to Xapian, so that
    /// the figures stay those of the other words there.
    bool add_without(const Plan& plan) {
        if (counted_) return false;
        auto other = direct_plan_of(postings_, plan, Relevance::ignored, watch_, Led::no);
        if (!other) return false;
        if (!other->nothing) direct_.without.push_back(*std::move(other));
        return true;
    }

    static TermsPlan unscored(TermsPlan terms) {
        terms.scored = Scored::no;
        return terms;
    }

    /// The word, if some article has it. False beside a word that counts otherwise.
    bool add_terms(const TermsPlan& terms, Leaf& leaf) {
        const bool scored = counted_ && terms.scored == Scored::yes;
        if (!leaf.words.empty() && leaf.scored != scored) return false;
        auto found = postings_.lists->of(terms, postings_.parts, watch_);
        if (!found) return true;
        leaf.words.push_back(std::move(found));
        leaf.scored = scored;
        leaf.least_count = leaf.words.size() > 1
                               ? std::uint8_t{1}
                               : static_cast<std::uint8_t>(std::min<std::uint32_t>(
                                   terms.least_count, std::numeric_limits<std::uint8_t>::max()));
        return true;
    }

    bool add_any(const AnyPlan& any, Leaf& leaf) {
        for (const auto& operand : any.operands) {
            const auto* terms = std::get_if<TermsPlan>(&operand->node);
            if (terms == nullptr || !add_terms(*terms, leaf)) return false;
        }
        return true;
    }

    bool add_wanted(Leaf leaf) {
        if (leaf.words.empty()) direct_.nothing = true;
        direct_.wanted.push_back(std::move(leaf));
        return true;
    }

    bool add_column(const DirectPlan::Column& column) {
        direct_.columns.push_back(column);
        return true;
    }

    OpenPostings& postings_;
    const bool counted_;
    DeadlineWatch& watch_;
    DirectPlan direct_;
};

DocidWindow common(const DocidWindow& left, const DocidWindow& right) {
    return {std::max(left.first, right.first), std::min(left.last, right.last)};
}

}  // namespace

std::uint64_t DirectPlan::Leaf::postings(std::size_t segment) const {
    std::uint64_t all = 0;
    for (const auto& word : words) all += word->in_segment[segment].size();
    return all;
}

bool DirectPlan::Column::holds(const Snapshot& snapshot, std::size_t segment, Docid docid) const {
    const auto& part = snapshot.segment(segment);
    if (const auto* days = std::get_if<DaysPlan>(&plan)) return meets(*days, part, docid);
    if (const auto* certainty = std::get_if<CertaintyPlan>(&plan))
        return part.certainty[docid] == static_cast<std::uint8_t>(certainty->certainty);
    if (const auto* number = std::get_if<NumberPlan>(&plan))
        return archive::holds(*number, snapshot, {segment, docid});
    return snapshot.altered({segment, docid});
}

DocidWindow DirectPlan::window(const Segment& segment) const {
    DocidWindow window{1, segment.facts().documents};
    for (const auto& column : columns) {
        const auto* days = std::get_if<DaysPlan>(&column.plan);
        if (days != nullptr) window = common(window, window_of(*days, segment));
    }
    return window;
}

DocidWindow DirectPlan::sure_window(const Segment& segment) const {
    DocidWindow window{1, segment.facts().documents};
    for (const auto& column : columns) {
        const auto* days = std::get_if<DaysPlan>(&column.plan);
        if (days == nullptr) return {};
        window = common(window, sure_window_of(*days, segment));
    }
    return window;
}

const DirectPlan::Leaf* DirectPlan::leader(std::size_t segment) const {
    const auto fewest =
        std::min_element(wanted.begin(), wanted.end(), [&](const Leaf& left, const Leaf& right) {
            return left.postings(segment) < right.postings(segment);
        });
    return fewest == wanted.end() ? nullptr : &*fewest;
}

std::optional<DirectPlan> direct_plan_of(OpenPostings& postings, const Plan& plan,
                                         Relevance relevance, DeadlineWatch& watch, Led led) {
    Builder builder(postings, relevance, watch);
    if (!builder.add(plan)) return std::nullopt;
    auto direct = std::move(builder).take();
    if (led == Led::yes && !direct.any.empty() && direct.wanted.empty()) return std::nullopt;
    return direct;
}

}  // namespace archive
