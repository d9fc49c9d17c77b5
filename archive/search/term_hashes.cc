// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/term_hashes.h"

#include "archive/index/terms.h"

#include <xxhash.h>

namespace archive {

std::uint64_t term_hash(std::string_view folded) {
    return XXH3_64bits(folded.data(), folded.size());
}

std::vector<std::uint64_t> term_hashes(std::string_view text) {
    std::vector<std::uint64_t> hashes;
    for_each_word(text, [&](const Word& word) {
        if (word.span == 1) hashes.push_back(term_hash(word.text));
    });
    return hashes;
}

std::uint64_t hash_of_run(std::span<const std::uint64_t> words) {
    return XXH3_64bits(words.data(), words.size_bytes());
}

}  // namespace archive
