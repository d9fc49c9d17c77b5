// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/analysis/inferred_dates.h"

#include "archive/base/text.h"
#include "indexer/analysis/date_words.h"
#include "indexer/analysis/holidays.h"
#include "indexer/analysis/month_names.h"
#include "indexer/analysis/path_dates.h"

#include <algorithm>
#include <chrono>
#include <string>
#include <vector>

namespace indexer {

namespace {

using archive::Date;
using archive::DayNumber;
using archive::Precision;
using archive::ZoneKind;

constexpr std::size_t read_bytes = 6'000;

/// What is read for clues: headline, standfirst and the beginning of the body.
std::string clue_text(const archive::Article& article) {
    std::string text;
    for (const auto& zone : article.zones) {
        const bool said = zone.kind == ZoneKind::headline || zone.kind == ZoneKind::standfirst
                          || zone.kind == ZoneKind::body || zone.kind == ZoneKind::dateline;
        if (!said) continue;
        if (!text.empty()) text += '\n';
        text += archive::cut(zone.text, read_bytes - std::min(read_bytes, text.size()));
        if (text.size() >= read_bytes) break;
    }
    return text;
}

struct SaidWeekday {
    unsigned weekday = 0;
    std::size_t first = 0;
    std::size_t last = 0;
};

/// What the text says of its time.
struct Clues {
    std::string text;
    std::vector<DateWord> words;  // of text
    std::vector<SaidWeekday> weekdays;
    int latest_year = 0;

