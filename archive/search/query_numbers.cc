// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/query_numbers.h"

#include "archive/search/query_faults.h"

#include <algorithm>
#include <array>

namespace archive {

namespace {

constexpr std::string_view range_sign = "..";

constexpr auto open_end = NumberQuery::open_end;

struct NumberSpan {
    std::uint32_t least, most;
};

/// What stands before a number, the longer sign first.
struct Comparison {
    std::string_view sign;
    NumberSpan (*span)(std::uint32_t number);
};
constexpr std::array comparisons{
    Comparison{">=",
               [](std::uint32_t n) {
                   return NumberSpan{n, open_end};
               }},
    Comparison{"<=",
               [](std::uint32_t n) {
                   return NumberSpan{0, n};
               }},
    Comparison{">",
               [](std::uint32_t n) {
                   return NumberSpan{n + 1, open_end};
               }},
    // Nothing is below 0: a span that ends before it begins.
    Comparison{"<",
               [](std::uint32_t n) {
                   return n == 0 ? NumberSpan{1, 0} : NumberSpan{0, n - 1};
               }},
    Comparison{"=",
               [](std::uint32_t n) {
                   return NumberSpan{n, n};
               }},
    Comparison{"", [](std::uint32_t n) {
                   return NumberSpan{n, n};
               }}};

Error bad_number(std::string_view value) {
    return {ErrorCode::query_bad_number,
            in_quotes(value) + " is not a number; numbers are written 500, >500 or 200..800"};
}

/// "200..800", open at one end.
Result<NumberQuery> read_range(NumberQuery query, std::size_t dots) {
    const std::string_view value = query.value;
    const auto left = value.substr(0, dots), right = value.substr(dots + range_sign.size());
    const auto least = whole_number(left), most = whole_number(right);
    if (left.empty() && right.empty()) return bad_number(value);
    if ((!left.empty() && !least) || (!right.empty() && !most)) return bad_number(value);
    query.least = least.value_or(query.least);
    query.most = most.value_or(query.most);
    if (query.least > query.most) {
        return Error{
            ErrorCode::query_reversed_range,
            in_quotes(value) + " ends before it begins",
            {},
            Place{.parameter = {},
                  .found = query.value,
                  .hint = query.field + ':' + std::string(right) + ".." + std::string(left)}};
    }
    return query;
}

}  // namespace

std::optional<std::uint32_t> whole_number(std::string_view text) {
    constexpr std::size_t most_digits = 9;
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    if (text.empty() || text.size() > most_digits
        || !std::all_of(text.begin(), text.end(), is_digit))
        return std::nullopt;
    std::uint32_t value = 0;
    for (const char c : text) value = value * 10 + static_cast<std::uint32_t>(c - '0');
    return value;
}

Result<NumberQuery> read_number(std::string_view field, std::string_view value) {
    NumberQuery query;
    query.field = field;
    query.value = value;
    if (const auto dots = value.find(range_sign); dots != std::string_view::npos)
        return read_range(std::move(query), dots);
    const auto* const comparison =
        std::find_if(comparisons.begin(), comparisons.end(),
                     [&](const Comparison& one) { return value.starts_with(one.sign); });
    const auto number = whole_number(value.substr(comparison->sign.size()));
    if (!number) return bad_number(value);
    const auto span = comparison->span(*number);
    query.least = span.least;
    query.most = span.most;
    return query;
}

}  // namespace archive
