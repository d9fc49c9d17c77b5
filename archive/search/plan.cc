// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/plan.h"

#include <algorithm>

namespace archive {

PlanPointer all_of(const std::vector<PlanPointer>& operands) {
    AllPlan all;
    for (const auto& operand : operands) {
        if (std::holds_alternative<EverythingPlan>(operand->node)) continue;
        if (const auto* nested = std::get_if<AllPlan>(&operand->node))
            all.operands.insert(all.operands.end(), nested->operands.begin(),
                                nested->operands.end());
        else
            all.operands.push_back(operand);
    }
    if (all.operands.empty()) return plan_of(EverythingPlan{});
    if (all.operands.size() == 1) return all.operands.front();
    return plan_of(std::move(all));
}

PlanPointer met_so_often(const PlanPointer& plan, std::uint32_t times) {
    const auto* all = std::get_if<AllPlan>(&plan->node);
    const bool in_a_row =
        all != nullptr
        && std::any_of(all->operands.begin(), all->operands.end(), [](const auto& operand) {
               const auto* places = std::get_if<PlacesPlan>(&operand->node);
               return places != nullptr && places->pattern->nodes.size() == 1
                      && places->pattern->nodes.front().kind == PlaceNode::Kind::words;
           });
    if (!in_a_row) return plan;
    auto counted = *all;
    for (auto& operand : counted.operands) {
        const auto* terms = std::get_if<TermsPlan>(&operand->node);
        if (terms == nullptr || terms->terms.empty()) continue;
        auto often = *terms;
        often.least_count = times;
        operand = plan_of(std::move(often));
    }
    return plan_of(std::move(counted));
}

}  // namespace archive
