// SPDX-License-Identifier: GPL-2.0-or-later
// word_check.h - Whether an article has the words of a pattern in their order and zones, by the
// forward store.
#pragma once

#include "archive/index/bitmap.h"
#include "archive/index/segment.h"
#include "archive/index/token_scan.h"
#include "archive/search/step_table.h"
#include "archive/search/word_pattern.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace archive {

/// For a DeadlineWatch. Tokens are read for each article checked, which takes as long as some
/// hundred postings.
inline constexpr std::uint32_t work_of_a_check = 64;

/// What a look at the bytes of an article's tokens tells, surer ones greater.
enum class Sieved : std::uint8_t { no, perhaps, yes };

/// Tells quickly whether an article matches: looks for the bytes of the pattern's rarest word in
/// its tokens and reads only what stands around them. Twenty phrases of common words over 72,631
/// press releases took 97 ms of CPU on average when every article was walked, 15 with this
/// (November 2026, a busy machine).
class TokenSieve {
public:
    /// An edge of the pattern, by the numbers of its words.
    struct Edge {
        std::uint16_t from = 0;
        std::uint16_t to = 0;
        std::vector<std::uint32_t> numbers;
        std::uint64_t articles = 0;  ///< that have one of the words
    };
    TokenSieve(std::vector<Edge> edges, std::uint16_t length);

    /// "perhaps" where only the walk can tell; never wrong otherwise. Without `zones` any will do.
    Sieved sieved(std::string_view tokens, const ZoneSet* zones) const;

private:
    bool follows(std::string_view tokens, std::size_t at, std::uint16_t place) const;
    Sieved precedes(std::string_view tokens, std::uint16_t place) const;

    /// How a word of the anchor is written in the tokens.
    struct Anchor {
        std::string bytes;  ///< of its number
        std::uint16_t to;
        bool joined;  ///< as an operand, behind the code and the span of a joined word
    };
    /// A word that may stand somewhere before the anchor.
    struct Before {
        std::string bytes;
        std::uint16_t from, to;
    };
    std::vector<Edge> edges_;
    std::uint16_t length_;
    std::uint16_t anchor_ = 0;  ///< every match leads over the edges from here to the next place
    std::vector<Anchor> anchors_;
    std::vector<Before> before_;
};

/// Checks the articles of one segment. Belongs to one thread; neither segment nor pattern may go
/// before it.
class WordCheck {
public:
    /// `articles` says of each edge how many articles have its words, about: the rarest is looked
    /// for first.
    WordCheck(const Segment& segment, const WordPattern& pattern,
              const std::vector<std::uint64_t>& articles);

    /// Whether no article of the segment can match, since it lacks the words.
    bool hopeless() const { return hopeless_; }

    /// At most so many articles match.
    Docid most() const { return most_; }

    /// The articles that runs of common words leave; null where they tell nothing.
    const Bitmap* candidates() const { return candidates_.empty() ? nullptr : &candidates_; }

    /// Whether the candidates are the matches.
    bool settled() const { return settled_; }

    /// Whether runs of common words leave it open that an article matches.
    bool may_hold(Docid docid) const { return candidates_.empty() || has_bit(candidates_, docid); }

    bool holds(Docid docid);

private:
    /// An edge with the numbers its words have in the segment.
    struct Edge {
        std::uint16_t from = 0;
        std::uint16_t to = 0;
        std::vector<std::uint32_t> numbers;
        std::uint64_t articles = 0;
        const std::vector<std::string>* stems = nullptr;
    };
    std::vector<std::vector<std::uint32_t>> common_steps() const;
    std::optional<Bitmap> articles_with_run(
        std::span<const std::vector<std::uint32_t>> steps) const;
    bool keep_run(std::span<const std::vector<std::uint32_t>> steps);
    void find_candidates();
    bool walk(Docid docid);
    template <typename Walk>
    bool walked_by(Walk& walk, Docid docid);
    bool takes(const Edge& edge, std::uint32_t word, std::string_view language);
    bool has_stem(const Edge& edge, std::uint32_t word, std::string_view language);
    std::string_view language_of(Docid docid) const;

    const Segment& segment_;
    const WordPattern& pattern_;
    std::vector<Edge> edges_;

    Bitmap candidates_;     ///< by runs of common words; empty where they tell nothing
    bool settled_ = false;  ///< see settled()
    WantedWords wanted_;    ///< that some edge takes
    bool stems_ = false;
    bool hopeless_ = false;
    Docid most_ = 0;
    PatternRun run_;
    std::optional<TokenSieve> fast_;  ///< where neither stems nor many forms are looked for
    std::optional<StepTable> steps_;  ///< where many forms are

    /// What was found out about the stems of words, by their number: 0 nothing yet, 1 no, 2 yes.
    /// Kept for the language of the last article.
    std::string known_language_;
    std::vector<std::uint8_t> known_;
};

}  // namespace archive
