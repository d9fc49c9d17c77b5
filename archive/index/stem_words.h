// SPDX-License-Identifier: GPL-2.0-or-later
// stem_words.h - The words of a segment that have a stem in a language: "elect" in English is
// elect, elected, election.
//
// The forward store holds words as they stand, so whoever looks for a stem in it must know which
// words those are. Stemming a whole lexicon takes a tenth of a second, so it is done by first
// letters, when first asked for, and sixteen bits a word are kept.
#pragma once

#include "archive/index/string_table.h"

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace archive {

/// Thread-safe. The lexicon outlives it.
class StemWords {
public:
    explicit StemWords(const StringTable& lexicon);
    ~StemWords();

    /// The numbers of the words that have the stem in the language, in the order of their bytes.
    std::vector<std::uint32_t> numbers(std::string_view language, std::string_view stem) const;

private:
    struct Stems;

    const StringTable& lexicon_;
    mutable std::mutex mutex_;
    mutable std::map<std::string, std::unique_ptr<Stems>, std::less<>> by_language_;
};

}  // namespace archive
