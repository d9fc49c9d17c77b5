// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/analysis/day_order.h"

#include "indexer/analysis/date_words.h"
#include "indexer/analysis/dates.h"

#include <optional>

namespace indexer {

namespace {

using archive::Date;

/// The first two numbers of a date in figures parted by "/", the year behind them.
std::optional<std::pair<std::int64_t, std::int64_t>> slashed(const std::vector<DateWord>& words) {
    const auto part = [](const DateWord& word) { return word.number() && word.digits <= 2; };
    for (std::size_t at = 0; at + 2 < words.size(); ++at) {
        const auto& year = words[at + 2];
        if (part(words[at]) && part(words[at + 1]) && (year.digits == 4 || year.digits == 2)
            && words[at + 1].follows(words[at]) && year.follows(words[at + 1])
            && words[at + 1].before == '/' && year.before == '/')
            return std::make_pair(words[at].value, words[at + 1].value);
    }
    return std::nullopt;
}

std::optional<Date> read(const Date& date, bool month_first) {
    DateHints hints;
    hints.basis = date.basis;
    hints.month_first = month_first;
    return parse_written_date(date.evidence, hints);
}

}  // namespace

DayOrder day_order(const Date& date) {
    if (date.certainty != archive::Certainty::stated) return DayOrder::none;
    if (date.evidence.find('/') == std::string::npos) return DayOrder::none;
    const auto parts = slashed(date_words(date.evidence));
    constexpr std::int64_t months = 12;
    if (!parts) return DayOrder::none;
    if (parts->first > months) return DayOrder::day_first;
    if (parts->second > months) return DayOrder::month_first;
    const auto day_first = read(date, false);
    const auto month_first = read(date, true);
    const bool same = !day_first || !month_first || day_first->span == month_first->span;
    return same ? DayOrder::none : DayOrder::either;
}

bool read_in_order(Date& date, DayOrder order) {
    if (order != DayOrder::day_first && order != DayOrder::month_first) return false;
    if (day_order(date) != DayOrder::either) return false;
    const auto anew = read(date, order == DayOrder::month_first);
    if (!anew || anew->span == date.span) return false;
    date.span = anew->span;
    return true;
}

}  // namespace indexer
