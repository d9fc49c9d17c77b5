// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/query_operands.h"

#include <algorithm>

namespace archive {

namespace {

bool all_hold(const std::vector<QueryPointer>& operands, bool (*test)(const Query&)) {
    return std::all_of(operands.begin(), operands.end(),
                       [test](const QueryPointer& operand) { return test(*operand); });
}

struct HasPlaces {
    bool operator()(const WordQuery&) const { return true; }
    bool operator()(const PatternQuery&) const { return true; }
    bool operator()(const FuzzyQuery&) const { return true; }
    bool operator()(const PhraseQuery&) const { return true; }
    bool operator()(const AnyNameQuery&) const { return true; }
    bool operator()(const OrQuery& any) const { return all_hold(any.operands, has_places); }
    bool operator()(const NearQuery&) const { return true; }  // its operands were asked before
    template <typename Other>
    bool operator()(const Other&) const {
        return false;
    }
};

bool can_stand_beside_speech(const Query& query) {
    const auto* excluded = std::get_if<NotQuery>(&query.node);
    return can_be_said(excluded != nullptr ? *excluded->operand : query);
}

struct CanBeSaid : HasPlaces {
    using HasPlaces::operator();
    bool operator()(const AndQuery& all) const {
        const bool something =
            std::any_of(all.operands.begin(), all.operands.end(),
                        [](const QueryPointer& operand) { return can_be_said(*operand); });
        return something && all_hold(all.operands, can_stand_beside_speech);
    }
    bool operator()(const OrQuery& any) const { return all_hold(any.operands, can_be_said); }
};

}  // namespace

bool has_places(const Query& query) {
    return std::visit(HasPlaces{}, query.node);
}

bool can_be_said(const Query& query) {
    return std::visit(CanBeSaid{}, query.node);
}

}  // namespace archive
