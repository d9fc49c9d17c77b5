// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/index/stemmer.h"

#include "archive/base/limits.h"
#include "archive/base/text.h"

#include <xapian.h>
#include <xxhash.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <map>
#include <string>
#include <vector>

namespace archive {

namespace {

struct Algorithm {
    std::string_view language;  ///< ISO 639-1
    const char* name;           ///< as Xapian knows it
};

constexpr std::array algorithms{
    Algorithm{"ar", "arabic"},     Algorithm{"ca", "catalan"},   Algorithm{"da", "danish"},
    Algorithm{"de", "german2"},    Algorithm{"en", "english"},   Algorithm{"es", "spanish"},
    Algorithm{"eu", "basque"},     Algorithm{"fi", "finnish"},   Algorithm{"fr", "french"},
    Algorithm{"ga", "irish"},      Algorithm{"hu", "hungarian"}, Algorithm{"hy", "armenian"},
    Algorithm{"id", "indonesian"}, Algorithm{"it", "italian"},   Algorithm{"lt", "lithuanian"},
    Algorithm{"nb", "norwegian"},  Algorithm{"ne", "nepali"},    Algorithm{"nl", "dutch"},
    Algorithm{"nn", "norwegian"},  Algorithm{"no", "norwegian"}, Algorithm{"pt", "portuguese"},
    Algorithm{"ro", "romanian"},   Algorithm{"ru", "russian"},   Algorithm{"sv", "swedish"},
    Algorithm{"ta", "tamil"},      Algorithm{"tr", "turkish"},   Algorithm{"und", "english"},
};
static_assert(algorithms.size() < 31, "each has a bit of Stemmings (stem_words.h)");

const Algorithm* algorithm_of(std::string_view language) {
    return std::find_if(algorithms.begin(), algorithms.end(),
                        [&](const Algorithm& algorithm) { return algorithm.language == language; });
}

Xapian::Stem stem_for(std::string_view language) {
    const auto* const found = algorithm_of(language);
    return found == algorithms.end() ? Xapian::Stem() : Xapian::Stem(found->name);
}

bool is_ideograph(char32_t point) {
    return (point >= 0x2E80 && point <= 0x9FFF) || (point >= 0xAC00 && point <= 0xD7A3)
           || (point >= 0xF900 && point <= 0xFAFF) || point >= 0x20000;
}

/// Words of one or two letters, with digits or signs, or in ideographs.
bool stays(std::string_view word) {
    std::size_t letters = 0;
    for (std::size_t at = 0; at < word.size(); ++letters) {
        const auto byte = static_cast<unsigned char>(word[at]);
        if (byte < 0x80) {
            if (byte < 'a' || byte > 'z') return true;
            ++at;
        } else if (is_ideograph(next_code_point(word, at))) {
            return true;
        }
    }
    return letters <= 2;
}

/// Words and their stems, found by hash: one probe or two instead of a run of the algorithm.
/// Forgets everything when it is full, as the words of news are few but its misprints are not.
class Memory {
public:
    Memory() : slots_(1U << 12U) {}

    /// Null when the word is not known.
    const std::string_view* find(std::string_view word, std::uint64_t hash) {
        const auto& slot = slots_[place(word, hash)];
        if (slot.word_bytes == 0) return nullptr;
        found_ = std::string_view(text_).substr(slot.begin + slot.word_bytes, slot.stem_bytes);
        return &found_;
    }

    std::string_view remember(std::string_view word, std::uint64_t hash, std::string_view stem) {
        constexpr std::size_t most_words = 1U << 16U;
        if (words_ == most_words) forget();
        if (words_ * 2 >= slots_.size()) grow();
        auto& slot = slots_[place(word, hash)];
        slot = {hash, static_cast<std::uint32_t>(text_.size()),
                static_cast<std::uint16_t>(word.size()), static_cast<std::uint16_t>(stem.size())};
        text_.append(word).append(stem);
        ++words_;
        return std::string_view(text_).substr(slot.begin + word.size(), stem.size());
    }

private:
    struct Slot {
        std::uint64_t hash = 0;
        std::uint32_t begin = 0;  ///< of the word in text_, the stem behind it
        std::uint16_t word_bytes = 0;
        std::uint16_t stem_bytes = 0;
    };

    std::size_t place(std::string_view word, std::uint64_t hash) const {
        std::size_t at = hash & (slots_.size() - 1);
        while (
            slots_[at].word_bytes != 0
            && (slots_[at].hash != hash
                || std::string_view(text_).substr(slots_[at].begin, slots_[at].word_bytes) != word))
            at = (at + 1) & (slots_.size() - 1);
        return at;
    }

    void forget() {
        std::fill(slots_.begin(), slots_.end(), Slot{});
        text_.clear();
        words_ = 0;
    }

    void grow() {
        std::vector<Slot> old(slots_.size() * 2);
        old.swap(slots_);
        for (const auto& slot : old) {
            if (slot.word_bytes == 0) continue;
            slots_[place(std::string_view(text_).substr(slot.begin, slot.word_bytes), slot.hash)] =
                slot;
        }
    }

    std::vector<Slot> slots_;
    std::string text_;
    std::size_t words_ = 0;
    std::string_view found_;
};

}  // namespace

struct Stemmer::State {
    Xapian::Stem stem;
    Memory memory;
    std::string word;
};

Stemmer::Stemmer(std::string_view language)
    : state_(std::make_unique<State>(State{stem_for(language), {}, {}})) {}

Stemmer::~Stemmer() = default;
Stemmer::Stemmer(Stemmer&&) noexcept = default;
Stemmer& Stemmer::operator=(Stemmer&&) noexcept = default;

std::string_view Stemmer::operator()(std::string_view word) {
    if (state_->stem.is_none() || word.size() > limits::term_bytes || stays(word)) return word;
    const auto hash = XXH3_64bits(word.data(), word.size());
    if (const auto* known = state_->memory.find(word, hash)) return *known;
    state_->word.assign(word);
    const std::string stem = state_->stem(state_->word);
    const bool usable = !stem.empty() && stem.size() <= limits::term_bytes;
    return state_->memory.remember(word, hash, usable ? std::string_view(stem) : word);
}

bool stems_keep_beginnings(std::string_view language) {
    constexpr std::array<std::string_view, 6> others{"ar", "id", "ms", "ta", "ne", "und"};
    return std::find(others.begin(), others.end(), language) == others.end();
}

std::string_view stemmed_as(std::string_view language) {
    const auto* const found = algorithm_of(language);
    if (found == algorithms.end()) return {};
    return std::find_if(
               algorithms.begin(), algorithms.end(),
               [&](const Algorithm& other) { return std::strcmp(other.name, found->name) == 0; })
        ->language;
}

std::string_view stem_in(std::string_view language, std::string_view word) {
    thread_local std::map<std::string, Stemmer, std::less<>> stemmers;
    auto found = stemmers.find(language);
    if (found == stemmers.end())
        found = stemmers.emplace(std::string(language), Stemmer(language)).first;
    return found->second(word);
}

}  // namespace archive
