// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/unanswered.h"

#include "archive/search/query_faults.h"
#include "archive/search/query_text.h"

#include <algorithm>

namespace archive {

namespace {

/// What quotations can't be asked for: that something is absent, and names of a type.
struct BeyondQuotations {
    bool operator()(const NotQuery&) const { return true; }
    bool operator()(const AnyNameQuery&) const { return true; }
    bool operator()(const AndQuery& all) const { return among(all.operands); }
    bool operator()(const OrQuery& any) const { return among(any.operands); }
    bool operator()(const NearQuery& near) const { return among({near.left, near.right}); }
    template <typename Other>
    bool operator()(const Other&) const {
        return false;
    }

private:
    bool among(const std::vector<QueryPointer>& operands) const {
        return std::any_of(operands.begin(), operands.end(), [this](const QueryPointer& operand) {
            return std::visit(*this, operand->node);
        });
    }
};

/// What a form is called in the refusal; empty for one that is answered.
struct FormOf {
    std::string_view operator()(const SaidQuery& said) const {
        return std::visit(BeyondQuotations{}, said.operand->node)
                   ? "NOT and names of a type behind said: are"
                   : "";
    }
    template <typename Answered>
    std::string_view operator()(const Answered&) const {
        return "";
    }
};

/// Looks for the first form among what a node joins.
struct FirstUnanswered {
    std::string_view typed;

    std::optional<Error> operator()(const NotQuery& query) const {
        return unanswered(*query.operand, typed);
    }
    std::optional<Error> operator()(const AndQuery& query) const { return among(query.operands); }
    std::optional<Error> operator()(const OrQuery& query) const { return among(query.operands); }
    template <typename Leaf>
    std::optional<Error> operator()(const Leaf&) const {
        return std::nullopt;
    }

private:
    std::optional<Error> among(const std::vector<QueryPointer>& operands) const {
        for (const auto& operand : operands) {
            if (auto error = unanswered(*operand, typed)) return error;
        }
        return std::nullopt;
    }
};

}  // namespace

std::optional<Error> unanswered(const Query& query, std::string_view typed) {
    const auto form = std::visit(FormOf{}, query.node);
    if (form.empty()) return std::visit(FirstUnanswered{typed}, query.node);
    const TypedText text(typed);
    const auto begin = text.byte_of(query.span.start), end = text.byte_of(query.span.end);
    const std::string found(text.between(begin, end));
    return Error{ErrorCode::query_not_yet,
                 in_quotes(found) + ": " + std::string(form) + " not part of this version yet",
                 {},
                 Place{"q", query.span.start, query.span.end, found, {}}};
}

}  // namespace archive
