// SPDX-License-Identifier: GPL-2.0-or-later
// written_days.h - The forms in which days are written.
//
// 30 November 2024, Nov. 30 2024, 2024-11-30, 30/11/24, 30 de noviembre de 2024, 2024年11月30日,
// 30 tháng 11 năm 2024. Each form is asked at each word; the first that fits wins.
#pragma once

#include "indexer/analysis/date_words.h"
#include "indexer/analysis/dates.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace indexer {

/// A day read from words [first, last), and where its clock time may begin.
struct WrittenDay {
    int year = 0;
    unsigned month = 0;
    unsigned day = 0;
    std::size_t last = 0;
    std::size_t time = 0;
};

/// The day that begins at words[at], within the years of the hints.
std::optional<WrittenDay> day_at(std::span<const DateWord> words, std::size_t at,
                                 const DateHints& hints);

/// The weekday named in one of the three words in front of words[at].
std::optional<unsigned> weekday_before(std::span<const DateWord> words, std::size_t at);

/// 0 for Sunday to 6 for Saturday.
unsigned weekday_of(const WrittenDay& day);

/// Behind words[at] and those that only join a month to its day or year ("de", "of"), `most` at
/// most.
std::size_t skip_joining(std::span<const DateWord> words, std::size_t at, std::size_t most);

}  // namespace indexer
