// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/query_faults.h"

#include <algorithm>
#include <utility>

namespace archive {

void QueryFaults::warn(ErrorCode code, std::string detail, std::size_t begin, std::size_t end,
                       std::string hint) {
    if (refused()) return;
    if (strict_) return refuse(code, std::move(detail), begin, end, std::move(hint));
    warnings_.push_back({code, std::move(detail), typed_.span(begin, end)});
}

void QueryFaults::refuse(ErrorCode code, std::string message, std::size_t begin, std::size_t end,
                         std::string hint) {
    const Span span = typed_.span(begin, end);
    refuse(Error{code,
                 std::move(message),
                 {},
                 Place{"q", span.start, span.end, std::string(typed_.between(begin, end)),
                       std::move(hint)}});
}

void QueryFaults::refuse(Error error) {
    if (!refused()) error_ = std::move(error);
}

std::vector<Warning> QueryFaults::warnings() const {
    auto sorted = warnings_;
    sort_as_typed(sorted);
    return sorted;
}

void sort_as_typed(std::vector<Warning>& warnings) {
    std::stable_sort(warnings.begin(), warnings.end(),
                     [](const Warning& left, const Warning& right) {
                         return left.span.start < right.span.start;
                     });
}

std::string in_quotes(std::string_view text) {
    if (text.find('"') != std::string_view::npos) return std::string(text);
    return '"' + std::string(text) + '"';
}

}  // namespace archive
