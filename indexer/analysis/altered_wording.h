// SPDX-License-Identifier: GPL-2.0-or-later
// altered_wording.h - Whether a program rewrote an article by exchanging parts of its words.
//
// Copies are "spun" to look like other texts: each "aid" becomes "help" and each "lead" "direct",
// also inside words, and out come "shelp" for said and "directer" for leader. What gives them away
// is many long words that no dictionary has, each among words that it has. Names, quotations in
// another language, words read wrongly by a scanner and words whose blank got lost do not count;
// docs/stories.md says what is judged and how surely.
#pragma once

#include "archive/model/article.h"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace indexer {

/// What an article has of words that its language does not.
struct UnknownWords {
    std::uint32_t looked_at = 0;     ///< different long words; 0 when the article is not judged
    std::vector<std::string> words;  ///< those of them that are unknown among known ones, folded as
                                     ///< terms are, each once, in order of the text; none when they
                                     ///< are too few to matter

    friend bool operator==(const UnknownWords&, const UnknownWords&) = default;
};

/// Looks at the first 32 KiB of the body. Needs the article's language, date and quality.
/// Thread-safe; takes some microseconds a hundred words when most of them were met before.
UnknownWords unknown_words(const archive::Article& article);

/// Whether the article is machine-altered. `known_elsewhere` says of a folded word whether clean
/// articles of other sources use it, so that it is a word after all; copies altered by the same
/// program share their inventions, so that the article's own source must not count. May be empty.
bool is_altered(const UnknownWords& unknown,
                const std::function<bool(std::string_view)>& known_elsewhere);

}  // namespace indexer
