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

struct IsAboutWords : HasPlaces {
    using HasPlaces::operator();
    bool operator()(const AndQuery& all) const { return all_hold(all.operands, is_about_words); }
    bool operator()(const OrQuery& any) const { return all_hold(any.operands, is_about_words); }
    bool operator()(const NotQuery& excluded) const { return is_about_words(*excluded.operand); }
};

}  // namespace

bool has_places(const Query& query) {
    return std::visit(HasPlaces{}, query.node);
}

bool is_about_words(const Query& query) {
    return std::visit(IsAboutWords{}, query.node);
}

}  // namespace archive
