// SPDX-License-Identifier: GPL-2.0-or-later
// shingles.h - A text as the set of its runs of words, to tell how much of it stands in another.
//
// Copies are found by what they have in common, not by what they look like as a whole: a wire story
// cut to a third is all inside the original. Words are compared without case, punctuation and
// quotation marks; where a script writes no blanks each character is a word. Page furniture must be
// gone before: left in, it halves the containment of copies and joins strangers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace archive {

/// Words in a run: five to be sure of a copy, three to see one through rewording and misread
/// letters.
inline constexpr std::size_t long_run = 5;
inline constexpr std::size_t short_run = 3;

/// A hash of each word of the text, in order.
std::vector<std::uint64_t> word_hashes(std::string_view text);

/// Hashes of all runs of `run` words: ascending, each once.
std::vector<std::uint32_t> shingles(std::span<const std::uint64_t> words, std::size_t run);

/// How many values two ascending sets share.
std::size_t shared(std::span<const std::uint32_t> left, std::span<const std::uint32_t> right);

}  // namespace archive
