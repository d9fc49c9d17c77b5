// SPDX-License-Identifier: GPL-2.0-or-later
// line_phrases.h - The set phrases by which credits, captions, promos and tails give themselves
// away.
//
// Tables of phrases in the larger languages, and one question a table. All take a line as
// comparable() makes it. None looks at the lines around: text_zones.cc knows where in an article
// each may count.
#pragma once

#include <cstddef>
#include <string_view>

namespace indexer {

/// "(Reporting by Ann Lee; editing by Bo Chu)", "With inputs from Reuters", "Source: AP"
bool is_credit(std::string_view lower);

/// "Also Read | How ...", "Lire aussi : ...", "Related: ...": another article's headline.
bool is_pointer(std::string_view lower);

/// "Follow us on ...", "Subscribe to our newsletter", "© 2024 ...". `in_body` says that body text
/// came before: only then do single words such as "newsletter" count.
bool is_promo(std::string_view lower, bool in_body);

/// "FILE PHOTO: ...", "... KCNA via REUTERS/File Photo", "Photo: ...": said under a picture.
bool is_caption(std::string_view lower);

/// "Next In World", "Others Also Read", "Most read", "Related stories": a list of other articles
/// begins or ends here.
bool is_tail_marker(std::string_view lower);

/// The length of the words in front of a date that say when an article appeared: "date ",
/// "Published: ", "Publié le "; 0 when there are none.
std::size_t published_opening(std::string_view lower);

/// The same for its last change: "Updated: ", "Last modified on ".
std::size_t updated_opening(std::string_view lower);

}  // namespace indexer
