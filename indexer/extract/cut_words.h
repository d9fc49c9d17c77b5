// SPDX-License-Identifier: GPL-2.0-or-later
// cut_words.h - Words that print cut at the end of a line.
//
//   The savings of some school children in Pitts-
//   burgh were lost
//
// is "Pittsburgh" to everybody who searches for it. A mark counts only behind a letter, and the
// word is whole again only where the next line goes on in small letters: "Anglo-" above "French"
// keeps its hyphen.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace indexer {

/// The bytes of the mark that cuts the last word of `text`: "-", the not sign, a soft hyphen, the
/// double hyphen of blackletter, which many type as "="; 0 when its last word is whole.
std::size_t cutting_mark(std::string_view text);

/// Puts `next` behind `text`: as the rest of its last word where that was cut, else behind a blank.
void append_line(std::string& text, std::string_view next);

}  // namespace indexer
