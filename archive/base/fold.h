// SPDX-License-Identifier: GPL-2.0-or-later
// fold.h - Text as it is compared: case, accents and punctuation do not count.
//
// For names, sources and other exact values. The words of articles are cut and folded by
// archive/index/terms.h, which also keeps the way back to the original.
#pragma once

#include <string>
#include <string_view>

namespace archive {

/// NFKC, lower case, accents folded for Latin, Greek and Cyrillic; white space runs become one
/// blank and are trimmed; punctuation stays: "The  Straits-Times " is "the straits-times".
std::string folded(std::string_view text);

/// As folded(), and every run of what is neither letter, mark nor digit becomes one blank,
/// apostrophes and dots inside words vanish: "O'Brien-Smith, J." is "obrien smith j".
std::string folded_words(std::string_view text);

}  // namespace archive
