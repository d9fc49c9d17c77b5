// SPDX-License-Identifier: GPL-2.0-or-later
// date.h - When an article appeared, how finely we know it, and how we know.
//
// Archives are full of articles dated "November 1989" or not dated at all. Such a date is never
// rounded to a day: a Date is the span of days on which the article may have appeared, and a search
// for 9 November finds it because the spans meet. What nobody wrote is inferred or unknown, never
// today and never the time of a file.
//
// Days are proleptic Gregorian, years 1 to 9999, without a time zone: the local day as written.
#pragma once

#include "archive/base/result.h"

#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace archive {

/// A day as a number: 1 is 0001-01-01, 3652059 is 9999-12-31, 0 is no day. What columns store.
using DayNumber = std::int32_t;

inline constexpr DayNumber first_day_ever = 1;
inline constexpr DayNumber last_day_ever = 3'652'059;

DayNumber day_number(std::chrono::sys_days day);
std::chrono::sys_days day_of(DayNumber number);

/// "2024-11-30".
std::string iso_day(DayNumber day);

/// An inclusive span of days; first <= last.
struct DaySpan {
    DayNumber first = 0;
    DayNumber last = 0;

    bool meets(const DaySpan& other) const { return first <= other.last && other.first <= last; }
    friend bool operator==(const DaySpan&, const DaySpan&) = default;
};

/// How finely a date is known. On disk: append, never renumber.
enum class Precision : std::uint8_t { none = 0, year = 1, month = 2, day = 3, minute = 4 };

/// How surely a date is known. On disk: append, never renumber.
enum class Certainty : std::uint8_t { none = 0, inferred = 1, stated = 2 };

/// What a date rests on. On disk: append, never renumber. docs/formats.md says what each means.
enum class Basis : std::uint8_t {
    none = 0,
    field,
    jsonld,
    jsonld_page,
    meta,
    microdata,
    url,
    time,
    date_element,
    text_header,
    text_keyword,
    free_text,
    weekday,
    modified,
    event,
    holiday,
    copies,
    path,
};

std::string_view name(Precision precision);
std::string_view name(Certainty certainty);
std::string_view name(Basis basis);
std::optional<Certainty> certainty_named(std::string_view name);

/// When an article appeared. A plain value; the default is undated.
struct Date {
    DaySpan span;  ///< both 0 when undated
    Precision precision = Precision::none;
    Certainty certainty = Certainty::none;
    Basis basis = Basis::none;
    std::string evidence;                            ///< the words it rests on
    std::optional<std::int16_t> minute_of_day = {};  ///< 0 to 1439, local as written
    std::optional<std::int16_t> utc_offset = {};     ///< minutes east of UTC, when written

    bool known() const { return certainty != Certainty::none; }
    friend bool operator==(const Date&, const Date&) = default;
};

/// The span of a year, a month or a day; nothing when there is no such day in the calendar.
std::optional<DaySpan> span_of(int year);
std::optional<DaySpan> span_of(int year, unsigned month);
std::optional<DaySpan> span_of(int year, unsigned month, unsigned day);

/// A span as written, with its precision.
struct WrittenSpan {
    DaySpan span;
    Precision precision = Precision::day;
};

/// Reads "1989-11-09", "1989-11" or "1989" exactly; nothing for any other text.
std::optional<WrittenSpan> parse_iso_span(std::string_view text);

/// EDTF level 1: "2024-11-30", "2024-11", "2024", inferred "2025-05-10~", span
/// "2024-11-18/2024-11-26", undated "".
std::string edtf(const Date& date);

}  // namespace archive