    explicit Clues(std::string read) : text(std::move(read)), words(date_words(text)) {
        for (const auto& word : words) {
            constexpr std::size_t shortest = 5;  // "Sun" and "mar" are other words too
            if (word.digits == 4 && word.value >= 1600 && word.value <= 2100) {
                latest_year = std::max(latest_year, static_cast<int>(word.value));
            } else if (!word.number() && word.text.size() >= shortest) {
                if (const auto weekday = weekday_named(word.text))
                    weekdays.push_back({*weekday, word.first, word.last});
            }
        }
    }
    Clues(const Clues&) = delete;
    Clues& operator=(const Clues&) = delete;
};

int year_of(DayNumber day) {
    return static_cast<int>(std::chrono::year_month_day(archive::day_of(day)).year());
}

unsigned month_in(DayNumber day) {
    return static_cast<unsigned>(std::chrono::year_month_day(archive::day_of(day)).month());
}

unsigned weekday_of(DayNumber day) {
    return std::chrono::weekday(archive::day_of(day)).c_encoding();
}

/// "Saturday" where the path says that day, or the one after it: today's news is yesterday's.
std::string agreeing_weekday(const Clues& clues, DayNumber day) {
    for (const auto& said : clues.weekdays) {
        if (said.weekday == weekday_of(day) || said.weekday == weekday_of(day - 1))
            return clues.text.substr(said.first, said.last - said.first);
    }
    return {};
}

/// "November 29" or "29. November" shortly before the day that the path says.
std::string agreeing_day(const Clues& clues, DayNumber day) {
    constexpr DayNumber days_of_news = 3;
    for (std::size_t at = 0; at + 1 < clues.words.size(); ++at) {
        const auto& left = clues.words[at];
        const auto& right = clues.words[at + 1];
        if (left.number() == right.number()) continue;
        const auto& number = left.number() ? left : right;
        const auto month = month_named((left.number() ? right : left).text);
        if (month == 0 || number.digits > 2) continue;
        const auto span =
            archive::span_of(year_of(day), month, static_cast<unsigned>(number.value));
        if (span && span->first <= day && day - span->first <= days_of_news)
            return clues.text.substr(left.first, right.last - left.first);
    }
    return {};
}

/// The name of the month that the path says.
std::string agreeing_month(const Clues& clues, DayNumber day) {
    constexpr std::size_t shortest = 4;  // "may" and "mar" are other words too
    for (const auto& word : clues.words) {
        if (!word.number() && word.text.size() >= shortest
            && month_named(word.text) == month_in(day))
            return std::string(word.text);
    }
    return {};
}

std::string agreeing_year(const Clues& clues, DayNumber day) {
    return clues.latest_year == year_of(day) ? std::to_string(clues.latest_year) : std::string();
}

/// The path says a day or a month, and the text agrees.
std::optional<Date> by_path(const Clues& clues, const std::optional<Date>& filed) {
    if (!filed || filed->precision == Precision::year) return std::nullopt;
    const DayNumber day = filed->span.first;
    std::string agrees = agreeing_year(clues, day);
    if (filed->precision == Precision::day) {
        if (agrees.empty()) agrees = agreeing_day(clues, day);
        if (agrees.empty()) agrees = agreeing_weekday(clues, day);
    } else if (agrees.empty()) {
        agrees = agreeing_month(clues, day);
    }
    if (agrees.empty()) return std::nullopt;
    Date date = *filed;
    date.evidence = "filed under " + filed->evidence + "; the text says " + agrees;
    return date;
}

/// The weekday within the words around a holiday's name.
const SaidWeekday* weekday_beside(const Clues& clues, const NamedHoliday& named) {
    constexpr std::size_t nearby = 60;
    for (const auto& said : clues.weekdays) {
        const bool before = said.last <= named.first && named.first - said.last <= nearby;
        const bool behind = said.first >= named.last && said.first - named.last <= nearby;
        const auto from = std::min(said.first, named.first);
        const auto to = std::max(said.last, named.last);
        const bool one_line = clues.text.substr(from, to - from).find('\n') == std::string::npos;
        if ((before || behind) && one_line) return &said;
    }
    return nullptr;
}

/// The day on which the holiday was told: that of the first weekday that is said of the report,
/// within three days behind it, else the holiday itself.
DayNumber day_told(const Clues& clues, const SaidWeekday& beside, DayNumber holiday) {
    constexpr unsigned days_of_news = 3;
    for (const auto& said : clues.weekdays) {
        if (said.first == beside.first) continue;
        const unsigned behind = (said.weekday + 7 - weekday_of(holiday)) % 7;
        if (behind > 0 && behind <= days_of_news) return holiday + static_cast<DayNumber>(behind);
    }
    return holiday;
}

/// The text names a holiday and its weekday, and the year of the path or the latest year of the
/// text is one in which they fall together.
std::optional<Date> by_holiday(const Clues& clues, const std::optional<Date>& filed) {
    for (const auto& named : holidays_in(clues.text)) {
        const auto* const beside = weekday_beside(clues, named);
        if (beside == nullptr) continue;
        const int year = filed ? year_of(filed->span.first) : clues.latest_year;
        const auto day = day_of_holiday(*named.holiday, year);
        if (!day || weekday_of(*day) != beside->weekday) continue;
        const DayNumber told = day_told(clues, *beside, *day);
        const archive::DaySpan span{told, told};
        if (filed && !filed->span.meets(span)) continue;
        const auto first = std::min(beside->first, named.first);
        Date date;
        date.span = span;
        date.precision = Precision::day;
        date.certainty = archive::Certainty::inferred;
        date.basis = archive::Basis::holiday;
        date.evidence =
            clues.text.substr(first, std::max(beside->last, named.last) - first) + "; "
            + (filed ? "filed under " + filed->evidence : "the text says " + std::to_string(year));
        return date;
    }
    return std::nullopt;
}

/// A page was crawled in the year that its text speaks of: the weekday that it names first was the
/// last one before.
std::optional<Date> by_weekday(const Clues& clues, const archive::Article& article) {
    if (clues.weekdays.empty()) return std::nullopt;
    for (const auto& [name, value] : article.other) {
        if (name != "crawled") continue;
        const auto crawled = archive::parse_iso_span(value);
        if (!crawled || crawled->precision != Precision::day) return std::nullopt;
        const DayNumber anchor = crawled->span.first;
        if (agreeing_year(clues, anchor).empty()) return std::nullopt;
        const auto& said = clues.weekdays.front();
        const auto back = (weekday_of(anchor) + 7 - said.weekday) % 7;
        const DayNumber day = anchor - static_cast<DayNumber>(back);
        Date date;
        date.span = {day, day};
        date.precision = Precision::day;
        date.certainty = archive::Certainty::inferred;
        date.basis = archive::Basis::weekday;
        date.evidence = clues.text.substr(said.first, said.last - said.first) + ", "
                        + std::to_string(clues.latest_year) + "; crawled " + value;
        return date;
    }
    return std::nullopt;
}

}  // namespace

std::optional<Date> inferred_date(const archive::Article& article, std::string_view filed) {
    const auto path = date_in_path(filed);
    const Clues clues(clue_text(article));
    if (auto date = by_holiday(clues, path)) return date;
    if (auto date = by_path(clues, path)) return date;
    return by_weekday(clues, article);
}

std::optional<Date> date_by_custom(std::string_view filed) {
    auto date = date_in_path(filed);
    if (!date || date->precision == Precision::year) return std::nullopt;
    date->evidence = "filed under " + date->evidence + ", as the dated articles of this source are";
    return date;
}

}  // namespace indexer
