// SPDX-License-Identifier: GPL-2.0-or-later
// charset.h - Which character set bytes are written in.
//
// Agencies declare ISO-8859-1 over UTF-8 bytes, and browsers have taught the web that ISO-8859-1
// means windows-1252. So bytes that are valid UTF-8 are UTF-8 whatever is declared, and a
// declaration counts only after that. decode_text() in extract.h is the way in.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace indexer {

/// The charset a byte-order mark says, its length in `mark`; empty without one.
std::string_view charset_of_mark(std::string_view bytes, std::size_t& mark);

/// The charset that markup declares in its first 2 KB ("<meta charset=...", "<?xml encoding=...");
/// empty when it declares none.
std::string declared_in_markup(std::string_view bytes);

/// The charset of a text that begins with `head`, by the rules of decode_text(): "UTF-8" or a name
/// that ICU opens. A character cut by the end of `head` does not count.
std::string charset_of(std::string_view head);

}  // namespace indexer
