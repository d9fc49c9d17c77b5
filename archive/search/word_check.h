// SPDX-License-Identifier: GPL-2.0-or-later
// word_check.h - Whether an article has the words of a pattern in their order and zones, by the
// forward store.
#pragma once

#include "archive/index/segment.h"
#include "archive/search/word_pattern.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace archive {

/// Checks the articles of one segment. Belongs to one thread; neither segment nor pattern may go
/// before it.
class WordCheck {
public:
    WordCheck(const Segment& segment, const WordPattern& pattern);

    /// Whether no article of the segment can match, since it lacks the words.
    bool hopeless() const { return hopeless_; }

    bool holds(Docid docid);

private:
    /// An edge with the numbers its words have in the segment.
    struct Edge {
        std::uint8_t from = 0;
        std::uint8_t to = 0;
        std::vector<std::uint32_t> numbers;
        const std::vector<std::string>* stems = nullptr;
    };
    bool takes(const Edge& edge, std::uint32_t word, std::string_view language);
    bool has_stem(const Edge& edge, std::uint32_t word, std::string_view language);
    std::string_view language_of(Docid docid) const;

    const Segment& segment_;
    const WordPattern& pattern_;
    std::vector<Edge> edges_;
    std::uint64_t sieve_ = 0;  ///< a bit for each number that some edge takes, by its last six bits
    bool stems_ = false;
    bool hopeless_ = false;
    PatternRun run_;

    /// What was found out about the stems of words, by their number: 0 nothing yet, 1 no, 2 yes.
    /// Kept for the language of the last article.
    std::string known_language_;
    std::vector<std::uint8_t> known_;
};

}  // namespace archive
