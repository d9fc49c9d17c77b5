// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/word_order.h"

#include <algorithm>

namespace archive {

namespace {

/// Of more ways one pattern is made.
constexpr std::size_t few_ways = 4;

bool is_same(const Way& left, const Way& right) {
    return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                      [](const auto* one, const auto* other) { return *one == *other; });
}

/// The words of the way and no others.
WordPattern along(const Way& way, const ZoneSet& zones) {
    WordPattern pattern;
    pattern.zones = zones;
    for (const auto* edge : way) {
        pattern.edges.push_back(*edge);
        pattern.edges.back().from = pattern.length;
        pattern.edges.back().to = ++pattern.length;
    }
    return pattern;
}

}  // namespace

PlanPointer words_in_order(const std::shared_ptr<const WordPattern>& pattern, const Way& there,
                           const ZonePrefixes& prefixes) {
    const auto ways = ways_through(*pattern);
    if (ways.size() < 2 || ways.size() > few_ways) return plan_of(WordsPlan{pattern});
    AnyPlan any;
    for (const auto& way : ways) {
        std::vector<PlanPointer> operands;
        if (!is_same(way, there)) {
            for (const auto* edge : way)
                operands.push_back(plan_of(TermsPlan{terms_of(*edge, prefixes), Scored::no}));
        }
        operands.push_back(
            plan_of(WordsPlan{std::make_shared<const WordPattern>(along(way, pattern->zones))}));
        any.operands.push_back(all_of(operands));
    }
    return plan_of(std::move(any));
}

}  // namespace archive
