// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/text_overlap.h"

#include <algorithm>
#include <cstddef>
#include <iterator>

namespace indexer {

namespace {

/// FNV-1a of each word, letters lowered by setting their fifth bit.
std::vector<std::uint64_t> word_hashes(std::string_view text) {
    constexpr std::uint64_t offset = 14'695'981'039'346'656'037U;
    constexpr std::uint64_t prime = 1'099'511'628'211U;
    std::vector<std::uint64_t> hashes;
    std::uint64_t hash = offset;
    bool inside = false;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        const bool word = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z')
                          || (byte >= '0' && byte <= '9') || byte >= 0x80;
        if (word) {
            hash = (hash ^ (byte | 0x20U)) * prime;
        } else if (inside) {
            hashes.push_back(hash);
            hash = offset;
        }
        inside = word;
    }
    if (inside) hashes.push_back(hash);
    return hashes;
}

}  // namespace

std::vector<std::uint64_t> four_word_hashes(std::string_view text) {
    const auto words = word_hashes(text);
    std::vector<std::uint64_t> hashes;
    for (std::size_t i = 0; i + 4 <= words.size(); ++i) {
        hashes.push_back(words[i] * 3 + words[i + 1] * 5 + words[i + 2] * 7 + words[i + 3] * 11);
    }
    std::sort(hashes.begin(), hashes.end());
    return hashes;
}

double share_found(const std::vector<std::uint64_t>& part,
                   const std::vector<std::uint64_t>& whole) {
    if (part.empty()) return 0;
    std::vector<std::uint64_t> both;
    std::set_intersection(part.begin(), part.end(), whole.begin(), whole.end(),
                          std::back_inserter(both));
    return static_cast<double>(both.size()) / static_cast<double>(part.size());
}

}  // namespace indexer
