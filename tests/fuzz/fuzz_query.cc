// SPDX-License-Identifier: GPL-2.0-or-later
// fuzz_query.cc - Any bytes are a query or a refusal, and what was understood is a query again.
//
// Bytes that begin with a NUL, which no query holds, choose from pieces of every form instead: so
// that forms are nested in each other sooner than chance would type them.
#include "archive/search/query_parser.h"
#include "archive/search/query_printer.h"
#include "archive/search/wildcards.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

namespace {

constexpr std::array<std::string_view, 48> pieces{
    " ",         "(",       ")",          "\"",        "-",        "|",        " AND ",
    " OR ",      " NOT ",   " NEAR/5 ",   " w/3 ",     " ADJ ",    " pre/50 ", " SAME ",
    "a",         "kim",     "ukrain*",    "p?tin",     "self-",    "def*",     "puttin~",
    "~2",        "~",       "*",          "?",         "=",        "\\",       "@person",
    "@org",      " ~7",     "atleast3:",  "atleast0:", "said:",    "said:=",   "headline:",
    "body:",     "lead:",   "caption:",   "\u4e2d",    "person:=", "source:",  "in:furniture ",
    "date:2024", "words:>", "\"a b\"~5 ", "“c* d”",    "\u00e9",   "'s "};

std::string text_of(std::string_view bytes) {
    if (bytes.empty() || bytes.front() != '\0') return std::string(bytes);
    std::string text;
    for (const char byte : bytes.substr(1))
        text += pieces[static_cast<unsigned char>(byte) % pieces.size()];
    return text;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    constexpr archive::DayNumber today = 739'220;  // 2024-11-30
    const auto text = text_of({reinterpret_cast<const char*>(bytes), size});
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
    for (const auto& word : archive::open_words_of(text)) {
        if (!archive::fills(word.text, word.text)) std::abort();
    }
    return 0;
}
