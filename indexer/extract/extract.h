// SPDX-License-Identifier: GPL-2.0-or-later
// extract.h - Finds headline, body and the other zones of an article in HTML or in plain text.
//
// Readers hand the raw text over and get an Article draft: zones in reading order (every line or
// block in exactly one, furniture included), title with basis, standfirst, byline, authors, source,
// agency, section, tags, language as declared, url and the date with its evidence, as far as the
// text itself says them. Fields that a structured format states win over these: merge_stated() puts
// them in.
#pragma once

#include "archive/base/result.h"
#include "archive/model/article.h"

#include <string>
#include <string_view>

namespace indexer {

/// Reads an HTML page (UTF-8 after decode_text()). `url` is where it came from, or empty; a day
/// after `latest` is none on which it appeared. Never throws on bad markup.
archive::Result<archive::Article> article_from_html(
    std::string_view html, std::string_view url,
    archive::DayNumber latest = archive::last_day_ever);

/// Reads plain text like a saved page or a wire message (UTF-8, line ends \n).
archive::Article article_from_text(std::string_view text);

/// Bytes to UTF-8: byte-order mark, valid UTF-8, declared charset, detection, windows-1252; line
/// ends become \n, NUL vanishes. `declared` is a charset name from outside, or empty. `damaged`
/// counts undecodable bytes.
struct DecodedText {
    std::string text;
    std::size_t damaged = 0;
};
DecodedText decode_text(std::string_view bytes, std::string_view declared = {});

}  // namespace indexer
