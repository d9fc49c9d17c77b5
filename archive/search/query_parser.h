// SPDX-License-Identifier: GPL-2.0-or-later
// query_parser.h - Reads the query language (docs/query-language.md) into a tree.
#pragma once

#include "archive/base/result.h"
#include "archive/search/query.h"

#include <string_view>

namespace archive {

struct ParseOptions {
    DayNumber today = 0;  ///< what "today" and "7d" are counted from; the server's local day
    bool strict = false;  ///< refuse what would otherwise be repaired with a warning
};

/// Never throws and never guesses: repairs are warnings, the rest is refused with a code, a span
/// (Place, parameter "q") and a hint. Bounded by archive/base/limits.h; time and stack are linear
/// in the text.
Result<ParsedQuery> parse_query(std::string_view text, const ParseOptions& options);

/// One clause of the receipt: an operand of the top-level AND, or the whole query.
struct Clause {
    std::string kind;   ///< "word", "phrase", "zone", "filter", "person", "org", "place", "entity",
                        ///< "date", "number", "group", "exact", "has"; an excluded one has that
                        ///< of what it excludes
    std::string label;  ///< for people: "self defence", "2024-11", "source:Reuters", "-ikea"
    Span span;
    QueryPointer query;
    std::string without;  ///< the typed text without this clause; parses to the other clauses;
                          ///< not percent-encoded
};

/// The clauses of a query in typed order. `text` is what was parsed.
std::vector<Clause> clauses_of(const ParsedQuery& parsed, std::string_view text);

}  // namespace archive
