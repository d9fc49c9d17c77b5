// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/analysis/written_days.h"

#include "archive/model/date.h"
#include "indexer/analysis/clock_times.h"
#include "indexer/analysis/month_names.h"
#include "indexer/analysis/other_calendars.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <string_view>

namespace indexer {

namespace {

using Words = std::span<const DateWord>;

int as_int(std::int64_t value) {
    return static_cast<int>(std::clamp<std::int64_t>(value, 0, 1'000'000));
}

unsigned as_unsigned(std::int64_t value) {
    return static_cast<unsigned>(as_int(value));
}

bool number(Words words, std::size_t at, int fewest, int most) {
    return at < words.size() && words[at].digits >= fewest && words[at].digits <= most;
}

bool letters(Words words, std::size_t at, std::string_view text) {
    return at < words.size() && words[at].text == text;
}

std::optional<WrittenDay> valid(std::int64_t year, std::int64_t month, std::int64_t day,
                                std::size_t last, std::size_t time, const DateHints& hints) {
    if (year < hints.earliest_year || year > hints.latest_year) return std::nullopt;
    const auto span = archive::span_of(as_int(year), as_unsigned(month), as_unsigned(day));
    if (!span || span->first > hints.latest_day) return std::nullopt;
    return WrittenDay{as_int(year), as_unsigned(month), as_unsigned(day), last, time};
}

// The written forms. Each says what day begins at words[at], if one does.

/// 2024-11-30, 2024/11/30, 2024.11.30, 2024_11_30
std::optional<WrittenDay> year_month_day(Words words, std::size_t at, const DateHints& hints) {
    if (!number(words, at, 4, 4) || !number(words, at + 1, 1, 2) || !number(words, at + 2, 1, 2)) {
        return std::nullopt;
    }
    constexpr std::string_view separators = "-/._";
    const bool joined = words[at + 1].follows(words[at]) && words[at + 2].follows(words[at + 1])
                        && separators.find(words[at + 1].before) != std::string_view::npos;
    if (!joined) return std::nullopt;
    return valid(words[at].value, words[at + 1].value, words[at + 2].value, at + 3, at + 3, hints);
}

/// 20241130, 202411300815, 20241130081500
std::optional<WrittenDay> packed(Words words, std::size_t at, const DateHints& hints) {
    const auto& word = words[at];
    std::int64_t day = word.value;
    if (word.digits == 14) {
        day /= 1'000'000;
    } else if (word.digits == 12) {
        day /= 10'000;
    } else if (word.digits != 8) {
        return std::nullopt;
    }
    constexpr std::int64_t earliest = 1900;  // shorter ones are numbers of other things
    if (day / 10'000 < earliest) return std::nullopt;
    return valid(day / 10'000, day / 100 % 100, day % 100, at + 1, at + 1, hints);
}

/// 2024年11月30日, 2024년 11월 30일
std::optional<WrittenDay> east_asian(Words words, std::size_t at, const DateHints& hints) {
    const bool year =
        number(words, at, 4, 4) && (letters(words, at + 1, "年") || letters(words, at + 1, "년"));
    if (!year || !number(words, at + 2, 1, 2) || !number(words, at + 4, 1, 2)) return std::nullopt;
    if (!letters(words, at + 3, "月") && !letters(words, at + 3, "월")) return std::nullopt;
    std::size_t last = at + 5;
    if (last < words.size() && !words[last].number() && words[last].first == words[at + 4].last) {
        ++last;
    }
    return valid(words[at].value, words[at + 2].value, words[at + 4].value, last, last, hints);
}

/// 30/11/2024, 30.11.24, 11-30-2024
std::optional<WrittenDay> numeric(Words words, std::size_t at, const DateHints& hints) {
    if (!number(words, at, 1, 2) || !number(words, at + 1, 1, 2)
        || !(number(words, at + 2, 4, 4) || number(words, at + 2, 2, 2))) {
        return std::nullopt;
    }
    const auto& first = words[at];
    const auto& second = words[at + 1];
    const auto& third = words[at + 2];
    constexpr std::string_view separators = "/.-";
    if (!second.follows(first) || !third.follows(second) || second.before != third.before
        || separators.find(second.before) == std::string_view::npos) {
        return std::nullopt;
    }
    constexpr std::int64_t this_century = 40;
    const std::int64_t year = third.digits == 4            ? third.value
                              : third.value < this_century ? 2000 + third.value
                                                           : 1900 + third.value;
    const auto day_first = valid(year, second.value, first.value, at + 3, at + 3, hints);
    const auto month_first = valid(year, first.value, second.value, at + 3, at + 3, hints);
    if (!day_first || !month_first) return day_first ? day_first : month_first;
    if (const auto weekday = weekday_before(words, at)) {
        const bool agrees = weekday_of(*day_first) == *weekday;
        if (agrees != (weekday_of(*month_first) == *weekday)) {
            return agrees ? day_first : month_first;
        }
    }
    return hints.month_first && second.before == '/' ? month_first : day_first;
}

/// Words that stand between the day and the month, or the month and the year.
bool joins(const DateWord& word) {
    constexpr std::array<std::string_view, 14> joining{"de", "of", "st", "nd",  "rd",  "th", "er",
                                                       "º",  "d",  "ο",  "del", "den", "do", "di"};
    return std::find(joining.begin(), joining.end(), word.text) != joining.end();
}

/// The month that begins at words[at], and the word behind it: "November", "كانون الثاني",
/// "آذار/مارس", which says it twice. 0 where none does.
unsigned month_at_words(Words words, std::size_t at, std::size_t& behind) {
    behind = at + 1;
    unsigned month = month_named(words[at].text);
    const bool winter = words[at].text == "كانون";
    if (behind < words.size() && (winter || words[at].text == "تشرين")) {
        const std::string_view which = words[behind].text;
        const bool second = which == "الثاني" || which == "الثانى";
        if (!second && which != "الأول" && which != "الاول") return 0;
        month = winter ? (second ? 1 : 12) : (second ? 11 : 10);
        ++behind;
    }
    if (month != 0 && behind < words.size() && !words[behind].number()
        && month_named(words[behind].text) == month) {
        ++behind;
    }
    return month;
}

/// 9 tháng 3 năm 2021; 2021. gada 9. martā; 2021 m. kovo 9 d.
std::optional<WrittenDay> with_words_between(Words words, std::size_t at, const DateHints& hints) {
    if (at + 3 >= words.size() || words[at + 1].number()) return std::nullopt;
    const auto& second = words[at + 2];
    if (letters(words, at + 1, "tháng") && number(words, at + 2, 1, 2)) {
        const std::size_t year = letters(words, at + 3, "năm") ? at + 4 : at + 3;
        if (!number(words, year, 4, 4)) return std::nullopt;
        return valid(words[year].value, second.value, words[at].value, year + 1, year + 1, hints);
    }
    if (words[at].digits != 4) return std::nullopt;
    if (letters(words, at + 1, "gada") && number(words, at + 2, 1, 2)) {
        const unsigned month = month_named(words[at + 3].text);
        if (month == 0) return std::nullopt;
        return valid(words[at].value, month, second.value, at + 4, at + 4, hints);
    }
    if (letters(words, at + 1, "m") && !second.number() && number(words, at + 3, 1, 2)) {
        const unsigned month = month_named(second.text);
        if (month == 0) return std::nullopt;
        return valid(words[at].value, month, words[at + 3].value, at + 4, at + 4, hints);
    }
    return std::nullopt;
}

/// A day of a calendar with other years: 令和3年3月9日.
std::optional<WrittenDay> otherwise_counted(Words words, std::size_t at, const DateHints& hints) {
    const auto day = day_of_other_calendar(words, at);
    if (!day) return std::nullopt;
    return valid(day->year, day->month, day->day, day->last, day->last, hints);
}

/// 30 November 2024, 30. Nov. '24, 30 Nov 24, 30 de noviembre de 2024, 30th of November, 2024
std::optional<WrittenDay> day_month_year(Words words, std::size_t at, const DateHints& hints) {
    if (!number(words, at, 1, 2) || words[at].value < 1 || words[at].value > 31) {
        return std::nullopt;
    }
    const std::size_t month_at = skip_joining(words, at + 1, 2);
    if (month_at >= words.size() || words[month_at].number()) return std::nullopt;
    std::size_t behind = month_at + 1;
    const unsigned month = month_at_words(words, month_at, behind);
    if (month == 0) return std::nullopt;
    const std::size_t year_at = skip_joining(words, behind, 2);
    if (year_at >= words.size()) return std::nullopt;
    const auto& year = words[year_at];
    constexpr std::size_t nearby = 8;  // bytes between month and year
    if (year.digits == 4 && year.first <= words[behind - 1].last + nearby) {
        return valid(year.value, month, words[at].value, year_at + 1, year_at + 1, hints);
    }
    constexpr char end_of_curly_apostrophe = '\x99';
    const bool marked =
        year.before == '\'' || year.before == '-' || year.before == end_of_curly_apostrophe;
    // "Lerwick, 30 Nov 24" as the whole of a line; elsewhere the 24 may count anything
    constexpr std::size_t words_in_front = 3;
    const bool alone = at <= words_in_front && year_at + 1 == words.size() && year.before == ' '
                       && year.first <= words[month_at].last + 2;
    if (year.digits == 2 && (marked || alone)) {
        const auto full = year.value < 40 ? 2000 + year.value : 1900 + year.value;
        return valid(full, month, words[at].value, year_at + 1, year_at + 1, hints);
    }
    return std::nullopt;
}

/// November 30, 2024; Nov. 30th 2024; Tue Nov 19 10:00:00 GMT 2019
std::optional<WrittenDay> month_day_year(Words words, std::size_t at, const DateHints& hints) {
    if (words[at].number() || !number(words, at + 1, 1, 2)) return std::nullopt;
    const unsigned month = month_named(words[at].text);
    if (month == 0) return std::nullopt;
    const auto day = words[at + 1].value;
    const std::size_t year_at = skip_joining(words, at + 2, 1);
    if (number(words, year_at, 4, 4)) {
        if (const auto found =
                valid(words[year_at].value, month, day, year_at + 1, year_at + 1, hints)) {
            return found;
        }
    }
    if (const auto time = clock_time_at(words, year_at)) {
        const std::size_t behind = year_at + time->words;
        for (std::size_t later = behind; later < words.size() && later <= behind + 1; ++later) {
            if (number(words, later, 4, 4) && words[later].before == ' ') {
                return valid(words[later].value, month, day, later + 1, year_at, hints);
            }
        }
    }
    return std::nullopt;
}

/// 2024. november 30.; 2024 Nov 30
std::optional<WrittenDay> year_named_month_day(Words words, std::size_t at,
                                               const DateHints& hints) {
    if (!number(words, at, 4, 4) || !number(words, at + 2, 1, 2)) return std::nullopt;
    constexpr std::size_t nearby = 2;
    if (words[at + 1].first > words[at].last + nearby || words[at + 1].number())
        return std::nullopt;
    if (number(words, at + 3, 4, 4)) return std::nullopt;
    const unsigned month = month_named(words[at + 1].text);
    if (month == 0) return std::nullopt;
    return valid(words[at].value, month, words[at + 2].value, at + 3, at + 3, hints);
}

using Form = std::optional<WrittenDay> (*)(Words, std::size_t, const DateHints&);
constexpr std::array<Form, 5> number_forms{otherwise_counted, year_month_day, packed, east_asian,
                                           numeric};
constexpr std::array<Form, 3> named_number_forms{day_month_year, year_named_month_day,
                                                 with_words_between};

}  // namespace

std::optional<unsigned> weekday_before(Words words, std::size_t at) {
    for (std::size_t back = 1; back <= 3 && back <= at; ++back) {
        const auto& word = words[at - back];
        if (word.number()) continue;
        if (const auto weekday = weekday_named(word.text)) return weekday;
    }
    return std::nullopt;
}

unsigned weekday_of(const WrittenDay& day) {
    const auto span = archive::span_of(day.year, day.month, day.day);
    return std::chrono::weekday(archive::day_of(span->first)).c_encoding();
}

std::size_t skip_joining(Words words, std::size_t at, std::size_t most) {
    const std::size_t stop = at + most;
    while (at < words.size() && at < stop && !words[at].number() && joins(words[at])) ++at;
    return at;
}

std::optional<WrittenDay> day_at(Words words, std::size_t at, const DateHints& hints) {
    if (!words[at].number()) {
        if (auto day = otherwise_counted(words, at, hints)) return day;
        return month_day_year(words, at, hints);
    }
    for (const Form form : number_forms) {
        if (auto day = form(words, at, hints)) return day;
    }
    for (const Form form : named_number_forms) {
        if (auto day = form(words, at, hints)) return day;
    }
    return std::nullopt;
}

}  // namespace indexer
