// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/analysis/other_calendars.h"

#include "archive/base/text.h"
#include "indexer/analysis/month_names.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <string_view>
#include <utility>

namespace indexer {

namespace {

using Words = std::span<const DateWord>;

bool number(Words words, std::size_t at, int most_digits) {
    return at < words.size() && words[at].number() && words[at].digits <= most_digits;
}

bool is(Words words, std::size_t at, std::string_view text) {
    return at < words.size() && words[at].text == text;
}

// The solar Hijri calendar

/// 1 to 12 for a month of the Persian year, which begins in March; 0 for any other word.
unsigned persian_month(std::string_view word) {
    constexpr std::array<std::string_view, 12> months{"فروردین", "اردیبهشت", "خرداد", "تیر",
                                                      "مرداد",   "شهریور",   "مهر",   "آبان",
                                                      "آذر",     "دی",       "بهمن",  "اسفند"};
    const auto* const found = std::find(months.begin(), months.end(), word);
    return found == months.end() ? 0 : static_cast<unsigned>(found - months.begin()) + 1;
}

/// Leap days up to the year, by the cycle of 33 years that holds from 1178 to 1633.
constexpr std::int64_t leap_days(std::int64_t year) {
    return (8 * year + 21) / 33;
}

std::optional<CalendarDay> from_persian(std::int64_t year, std::int64_t month, std::int64_t day,
                                        std::size_t last) {
    if (year < 1178 || year > 1479 || month < 1 || month > 12 || day < 1 || day > 31) {
        return std::nullopt;
    }
    constexpr std::int64_t known = 1399;  // which began on 20 March 2020
    constexpr std::int64_t long_months = 6;
    const std::int64_t days = 365 * (year - known) + leap_days(year) - leap_days(known)
                              + 30 * (month - 1) + std::min(month - 1, long_months) + day - 1;
    using std::chrono::sys_days;
    const std::chrono::year_month_day ours(sys_days(std::chrono::year(2020) / 3 / 20)
                                           + std::chrono::days(days));
    return CalendarDay{static_cast<int>(ours.year()), static_cast<unsigned>(ours.month()),
                       static_cast<unsigned>(ours.day()), last};
}

/// Whether a number is written in the digits of Persian, ۰ to ۹.
bool in_persian_digits(const DateWord& word) {
    return word.text.size() >= 2 && word.text[0] == '\xdb'
           && static_cast<unsigned char>(word.text[1]) >= 0xb0
           && static_cast<unsigned char>(word.text[1]) <= 0xb9;
}

/// ۱۹ اسفند ۱۳۹۹, ۱۹ اسفند ماه ۱۳۹۹, ۱۳۹۹/۱۲/۱۹
std::optional<CalendarDay> persian(Words words, std::size_t at) {
    if (number(words, at, 2) && at + 2 < words.size() && !words[at + 1].number()) {
        const unsigned month = persian_month(words[at + 1].text);
        if (month == 0) return std::nullopt;
        const std::size_t year = is(words, at + 2, "ماه") ? at + 3 : at + 2;
        if (!number(words, year, 4)) return std::nullopt;
        return from_persian(words[year].value, month, words[at].value, year + 1);
    }
    const bool figures = words[at].digits == 4 && in_persian_digits(words[at])
                         && number(words, at + 1, 2) && number(words, at + 2, 2)
                         && words[at + 1].follows(words[at]) && words[at + 2].follows(words[at + 1])
                         && words[at + 1].before == words[at + 2].before;
    if (!figures) return std::nullopt;
    return from_persian(words[at].value, words[at + 1].value, words[at + 2].value, at + 3);
}

// The Buddhist era

/// 9 มีนาคม 2564, 9 มีนาคม พ.ศ. 2564
std::optional<CalendarDay> buddhist(Words words, std::size_t at) {
    constexpr std::string_view first_thai_byte = "\xe0\xb8";
    constexpr std::int64_t ahead = 543;
    constexpr std::int64_t earliest = 2'400;
    if (!number(words, at, 2) || at + 2 >= words.size()) return std::nullopt;
    const auto& month = words[at + 1];
    if (!month.text.starts_with(first_thai_byte) || month_named(month.text) == 0) {
        return std::nullopt;
    }
    std::size_t year = at + 2;
    while (year < words.size() && year < at + 4 && !words[year].number()) ++year;
    if (!number(words, year, 4) || words[year].value < earliest) return std::nullopt;
    return CalendarDay{words[year].value - ahead, month_named(month.text),
                       static_cast<unsigned>(words[at].value), year + 1};
}

// Eras of East Asia, and numbers written out

/// What is added to a year of an era: 令和3 is 2021.
constexpr std::array<std::pair<std::string_view, std::int64_t>, 7> eras{{
    {"令和", 2018},
    {"平成", 1988},
    {"昭和", 1925},
    {"大正", 1911},
    {"明治", 1867},
    {"民國", 1911},
    {"民国", 1911},
}};

/// The years that the era at the end of `text` adds, or nothing.
std::optional<std::int64_t> era_ending(std::string_view text) {
    for (const auto& [name, years] : eras) {
        if (text.ends_with(name)) return years;
    }
    return std::nullopt;
}

/// 令和3年3月9日, 民國110年3月9日, 令和元年5月1日
std::optional<CalendarDay> of_era(Words words, std::size_t at) {
    constexpr std::string_view first_year = "元年";
    std::string_view name = words[at].text;
    std::size_t behind = at + 1;
    std::int64_t year = 1;
    if (name.ends_with(first_year)) {
        name.remove_suffix(first_year.size());
    } else {
        if (!number(words, behind, 3) || !is(words, behind + 1, "年")) return std::nullopt;
        year = words[behind].value;
        behind += 2;
    }
    const auto years = era_ending(name);
    const bool whole = years && number(words, behind, 2) && is(words, behind + 1, "月")
                       && number(words, behind + 2, 2);
    if (!whole) return std::nullopt;
    std::size_t last = behind + 3;
    if (last < words.size() && words[last].text.starts_with("日")) ++last;
    return CalendarDay{year + *years, static_cast<unsigned>(words[behind].value),
                       static_cast<unsigned>(words[behind + 2].value), last};
}

/// The number written out in front of `text`, taken off it: 二〇二一, 三, 二十九; 0 for none.
std::int64_t take_written_number(std::string_view& text) {
    constexpr std::array<std::pair<std::string_view, int>, 14> digits{{{"〇", 0},
                                                                       {"○", 0},
                                                                       {"零", 0},
                                                                       {"元", 1},
                                                                       {"一", 1},
                                                                       {"二", 2},
                                                                       {"三", 3},
                                                                       {"四", 4},
                                                                       {"五", 5},
                                                                       {"六", 6},
                                                                       {"七", 7},
                                                                       {"八", 8},
                                                                       {"九", 9},
                                                                       {"十", 10}}};
    constexpr std::int64_t most = 10'000;
    std::int64_t whole = 0;
    std::int64_t last = 0;
    bool tens = false;
    for (;;) {
        const auto* const found = std::find_if(digits.begin(), digits.end(), [&](const auto& each) {
            return text.starts_with(each.first);
        });
        if (found == digits.end() || whole > most || last > most) return whole + last;
        text.remove_prefix(found->first.size());
        if (found->second == 10) {
            whole += (last == 0 ? 1 : last) * 10;
            last = 0;
            tens = true;
        } else {
            last = tens ? found->second : last * 10 + found->second;
        }
    }
}

/// 二〇二一年三月九日, 昭和二十年八月十五日, all of it one word
std::optional<CalendarDay> written_out(Words words, std::size_t at) {
    constexpr std::string_view year_mark = "年";
    constexpr std::string_view month_mark = "月";
    constexpr std::string_view day_mark = "日";
    const std::string_view word = words[at].text;
    const auto mark = word.find(year_mark);
    if (mark == std::string_view::npos || word.find(day_mark) == std::string_view::npos) {
        return std::nullopt;
    }
    constexpr std::size_t bytes_a_letter = 3;
    for (std::size_t begin = 0; begin < mark; begin += bytes_a_letter) {
        std::string_view rest = word.substr(begin);
        CalendarDay day;
        day.year = take_written_number(rest);
        if (day.year == 0 || !rest.starts_with(year_mark)) continue;
        rest.remove_prefix(year_mark.size());
        day.month = static_cast<unsigned>(take_written_number(rest));
        if (!rest.starts_with(month_mark)) return std::nullopt;
        rest.remove_prefix(month_mark.size());
        day.day = static_cast<unsigned>(take_written_number(rest));
        if (!rest.starts_with(day_mark)) return std::nullopt;
        const auto years = era_ending(word.substr(0, begin));
        if (!years && day.year < 1000) return std::nullopt;
        day.year += years.value_or(0);
        day.last = at + 1;
        return day;
    }
    return std::nullopt;
}

}  // namespace

std::optional<CalendarDay> day_of_other_calendar(Words words, std::size_t at) {
    const auto beyond_ascii = [&](std::size_t place) {
        return place < words.size() && static_cast<unsigned char>(words[place].text.back()) >= 0x80;
    };
    if (words[at].number()) {
        if (!beyond_ascii(at + 1)) return std::nullopt;
        if (auto day = persian(words, at)) return day;
        return buddhist(words, at);
    }
    if (!beyond_ascii(at)) return std::nullopt;
    if (auto day = of_era(words, at)) return day;
    return written_out(words, at);
}

}  // namespace indexer
