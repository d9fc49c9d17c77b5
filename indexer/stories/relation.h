// SPDX-License-Identifier: GPL-2.0-or-later
// relation.h - Whether two articles are one text in two versions, and why.
//
// Sharing words is not enough: notices of a bank, results, forecasts and earnings are filled into
// the same sentences day after day and share more than many versions of one story do. So a pair
// that shares enough text must also agree in its day, its figures and its names. What fails there
// is a series, kept apart and said so by `explain`.
#pragma once

#include "indexer/stories/copy_text.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace indexer {

enum class Relation : std::uint8_t {
    none,       ///< little in common
    identical,  ///< the same words in the same order
    version,    ///< one text, edited
    excerpt,    ///< one is a small part of the other: a brief inside a digest
    series,     ///< a form filled in with other facts
};

std::string_view name(Relation relation);

/// Whether articles of this relation belong to one story.
constexpr bool one_story(Relation relation) {
    return relation == Relation::identical || relation == Relation::version;
}

/// The finding, and the numbers it rests on. Where words alone rule out every relation, figures and
/// names are not counted.
struct Verdict {
    Relation relation = Relation::none;
    std::size_t shared_runs = 0;             ///< of five words
    double long_share = 0, short_share = 0;  ///< of the smaller text's runs of five, of three words
    double larger_share = 0;                 ///< of the larger text's runs of five
    std::size_t figures = 0, of_figures = 0;  ///< of the text with fewer figures
    std::size_t names = 0, of_names = 0;
    archive::DayNumber days_apart = 0;  ///< 0 when they may be of one day, or one is undated
};

Verdict verdict(const CopyText& left, const CopyText& right);

/// Whether the texts share so little that their relation is none, whatever else they say.
bool are_strangers(const TextRuns& left, const TextRuns& right);

/// Days between two spans; 0 when they meet or one is undated.
archive::DayNumber days_apart(const archive::DaySpan& left, const archive::DaySpan& right);

/// Days within which versions of one text appear. Word for word the same, they may be further
/// apart.
inline constexpr archive::DayNumber story_days = 3;

/// The numbers in words, for `explain`: "61 % of its runs of five words, 4 of 5 figures ...".
std::string reason(const Verdict& verdict);

}  // namespace indexer
