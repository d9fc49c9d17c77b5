// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/analysis/clock_times.h"

#include "archive/base/text.h"

#include <array>
#include <string>
#include <string_view>

namespace indexer {

namespace {

struct ZoneName {
    std::string_view name;
    std::int16_t offset;
};

/// Names that mean one offset in the press; IST, CST of China and the like are left alone.
constexpr std::array<ZoneName, 26> zone_names{{
    {"z", 0},      {"utc", 0},    {"gmt", 0},    {"ut", 0},     {"wet", 0},    {"west", 60},
    {"bst", 60},   {"cet", 60},   {"mez", 60},   {"cest", 120}, {"mesz", 120}, {"eet", 120},
    {"eest", 180}, {"msk", 180},  {"sgt", 480},  {"hkt", 480},  {"jst", 540},  {"kst", 540},
    {"aest", 600}, {"aedt", 660}, {"est", -300}, {"edt", -240}, {"cst", -360}, {"cdt", -300},
    {"pst", -480}, {"pdt", -420},
}};

bool is(std::span<const DateWord> words, std::size_t at, std::string_view lower) {
    return at < words.size() && !words[at].number() && words[at].text.size() == lower.size()
           && archive::ascii_lower(words[at].text) == lower;
}

bool two_digits(std::span<const DateWord> words, std::size_t at, char before) {
    return at < words.size() && words[at].digits == 2 && words[at].value < 60
           && words[at].before == before;
}

/// "+0900", "+09:00", "-5", "GMT", "EST" at words[at]; moves `at` behind it.
std::optional<std::int16_t> offset_at(std::span<const DateWord> words, std::size_t& at) {
    if (at >= words.size()) return std::nullopt;
    const auto& word = words[at];
    if (!word.number()) {
        if (word.text.size() > 4) return std::nullopt;
        const std::string lower = archive::ascii_lower(word.text);
        for (const auto& zone : zone_names) {
            if (zone.name != lower) continue;
            ++at;
            if (zone.offset == 0 && at < words.size() && words[at].number()
                && words[at].first == words[at - 1].last + 1) {  // GMT+9
                if (const auto more = offset_at(words, at)) return more;
            }
            return zone.offset;
        }
        return std::nullopt;
    }
    if (word.before != '+' && word.before != '-') return std::nullopt;
    std::int64_t minutes = 0;
    std::size_t taken = 1;
    if (word.digits == 4) {
        minutes = word.value / 100 * 60 + word.value % 100;
    } else if (word.digits <= 2) {
        minutes = word.value * 60;
        if (two_digits(words, at + 1, ':')) {
            minutes += words[at + 1].value;
            taken = 2;
        }
    } else {
        return std::nullopt;
    }
    constexpr std::int64_t furthest = 14 * 60;
    if (minutes > furthest) return std::nullopt;
    at += taken;
    return static_cast<std::int16_t>(word.before == '-' ? -minutes : minutes);
}

struct HourMinute {
    std::int64_t hour = 0;
    std::int64_t minute = 0;
    std::size_t words = 0;
};

/// "08:15:00.000", "8h15", "8.15 Uhr", "8 pm"; seconds are read over.
std::optional<HourMinute> hour_minute_at(std::span<const DateWord> words, std::size_t at) {
    const auto& hour = words[at];
    if (!hour.number() || hour.digits > 2 || hour.value > 23) return std::nullopt;
    if (two_digits(words, at + 1, ':')) {
        std::size_t next = at + 2;
        if (two_digits(words, next, ':')) {
            ++next;
            if (next < words.size() && words[next].number() && words[next].before == '.'
                && words[next].follows(words[next - 1])) {
                ++next;
            }
        }
        return HourMinute{hour.value, words[at + 1].value, next - at};
    }
    if (is(words, at + 1, "h") && words[at + 1].first == hour.last) {
        if (at + 2 < words.size() && words[at + 2].digits == 2 && words[at + 2].value < 60
            && words[at + 2].first == words[at + 1].last) {
            return HourMinute{hour.value, words[at + 2].value, 3};
        }
    }
    if (two_digits(words, at + 1, '.')
        && (is(words, at + 2, "uhr") || is(words, at + 2, "am") || is(words, at + 2, "pm")
            || is(words, at + 2, "p"))) {
        return HourMinute{hour.value, words[at + 1].value,
                          is(words, at + 2, "uhr") ? std::size_t{3} : std::size_t{2}};
    }
    if (hour.value >= 1 && hour.value <= 12
        && (is(words, at + 1, "am") || is(words, at + 1, "pm"))) {
        return HourMinute{hour.value, 0, 1};
    }
    return std::nullopt;
}

/// "T081500" of compact ISO 8601; the T is at words[at].
std::optional<HourMinute> compact_at(std::span<const DateWord> words, std::size_t at) {
    if (!is(words, at, "t") || at + 1 >= words.size()) return std::nullopt;
    const auto& time = words[at + 1];
    if (time.first != words[at].last || (time.digits != 4 && time.digits != 6)) return std::nullopt;
    const auto clock = time.digits == 6 ? time.value / 100 : time.value;
    if (clock / 100 > 23 || clock % 100 > 59) return std::nullopt;
    return HourMinute{clock / 100, clock % 100, 2};
}

}  // namespace

std::optional<ClockTime> clock_time_at(std::span<const DateWord> words, std::size_t at) {
    if (at >= words.size()) return std::nullopt;
    auto found = compact_at(words, at);
    if (!found) found = hour_minute_at(words, at);
    if (!found) return std::nullopt;
    std::size_t next = at + found->words;
    const bool dotted = is(words, next + 1, "m") && (is(words, next, "a") || is(words, next, "p"));
    const bool evening = is(words, next, "pm") || (dotted && is(words, next, "p"));
    const bool morning = is(words, next, "am") || (dotted && is(words, next, "a"));
    if (evening && found->hour < 12) found->hour += 12;
    if (morning && found->hour == 12) found->hour = 0;
    if (evening || morning) next += dotted ? 2 : 1;
    ClockTime time;
    time.minute_of_day = static_cast<std::int16_t>(found->hour * 60 + found->minute);
    time.utc_offset = offset_at(words, next);
    time.words = next - at;
    return time;
}

}  // namespace indexer
