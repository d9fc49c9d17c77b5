// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/analysis/dates.h"

#include "archive/base/text.h"
#include "indexer/analysis/clock_times.h"
#include "indexer/analysis/date_words.h"
#include "indexer/analysis/month_names.h"
#include "indexer/analysis/written_days.h"

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

/// Where the weekday in front of words[at] begins.
std::size_t first_word_of_weekday(Words words, std::size_t at) {
    std::size_t back = 1;
    while (words[at - back].number() || !weekday_named(words[at - back].text)) ++back;
    return words[at - back].first;
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
    const bool fraction = words.size() == 2 && words[1].number() && words[1].before == '.'
                          && words[0].first == 0 && words[1].last == text.size();
    if (!fraction && (words.size() != 1 || words[0].text != text)) return std::nullopt;
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

bool small_number(Words words, std::size_t at) {
    return at < words.size() && words[at].digits >= 1 && words[at].digits <= 2;
}

/// "1989-11", "11/1989", "November 1989", "1989年11月" or "1989", and nothing beside.
std::optional<Date> month_or_year(Words words, std::string_view text, const DateHints& hints) {
    std::int64_t year = 0;
    unsigned month = 0;
    if (words.size() == 1 && words[0].digits == 4 && words[0].text == text) {
        year = words[0].value;
    } else if (words.size() == 2 && words[0].digits == 4 && small_number(words, 1)
               && words[1].follows(words[0])) {
        year = words[0].value;
        month = static_cast<unsigned>(words[1].value);
    } else if (words.size() == 2 && small_number(words, 0) && words[1].digits == 4
               && words[1].follows(words[0])) {
        year = words[1].value;
        month = static_cast<unsigned>(words[0].value);
    } else if ((words.size() == 2 || words.size() == 3) && words.back().digits == 4
               && !words[0].number() && skip_joining(words, 1, 1) == words.size() - 1) {
        year = words.back().value;
        month = month_named(words[0].text);
        if (month == 0) return std::nullopt;
    } else if (words.size() == 4 && words[0].digits == 4 && small_number(words, 2)
               && (words[1].text == "年" || words[1].text == "년")) {
        year = words[0].value;
        month = static_cast<unsigned>(words[2].value);
    } else {
        return std::nullopt;
    }
    if (year < hints.earliest_year || year > hints.latest_year) return std::nullopt;
    const bool whole_year = words.size() == 1;
    const auto span = whole_year ? archive::span_of(static_cast<int>(year))
                                 : archive::span_of(static_cast<int>(year), month);
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
