// SPDX-License-Identifier: GPL-2.0-or-later
// random_edits.h - What befalls a text on its way from outlet to outlet, by chance.
//
// The same seed gives the same text with every library: only the engine's own numbers are used.
#pragma once

#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace tests {

/// The words of a text with what stands between them, by turns: gap, word, gap, word, gap. Where a
/// script writes no blanks each character is a word.
std::vector<std::string> words_and_gaps(std::string_view text);

/// The words of a text, for replace_words().
std::vector<std::string> words_in(std::string_view text);

/// So large a share of the words, each by itself, replaced by ones of `vocabulary`; of characters
/// that are words, two side by side, as most words of such scripts have.
std::string replace_words(std::string_view text, double share,
                          const std::vector<std::string>& vocabulary, std::mt19937& random);

/// So large a share of the words misread as a machine would: letters and figures taken for others,
/// words split or run together, hyphens lost.
std::string misread(std::string_view text, double share, std::mt19937& random);

/// Three paragraphs in ten dropped and the rest shuffled; a text of few paragraphs is cut into
/// sentences first.
std::string drop_and_shuffle(std::string_view text, std::mt19937& random);

/// The beginning: so large a share of the words, at least `least`, to the end of a sentence.
std::string beginning(std::string_view text, double share, std::size_t least);

}  // namespace tests
