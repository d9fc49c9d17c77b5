// SPDX-License-Identifier: GPL-2.0-or-later
// receipt.h - How a typed query was read, as every answer gives it back.
#pragma once

#include "archive/search/query_parser.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace archive {

struct Question;

struct ClauseResult {
    Clause clause;
    std::optional<std::uint64_t> articles;  ///< with explain, and whenever nothing was found
};

struct Receipt {
    std::string understood;  ///< the whole question as a query
    std::vector<ClauseResult> clauses;
    std::vector<Warning> warnings;
};

/// The receipt of `question`, whose query was typed as `text`; no clause is counted yet.
Receipt receipt_of(const Question& question, std::string_view text);

/// The same for a query that nobody has asked yet, read as `understood`.
Receipt receipt_of(const ParsedQuery& parsed, std::string_view text, std::string understood);

}  // namespace archive
