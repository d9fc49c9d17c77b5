// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/analysis/url_dates.h"

#include "indexer/analysis/date_words.h"
#include "indexer/analysis/month_names.h"

#include <cstdint>
#include <string>

namespace indexer {

namespace {

using archive::Date;

constexpr std::int64_t first_web_year = 1990;
constexpr std::int64_t last_year = 2100;

Date found(archive::DaySpan span, archive::Precision precision, std::string_view evidence) {
    Date date;
    date.span = span;
    date.precision = precision;
    date.certainty = archive::Certainty::stated;
    date.basis = archive::Basis::url;
    date.evidence = std::string(evidence);
    return date;
}

bool year(const DateWord& word) {
    return word.digits == 4 && word.value >= first_web_year && word.value <= last_year;
}

std::optional<Date> day_from(std::int64_t year, std::int64_t month, std::int64_t day,
                             std::string_view evidence) {
    const auto span = archive::span_of(static_cast<int>(year), static_cast<unsigned>(month),
                                       static_cast<unsigned>(day));
    if (!span) return std::nullopt;
    return found(*span, archive::Precision::day, evidence);
}

/// "29-10-2021", where only one of the figures before the year can be a month; not across slashes,
/// where 10/12/2021 may be parts of anything.
std::optional<Date> day_before_year(std::string_view url, const DateWord& first,
                                    const DateWord& second, const DateWord& third) {
    const bool joined = second.follows(first) && third.follows(second) && second.before != '/'
                        && third.before == second.before;
    const bool figures = first.digits >= 1 && first.digits <= 2 && second.digits >= 1
                         && second.digits <= 2 && year(third);
    if (!joined || !figures) return std::nullopt;
    constexpr std::int64_t months = 12;
    const bool day_first = first.value > months || first.value == second.value;
    if (!day_first && second.value <= months) return std::nullopt;
    return day_from(third.value, day_first ? second.value : first.value,
                    day_first ? first.value : second.value,
                    url.substr(first.first, third.last - first.first));
}

}  // namespace

std::optional<Date> day_in_url(std::string_view url) {
    const auto words = date_words(url);
    for (std::size_t i = 0; i + 2 < words.size(); ++i) {
        const auto& month = words[i + 1];
        const auto& day = words[i + 2];
        if (!year(words[i]) || !month.follows(words[i]) || !day.follows(month)) continue;
        if (day.digits < 1 || day.digits > 2 || month.digits > 2) continue;
        const std::int64_t number =
            month.number() ? month.value : std::int64_t{month_named(month.text)};
        if (auto date = day_from(words[i].value, number, day.value,
                                 url.substr(words[i].first, day.last - words[i].first))) {
            return date;
        }
    }
    for (std::size_t i = 0; i + 2 < words.size(); ++i) {
        if (auto date = day_before_year(url, words[i], words[i + 1], words[i + 2])) return date;
    }
    for (const auto& word : words) {
        if (word.digits != 8 || word.value / 10'000 < first_web_year
            || word.value / 10'000 > last_year) {
            continue;
        }
        if (auto date = day_from(word.value / 10'000, word.value / 100 % 100, word.value % 100,
                                 word.text)) {
            return date;
        }
    }
    return std::nullopt;
}

std::optional<Date> month_in_url(std::string_view url) {
    const auto words = date_words(url);
    for (std::size_t i = 0; i + 1 < words.size(); ++i) {
        const auto& month = words[i + 1];
        const bool closed = month.last < url.size() && url[month.last] == '/';
        if (!year(words[i]) || words[i].before != '/' || !month.follows(words[i])
            || month.before != '/' || month.digits != 2 || !closed) {
            continue;
        }
        const auto span =
            archive::span_of(static_cast<int>(words[i].value), static_cast<unsigned>(month.value));
        if (span) {
            return found(*span, archive::Precision::month,
                         url.substr(words[i].first, month.last - words[i].first));
        }
    }
    return std::nullopt;
}

}  // namespace indexer
