// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/analysis/path_dates.h"

#include "indexer/analysis/date_words.h"
#include "indexer/analysis/month_names.h"

#include <cstdint>
#include <vector>

namespace indexer {

namespace {

using archive::Date;
using archive::Precision;
using Words = std::vector<DateWord>;

constexpr std::int64_t first_year = 1600;
constexpr std::int64_t last_year = 2100;

bool is_year(std::int64_t value) {
    return value >= first_year && value <= last_year;
}

/// What a path says at one place.
struct Said {
    archive::DaySpan span;
    Precision precision = Precision::none;
    std::size_t last = 0;  ///< word behind it
};

std::optional<Said> said(std::int64_t year, std::int64_t month, std::int64_t day,
                         std::size_t last) {
    const auto span =
        day > 0     ? archive::span_of(static_cast<int>(year), static_cast<unsigned>(month),
                                       static_cast<unsigned>(day))
        : month > 0 ? archive::span_of(static_cast<int>(year), static_cast<unsigned>(month))
                    : archive::span_of(static_cast<int>(year));
    if (!span) return std::nullopt;
    return Said{*span,
                day > 0     ? Precision::day
                : month > 0 ? Precision::month
                            : Precision::year,
                last};
}

bool parts(char separator) {
    return separator == '/' || separator == '-' || separator == '_' || separator == '.'
           || separator == ' ';
}

/// The number of a month, in figures or by name; 0 for none.
std::int64_t month_of(const DateWord& word) {
    if (word.number()) return word.digits <= 2 && word.value <= 12 ? word.value : 0;
    return month_named(word.text);
}

bool adjoins(const Words& words, std::size_t at) {
    return at < words.size() && words[at].follows(words[at - 1]) && parts(words[at].before);
}

/// Whether a word is a whole name between slashes, an ending such as ".txt" not counted.
bool whole_name(std::string_view path, const DateWord& word) {
    const bool begins =
        word.first == 0 || path[word.first - 1] == '/' || path[word.first - 1] == '!';
    const bool ends = word.last == path.size() || path[word.last] == '/' || path[word.last] == '.';
    return begins && ends;
}

/// The date that begins at words[at]: 2024-11-30, 2024/nov, 20241130, 2024/ alone.
std::optional<Said> date_at(std::string_view path, const Words& words, std::size_t at) {
    const auto& word = words[at];
    constexpr int packed_digits = 8;
    if (word.digits == packed_digits && is_year(word.value / 10'000))
        return said(word.value / 10'000, word.value / 100 % 100, word.value % 100, at + 1);
    if (word.digits != 4 || !is_year(word.value)) return std::nullopt;
    const std::int64_t month = adjoins(words, at + 1) ? month_of(words[at + 1]) : 0;
    if (month > 0) {
        const bool day =
            adjoins(words, at + 2) && words[at + 2].number() && words[at + 2].digits <= 2;
        if (day) {
            if (auto found = said(word.value, month, words[at + 2].value, at + 3)) return found;
        }
        const bool closed = words[at + 1].last == path.size() || parts(path[words[at + 1].last]);
        if (closed) return said(word.value, month, 0, at + 2);
    }
    return whole_name(path, word) ? said(word.value, 0, 0, at + 1) : std::nullopt;
}

}  // namespace

std::optional<Date> date_in_path(std::string_view path) {
    const auto words = date_words(path);
    std::optional<Said> finest;
    Date date;
    for (std::size_t at = 0; at < words.size(); ++at) {
        const auto found = date_at(path, words, at);
        if (!found) continue;
        const auto evidence =
            path.substr(words[at].first, words[found->last - 1].last - words[at].first);
        at = found->last - 1;
        if (finest && !finest->span.meets(found->span)) return std::nullopt;
        if (finest && finest->precision >= found->precision) continue;
        finest = found;
        date.evidence = std::string(evidence);
    }
    if (!finest) return std::nullopt;
    date.span = finest->span;
    date.precision = finest->precision;
    date.certainty = archive::Certainty::inferred;
    date.basis = archive::Basis::path;
    return date;
}

}  // namespace indexer
