// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/query.h"

#include <algorithm>

namespace archive {

namespace {

bool same(const QueryPointer& left, const QueryPointer& right) {
    return left == right || (left && right && *left == *right);
}

bool same(const std::vector<QueryPointer>& left, const std::vector<QueryPointer>& right) {
    return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                      [](const QueryPointer& a, const QueryPointer& b) { return same(a, b); });
}

/// `operands` with those of the same kind replaced by their own operands.
template <typename Joined>
std::vector<QueryPointer> flat(const std::vector<QueryPointer>& operands) {
    std::vector<QueryPointer> result;
    for (const auto& operand : operands) {
        if (const auto* inner = std::get_if<Joined>(&operand->node)) {
            result.insert(result.end(), inner->operands.begin(), inner->operands.end());
        } else {
            result.push_back(operand);
        }
    }
    return result;
}

template <typename Joined>
QueryPointer joined(std::vector<QueryPointer> operands, Span span) {
    if (operands.empty()) return query_of(EverythingQuery{});
    if (operands.size() == 1) return operands.front();
    return query_of(Joined{std::move(operands)}, span);
}

/// From the first to the last, brackets and all.
Span span_over(const std::vector<QueryPointer>& operands) {
    if (operands.empty()) return {};
    return {operands.front()->span.start, operands.back()->span.end};
}

}  // namespace

bool operator==(const NotQuery& left, const NotQuery& right) {
    return same(left.operand, right.operand);
}

bool operator==(const AndQuery& left, const AndQuery& right) {
    return same(left.operands, right.operands);
}

bool operator==(const OrQuery& left, const OrQuery& right) {
    return same(left.operands, right.operands);
}

bool operator==(const NearQuery& left, const NearQuery& right) {
    return left.kind == right.kind && left.words == right.words && same(left.left, right.left)
           && same(left.right, right.right);
}

bool operator==(const AtLeastQuery& left, const AtLeastQuery& right) {
    return left.times == right.times && same(left.operand, right.operand);
}

bool operator==(const SaidQuery& left, const SaidQuery& right) {
    return left.speaker == right.speaker && left.literal == right.literal
           && same(left.operand, right.operand);
}

QueryPointer all_of(const std::vector<QueryPointer>& operands) {
    auto flattened = flat<AndQuery>(operands);
    const auto everything = [](const QueryPointer& operand) {
        return std::holds_alternative<EverythingQuery>(operand->node);
    };
    flattened.erase(std::remove_if(flattened.begin(), flattened.end(), everything),
                    flattened.end());
    return joined<AndQuery>(std::move(flattened), span_over(operands));
}

QueryPointer any_of(const std::vector<QueryPointer>& operands) {
    return joined<OrQuery>(flat<OrQuery>(operands), span_over(operands));
}

}  // namespace archive
