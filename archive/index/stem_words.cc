// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/index/stem_words.h"

#include "archive/base/text.h"
#include "archive/index/stemmer.h"

#include <xxhash.h>

#include <set>

namespace archive {

namespace {

/// A few bits of a stem; 0 stands for a word not stemmed yet.
std::uint16_t short_hash(std::string_view stem) {
    const auto hash = static_cast<std::uint16_t>(XXH3_64bits(stem.data(), stem.size()));
    return hash == 0 ? std::uint16_t{1} : hash;
}

std::string_view first_letter(std::string_view word) {
    std::size_t end = 0;
    if (!word.empty()) next_code_point(word, end);
    return word.substr(0, end);
}

}  // namespace

/// The stems of one language.
struct StemWords::Stems {
    explicit Stems(std::string_view language, std::size_t words)
        : stemmer(language), hashes(words), keep_beginnings(stems_keep_beginnings(language)) {}

    Stemmer stemmer;
    std::vector<std::uint16_t> hashes;  ///< by the place in the order of the words' bytes
    bool keep_beginnings;
    std::set<std::string, std::less<>> stemmed;  ///< first letters of the words looked at
};

StemWords::StemWords(const StringTable& lexicon) : lexicon_(lexicon) {}
StemWords::~StemWords() = default;

std::vector<std::uint32_t> StemWords::numbers(std::string_view language,
                                              std::string_view stem) const {
    const std::lock_guard lock(mutex_);
    auto found = by_language_.find(language);
    if (found == by_language_.end()) {
        auto stems = std::make_unique<Stems>(language, lexicon_.size());
        found = by_language_.emplace(std::string(language), std::move(stems)).first;
    }
    auto& stems = *found->second;
    const auto letter = stems.keep_beginnings ? first_letter(stem) : std::string_view{};
    const auto words = lexicon_.with_prefix(letter);
    auto* const hashes = stems.hashes.data() + (words.data() - lexicon_.with_prefix("").data());
    if (stems.stemmed.insert(std::string(letter)).second) {
        for (std::size_t i = 0; i < words.size(); ++i)
            hashes[i] = short_hash(stems.stemmer(lexicon_[words[i]]));
    }
    std::vector<std::uint32_t> numbers;
    const auto wanted = short_hash(stem);
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (hashes[i] == wanted && stems.stemmer(lexicon_[words[i]]) == stem)
            numbers.push_back(words[i]);
    }
    return numbers;
}

}  // namespace archive
