// SPDX-License-Identifier: GPL-2.0-or-later
// article_body.h - The text of a record, which may be marked up, to the draft of an article.
#pragma once

#include "archive/base/result.h"
#include "archive/model/article.h"

#include <string>
#include <string_view>

namespace indexer {

/// Whether a text holds tags that pages are made of.
bool has_markup(std::string_view text);

/// A draft with the zones of `body`, read as a page when it has markup and as text when it has
/// none. `url` is where it came from, or empty.
archive::Result<archive::Article> article_from_body(const std::string& body,
                                                    const std::string& url);

/// A text that may hold tags and references as it reads: one line a paragraph, white space folded.
/// "AT&amp;T <b>up</b>" gives "AT&T up".
std::string lines_of_markup(std::string_view markup);

/// The same as one line; a "<" that begins no tag of a page stays.
std::string plain_line(std::string_view markup);

}  // namespace indexer
