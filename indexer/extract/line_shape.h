// SPDX-License-Identifier: GPL-2.0-or-later
// line_shape.h - What a line of text looks like: how many words, does it end like a sentence.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace indexer {

/// Without white space, no-break and zero-width blanks at both ends.
std::string_view stripped(std::string_view line);

/// The words between blanks. Two characters of Chinese, Japanese, Thai, Lao or Khmer count as one.
std::size_t word_count(std::string_view line);

/// Whether the line ends with a full stop of any script, '!', '?', ':', ';' or an ellipsis, closing
/// quotes and brackets behind it not counted.
bool ends_sentence(std::string_view line);

/// Whether the first character is a small letter.
bool begins_lower(std::string_view line);

/// Whether no word begins with a small letter.
bool all_capitalised(std::string_view line);

/// Whether there is a letter or a digit in it.
bool has_words(std::string_view line);

/// As phrase tables compare: ASCII letters lowered, curly quotes straight, no-break blanks blank.
std::string comparable(std::string_view line);

}  // namespace indexer
