// SPDX-License-Identifier: GPL-2.0-or-later
// fuzz_query.cc - Any bytes are a query or a refusal, and what was understood is a query again.
#include "archive/search/query_parser.h"
#include "archive/search/query_printer.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    constexpr archive::DayNumber today = 739'220;  // 2024-11-30
    const std::string_view text(reinterpret_cast<const char*>(bytes), size);
    const auto parsed = archive::parse_query(text, {today, false});
    if (!parsed) {
        if (!parsed.error().place) std::abort();
        return 0;
    }
    const auto again = archive::parse_query(archive::print_query(*parsed->root), {today, false});
    if (!again || !(*again->root == *parsed->root)) std::abort();
    for (const auto& clause : archive::clauses_of(*parsed, text)) {
        if (!archive::parse_query(clause.without, {today, false})) std::abort();
    }
    const auto strict = archive::parse_query(text, {today, true});
    if (static_cast<bool>(strict) != parsed->warnings.empty()) std::abort();
    return 0;
}
