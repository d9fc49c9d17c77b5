// SPDX-License-Identifier: GPL-2.0-or-later
// article_notes.h - What an article adds to the knowledge of its source, in a few hundred bytes.
//
// Made when the article is first read and kept in the spool beside it, so that a source can be
// judged as a whole without unpacking its articles.
#pragma once

#include "archive/model/article.h"
#include "indexer/analysis/day_order.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace indexer {

/// One line of an article: the hash of how lines are compared, and how much of the text it is.
struct LineNote {
    std::uint64_t key = 0;    ///< below 2^48
    std::uint32_t words = 0;  ///< at most 32,767
    bool story = false;       ///< a long sentence beside another: small print mostly stands alone
    friend bool operator==(const LineNote&, const LineNote&) = default;
};

/// Whether the path of an article says when it appeared, as far as its text knows better.
enum class PathDay : std::uint8_t {
    none,       ///< it names no date
    agrees,     ///< with the date that the text states
    disagrees,  ///< with it
    alone,      ///< the article is undated
};

struct ArticleNotes {
    std::string source;    ///< source_key()
    std::string language;  ///< when it is sure; else empty
    bool no_language = false;
    DayOrder order = DayOrder::none;  ///< of its dates in figures
    PathDay path = PathDay::none;
    std::string filed;            ///< the words of the path that name a date
    std::vector<LineNote> lines;  ///< ascending by key, each once

    friend bool operator==(const ArticleNotes&, const ArticleNotes&) = default;
};

/// What tells sources apart: the host of the article's address without "www.", else its source as
/// it is compared; empty when neither is known.
std::string source_key(const archive::Article& article);

/// The key of a line: case and the width of blanks do not count, and outside sentences any number
/// is like any other; 0 for a line without letters, which says nothing about its source.
std::uint64_t line_key(std::string_view line);

/// `filed` is the part of its path that may say when it appeared.
ArticleNotes notes_of(const archive::Article& article, std::string_view filed);

std::string encoded(const ArticleNotes& notes);

/// Throws Failure index_damaged for what encoded() did not write.
ArticleNotes decoded_notes(std::string_view bytes);

}  // namespace indexer
