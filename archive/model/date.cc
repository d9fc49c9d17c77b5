// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/model/date.h"

#include <array>
#include <charconv>

namespace archive {

namespace {

using std::chrono::sys_days;
using std::chrono::year_month_day;

constexpr sys_days day_zero = sys_days{std::chrono::year(1) / 1 / 1} - std::chrono::days(1);

constexpr std::array<std::string_view, 5> precision_names{"none", "year", "month", "day", "minute"};
constexpr std::array<std::string_view, 3> certainty_names{"none", "inferred", "stated"};
constexpr std::array<std::string_view, 18> basis_names{
    "none",    "field",    "jsonld",       "jsonld_page", "meta",         "microdata",
    "url",     "time",     "date_element", "text_header", "text_keyword", "free_text",
    "weekday", "modified", "event",        "holiday",     "copies",       "path"};

/// Reads exactly `width` digits from the front of `text` and consumes them.
std::optional<int> take_digits(std::string_view& text, std::size_t width) {
    if (text.size() < width) return std::nullopt;
    int number = 0;
    for (std::size_t i = 0; i < width; ++i) {
        if (text[i] < '0' || text[i] > '9') return std::nullopt;
        number = number * 10 + (text[i] - '0');
    }
    text.remove_prefix(width);
    return number;
}

bool take_dash(std::string_view& text) {
    if (text.empty() || text.front() != '-') return false;
    text.remove_prefix(1);
    return true;
}

}  // namespace

DayNumber day_number(sys_days day) {
    return static_cast<DayNumber>((day - day_zero).count());
}

sys_days day_of(DayNumber number) {
    return day_zero + std::chrono::days(number);
}

std::string iso_day(DayNumber day) {
    const year_month_day ymd(day_of(day));
    auto text = std::to_string(static_cast<int>(ymd.year()));
    if (text.size() < 4) text.insert(0, 4 - text.size(), '0');
    for (const auto number :
         {static_cast<unsigned>(ymd.month()), static_cast<unsigned>(ymd.day())}) {
        text += '-';
        text += static_cast<char>('0' + number / 10);
        text += static_cast<char>('0' + number % 10);
    }
    return text;
}

std::string_view name(Precision precision) {
    return precision_names[static_cast<std::size_t>(precision)];
}
std::string_view name(Certainty certainty) {
    return certainty_names[static_cast<std::size_t>(certainty)];
}
std::string_view name(Basis basis) {
    return basis_names[static_cast<std::size_t>(basis)];
}

std::optional<Certainty> certainty_named(std::string_view name) {
    for (std::size_t i = 0; i < certainty_names.size(); ++i) {
        if (certainty_names[i] == name) return static_cast<Certainty>(i);
    }
    return std::nullopt;
}

std::optional<DaySpan> span_of(int year) {
    if (year < 1 || year > 9999) return std::nullopt;
    const std::chrono::year y(year);
    return DaySpan{day_number(y / 1 / 1), day_number(y / 12 / 31)};
}

std::optional<DaySpan> span_of(int year, unsigned month) {
    if (year < 1 || year > 9999 || month < 1 || month > 12) return std::nullopt;
    const auto ym = std::chrono::year(year) / std::chrono::month(month);
    return DaySpan{day_number(ym / 1), day_number(ym / std::chrono::last)};
}

std::optional<DaySpan> span_of(int year, unsigned month, unsigned day) {
    if (year < 1 || year > 9999) return std::nullopt;
    const year_month_day ymd =
        std::chrono::year(year) / std::chrono::month(month) / std::chrono::day(day);
    if (!ymd.ok()) return std::nullopt;
    const DayNumber number = day_number(ymd);
    return DaySpan{number, number};
}

std::optional<WrittenSpan> parse_iso_span(std::string_view text) {
    const auto with = [](std::optional<DaySpan> span,
                         Precision precision) -> std::optional<WrittenSpan> {
        if (!span) return std::nullopt;
        return WrittenSpan{*span, precision};
    };
    const auto year = take_digits(text, 4);
    if (!year) return std::nullopt;
    if (text.empty()) return with(span_of(*year), Precision::year);
    if (!take_dash(text)) return std::nullopt;
    const auto month = take_digits(text, 2);
    if (!month) return std::nullopt;
    if (text.empty()) return with(span_of(*year, static_cast<unsigned>(*month)), Precision::month);
    if (!take_dash(text)) return std::nullopt;
    const auto day = take_digits(text, 2);
    if (!day || !text.empty()) return std::nullopt;
    return with(span_of(*year, static_cast<unsigned>(*month), static_cast<unsigned>(*day)),
                Precision::day);
}

std::string edtf(const Date& date) {
    if (!date.known()) return "";
    std::string text = iso_day(date.span.first);
    if (date.precision == Precision::month) {
        text.resize(7);
    } else if (date.precision == Precision::year) {
        text.resize(4);
    } else if (date.span.first != date.span.last) {
        return text + "/" + iso_day(date.span.last);
    }
    if (date.certainty == Certainty::inferred) text += '~';
    return text;
}

}  // namespace archive
