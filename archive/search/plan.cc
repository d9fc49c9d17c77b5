// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/plan.h"

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

}  // namespace archive
