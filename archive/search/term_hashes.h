// SPDX-License-Identifier: GPL-2.0-or-later
// term_hashes.h - Words of the index as numbers that are equal for equal words, without a table.
//
// For questions such as "has that text these three words one after the other?". 64 bits: two
// different words meet by chance once in texts of thousands of millions of words.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace archive {

/// Of a folded word, as for_each_word() hands it over.
std::uint64_t term_hash(std::string_view folded);

/// Of the words of a text, in order; joined words are left out.
std::vector<std::uint64_t> term_hashes(std::string_view text);

/// Of words one after the other.
std::uint64_t hash_of_run(std::span<const std::uint64_t> words);

}  // namespace archive
