// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/analysis/dates.h"

#include "archive/base/text.h"
#include "indexer/analysis/clock_times.h"
#include "indexer/analysis/date_words.h"
#include "indexer/analysis/month_names.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <span>
#include <vector>

namespace indexer {

namespace {

using archive::Date;
using archive::Precision;
using Words = std::span<const DateWord>;

constexpr std::size_t searched_bytes = 400;
constexpr std::size_t evidence_bytes = 120;

/// A day read from words [first, last), and where its clock time may begin.
struct Day {
    int year = 0;
    unsigned month = 0;
    unsigned day = 0;
    std::size_t last = 0;
    std::size_t time = 0;
};

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

std::optional<Day> valid(std::int64_t year, std::int64_t month, std::int64_t day, std::size_t last,
                         std::size_t time, const DateHints& hints) {
    if (year < hints.earliest_year || year > hints.latest_year) return std::nullopt;
    const auto span = archive::span_of(as_int(year), as_unsigned(month), as_unsigned(day));
    if (!span || span->first > hints.latest_day) return std::nullopt;
    return Day{as_int(year), as_unsigned(month), as_unsigned(day), last, time};
}

/// The weekday named in one of the three words in front of words[at].
std::optional<unsigned> weekday_before(Words words, std::size_t at) {
    for (std::size_t back = 1; back <= 3 && back <= at; ++back) {
        const auto& word = words[at - back];
        if (word.number()) continue;
        if (const auto weekday = weekday_named(word.text)) return weekday;
    }
    return std::nullopt;
}

/// Where the weekday in front of words[at] begins.
std::size_t first_word_of_weekday(Words words, std::size_t at) {
    std::size_t back = 1;
    while (words[at - back].number() || !weekday_named(words[at - back].text)) ++back;
    return words[at - back].first;
}

unsigned weekday_of(const Day& day) {
    const auto span = archive::span_of(day.year, day.month, day.day);
    return std::chrono::weekday(archive::day_of(span->first)).c_encoding();
}

// The written forms. Each says what day begins at words[at], if one does.

/// 2024-11-30, 2024/11/30, 2024.11.30, 2024_11_30
std::optional<Day> year_month_day(Words words, std::size_t at, const DateHints& hints) {
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
std::optional<Day> packed(Words words, std::size_t at, const DateHints& hints) {
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
std::optional<Day> east_asian(Words words, std::size_t at, const DateHints& hints) {
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
std::optional<Day> numeric(Words words, std::size_t at, const DateHints& hints) {
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

std::size_t skip_joining(Words words, std::size_t at, std::size_t most) {
    const std::size_t stop = at + most;
    while (at < words.size() && at < stop && !words[at].number() && joins(words[at])) ++at;
    return at;
}

/// 30 November 2024, 30. Nov. '24, 30 Nov 24, 30 de noviembre de 2024, 30th of November, 2024
std::optional<Day> day_month_year(Words words, std::size_t at, const DateHints& hints) {
    if (!number(words, at, 1, 2) || words[at].value < 1 || words[at].value > 31) {
        return std::nullopt;
    }
    const std::size_t month_at = skip_joining(words, at + 1, 2);
    if (month_at >= words.size() || words[month_at].number()) return std::nullopt;
    const unsigned month = month_named(words[month_at].text);
    if (month == 0) return std::nullopt;
    const std::size_t year_at = skip_joining(words, month_at + 1, 2);
    if (year_at >= words.size()) return std::nullopt;
    const auto& year = words[year_at];
    constexpr std::size_t nearby = 8;  // bytes between month and year
    if (year.digits == 4 && year.first <= words[month_at].last + nearby) {
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
std::optional<Day> month_day_year(Words words, std::size_t at, const DateHints& hints) {
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
std::optional<Day> year_named_month_day(Words words, std::size_t at, const DateHints& hints) {
    if (!number(words, at, 4, 4) || !number(words, at + 2, 1, 2)) return std::nullopt;
    constexpr std::size_t nearby = 2;
    if (words[at + 1].first > words[at].last + nearby || words[at + 1].number())
        return std::nullopt;
    if (number(words, at + 3, 4, 4)) return std::nullopt;
    const unsigned month = month_named(words[at + 1].text);
    if (month == 0) return std::nullopt;
    return valid(words[at].value, month, words[at + 2].value, at + 3, at + 3, hints);
}

using Form = std::optional<Day> (*)(Words, std::size_t, const DateHints&);
constexpr std::array<Form, 4> number_forms{year_month_day, packed, east_asian, numeric};
constexpr std::array<Form, 2> named_number_forms{day_month_year, year_named_month_day};

std::optional<Day> day_at(Words words, std::size_t at, const DateHints& hints) {
    if (!words[at].number()) return month_day_year(words, at, hints);
    for (const Form form : number_forms) {
        if (auto day = form(words, at, hints)) return day;
    }
    for (const Form form : named_number_forms) {
        if (auto day = form(words, at, hints)) return day;
    }
    return std::nullopt;
}

/// The clock time at or shortly behind words[at]: a comma word or two ("um", "at", "T") between.
std::optional<ClockTime> time_near(Words words, std::size_t at, std::size_t& end) {
    for (std::size_t later = at; later < words.size() && later < at + 3; ++later) {
        if (auto time = clock_time_at(words, later)) {
            end = std::max(end, later + time->words);
            return time;
        }
        if (words[later].number()) break;
    }
    return std::nullopt;
}

Date dated(archive::DaySpan span, Precision precision, const DateHints& hints,
           std::string_view evidence) {
    Date date;
    date.span = span;
    date.precision = precision;
    date.certainty = archive::Certainty::stated;
    date.basis = hints.basis;
    date.evidence = archive::cut(archive::trimmed(evidence), evidence_bytes);
    return date;
}

std::optional<FoundDate> find_in(std::string_view text, Words words, const DateHints& hints) {
    for (std::size_t at = 0; at < words.size(); ++at) {
        const auto day = day_at(words, at, hints);
        if (!day) continue;
        std::size_t end = day->last;
        const auto time = time_near(words, day->time, end);
        FoundDate found;
        found.first = words[at].first;
        found.last = words[end - 1].last;
        found.date = dated(*archive::span_of(day->year, day->month, day->day),
                           time ? Precision::minute : Precision::day, hints,
                           text.substr(found.first, found.last - found.first));
        if (time) {
            found.date.minute_of_day = time->minute_of_day;
            found.date.utc_offset = time->utc_offset;
        }
        const auto weekday = weekday_before(words, at);
        found.weekday_disagrees = weekday && *weekday != weekday_of(*day);
        // A weekday that doubts the date or settles its order is part of what it rests on.
        if (weekday
            && (found.weekday_disagrees
                || (at + 1 < words.size() && words[at + 1].before == '/'))) {
            const auto first = first_word_of_weekday(words, at);
            found.date.evidence =
                archive::cut(text.substr(first, found.last - first), evidence_bytes);
        }
        return found;
    }
    return std::nullopt;
}

/// Seconds or milliseconds since 1970, ten or thirteen digits.
std::optional<Date> epoch(Words words, std::string_view text, const DateHints& hints) {
    if (words.size() != 1 || words[0].text != text) return std::nullopt;
    if (words[0].digits != 10 && words[0].digits != 13) return std::nullopt;
    const auto seconds = words[0].digits == 13 ? words[0].value / 1000 : words[0].value;
    constexpr std::int64_t latest = 4'102'444'800;  // 2100-01-01
    if (seconds >= latest) return std::nullopt;
    constexpr std::int64_t seconds_a_day = 86'400;
    const auto day =
        archive::day_number(std::chrono::sys_days(std::chrono::days(seconds / seconds_a_day)));
    if (day > hints.latest_day) return std::nullopt;
    auto date = dated({day, day}, Precision::minute, hints, text);
    date.minute_of_day = static_cast<std::int16_t>(seconds % seconds_a_day / 60);
    date.utc_offset = std::int16_t{0};
    return date;
}

/// "1989-11", "11/1989", "November 1989", "1989年11月" or "1989", and nothing beside.
std::optional<Date> month_or_year(Words words, std::string_view text, const DateHints& hints) {
    std::int64_t year = 0;
    unsigned month = 0;
    if (words.size() == 1 && words[0].digits == 4 && words[0].text == text) {
        year = words[0].value;
    } else if (words.size() == 2 && words[0].digits == 4 && number(words, 1, 1, 2)
               && words[1].follows(words[0])) {
        year = words[0].value;
        month = as_unsigned(words[1].value);
    } else if (words.size() == 2 && number(words, 0, 1, 2) && words[1].digits == 4
               && words[1].follows(words[0])) {
        year = words[1].value;
        month = as_unsigned(words[0].value);
    } else if ((words.size() == 2 || words.size() == 3) && words.back().digits == 4
               && !words[0].number() && skip_joining(words, 1, 1) == words.size() - 1) {
        year = words.back().value;
        month = month_named(words[0].text);
        if (month == 0) return std::nullopt;
    } else if (words.size() == 4 && words[0].digits == 4 && number(words, 2, 1, 2)
               && (words[1].text == "年" || words[1].text == "년")) {
        year = words[0].value;
        month = as_unsigned(words[2].value);
    } else {
        return std::nullopt;
    }
    if (year < hints.earliest_year || year > hints.latest_year) return std::nullopt;
    const bool whole_year = words.size() == 1;
    const auto span =
        whole_year ? archive::span_of(as_int(year)) : archive::span_of(as_int(year), month);
    if (!span || span->first > hints.latest_day) return std::nullopt;
    return dated(*span, whole_year ? Precision::year : Precision::month, hints, text);
}

bool has_digit(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) {
        return (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
    });
}

}  // namespace

std::optional<FoundDate> find_date(std::string_view text, const DateHints& hints) {
    text = archive::cut(text, searched_bytes);
    if (!has_digit(text)) return std::nullopt;
    return find_in(text, date_words(text), hints);
}

std::string disagreeing_weekday(const Date& date) {
    const bool day = date.certainty == archive::Certainty::stated && date.span.first != 0
                     && date.span.first == date.span.last;
    if (!day) return {};
    const auto weekday = std::chrono::weekday(archive::day_of(date.span.first)).c_encoding();
    for (const auto& word : date_words(date.evidence)) {
        const auto named = word.number() ? std::nullopt : weekday_named(word.text);
        if (named && *named != weekday) return std::string(word.text);
        if (named) return {};
    }
    return {};
}

std::optional<Date> parse_written_date(std::string_view text, const DateHints& hints) {
    text = archive::cut(archive::trimmed(text), searched_bytes);
    if (!has_digit(text)) return std::nullopt;
    const auto words = date_words(text);
    if (auto date = epoch(words, text, hints)) return date;
    if (auto found = find_in(text, words, hints)) {
        found->date.evidence = archive::cut(text, evidence_bytes);
        return found->date;
    }
    return month_or_year(words, text, hints);
}

}  // namespace indexer
