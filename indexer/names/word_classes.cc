// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/names/word_classes.h"

#include <algorithm>

namespace indexer {

void WordClasses::put(std::uint64_t key, WordClass word_class) {
    if (table_.find(key) == nullptr) keys_.push_back(key);
    table_[key] = word_class;
}

void WordClasses::write(std::string& bytes) const {
    std::vector<std::uint64_t> sorted = keys_;
    std::sort(sorted.begin(), sorted.end());
    archive::put_number(bytes, sorted.size());
    std::uint64_t last = 0;
    for (const auto key : sorted) {
        const auto& word_class = *table_.find(key);
        archive::put_number(bytes, (key >> 32U) - last);
        last = key >> 32U;
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
