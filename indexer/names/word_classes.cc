// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/names/word_classes.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace indexer {

void WordClasses::write(std::string& bytes) const {
    std::vector<std::pair<std::uint64_t, WordClass>> sorted;
    sorted.reserve(table_.size());
    table_.for_each([&](std::uint64_t hash, WordClass word_class) {
        sorted.emplace_back(hash >> 32U, word_class);
    });
    std::sort(sorted.begin(), sorted.end(),
              [](const auto& left, const auto& right) { return left.first < right.first; });
    archive::put_number(bytes, sorted.size());
    std::uint64_t last = 0;
    for (const auto& [key, word_class] : sorted) {
        archive::put_number(bytes, key - last);
        last = key;
        archive::put_number(bytes, word_class.fine);
        archive::put_number(bytes, word_class.coarse);
        archive::put_number(bytes, static_cast<std::uint64_t>(word_class.usual));
    }
}

WordClasses WordClasses::read(archive::NumberBytes& bytes) {
    constexpr std::uint64_t most_words = 4'000'000;
    const auto words = bytes.number();
    if (words > most_words) {
        throw archive::Failure(archive::ErrorCode::index_damaged, "has too many word classes");
    }
    WordClasses classes;
    classes.table_.reset(words);
    std::uint64_t key = 0;
    for (std::uint64_t at = 0; at < words; ++at) {
        key += bytes.number();
        WordClass word_class;
        word_class.fine = static_cast<std::uint16_t>(bytes.number());
        word_class.coarse = static_cast<std::uint8_t>(bytes.number());
        word_class.usual = static_cast<UsualCase>(bytes.number() & 3U);
        classes.put(key << 32U, word_class);
    }
    return classes;
}

}  // namespace indexer
