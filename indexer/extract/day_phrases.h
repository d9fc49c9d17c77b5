// SPDX-License-Identifier: GPL-2.0-or-later
// day_phrases.h - What the words around a printed day say it is the day of.
//
// "Published 12 March 2019" is the article's, "Last edited: 14 March 2019" is not, nor is "Joined:
// 2 May 2008" beside the name of a member.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace indexer {

/// Where a word like "published" stands in a line, and how sure it is: the smaller the surer.
struct PublicationWord {
    std::size_t at = 0;
    int rank = 0;
};

/// The surest word of publication in the first 400 bytes of a line, unless the line names a change
/// as well.
std::optional<PublicationWord> publication_word(std::string_view line);

/// Whether a text speaks of a change, of a visit, of today or of a member.
bool names_other_day(std::string_view text);

/// Whether the words shortly before or behind the day at bytes [first, last) do.
bool tells_other_day(std::string_view text, std::size_t first, std::size_t last);

}  // namespace indexer
