// SPDX-License-Identifier: GPL-2.0-or-later
// word_pattern.h - Words in an order, as they are looked for in a text.
//
// The query's words stand on positions 0..length; an edge leads from one position to another and
// says which words of a text take it. "self-defence" is three edges: self 0-1, defence 1-2 and
// selfdefence 0-2, so that `self-defence`, `self defence` and `selfdefence` meet whichever of them
// the article wrote. One matcher runs over the forward store (does the article match?) and over the
// stored text (what is marked?), so that the two can't disagree.
#pragma once

#include "archive/model/article.h"
#include "archive/search/query.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace archive {

/// A joined word covers at most so many positions: the cutter joins four parts and no more, room is
/// left for others.
inline constexpr std::uint32_t most_joined_parts = 8;

/// Zones of an article that a word is looked for in.
struct ZoneSet {
    std::uint16_t kinds = 0;  ///< one bit a ZoneKind
    bool lead = false;        ///< and the first paragraph of the body, without the rest of it

    bool holds(ZoneKind kind, bool in_lead) const {
        return (kinds >> static_cast<unsigned>(kind) & 1U) != 0 || (lead && in_lead);
    }
    friend bool operator==(const ZoneSet&, const ZoneSet&) = default;
};

ZoneSet zones_of(Where where);

/// The same, and furniture.
ZoneSet with_furniture(ZoneSet zones);

/// The same, and all of the body instead of its lead.
ZoneSet with_body(ZoneSet zones);

/// Stems that count in the articles of one language only.
struct ForeignStems {
    std::string language;
    std::vector<std::string> stems;
    friend bool operator==(const ForeignStems&, const ForeignStems&) = default;
};

/// What a word of the text must be to lead on.
struct PatternEdge {
    std::uint16_t from = 0;
    std::uint16_t to = 1;
    std::vector<std::string> words;  ///< folded; one of them, as it stands
    std::vector<std::string> stems;  ///< or any word with one of these stems in its own language
    bool capitals = false;           ///< and written in capitals, where that can be told
    std::vector<ForeignStems> foreign = {};
    friend bool operator==(const PatternEdge&, const PatternEdge&) = default;
};

struct WordPattern {
    std::vector<PatternEdge> edges;
    std::uint16_t length = 0;  ///< a match leads from 0 to here
    ZoneSet zones;
    friend bool operator==(const WordPattern&, const WordPattern&) = default;
};

/// Follows the words of one text through a pattern. Words come in the order of tokens.h: by
/// position, joined words after their last part.
class PatternRun {
public:
    explicit PatternRun(std::uint16_t length) : length_(length) {}

    /// Forgets the text: at paragraphs, which no match crosses.
    void restart() { reached_.clear(); }

    /// A word of the text at `position`, `span` long, takes the edge. Says where the match began,
    /// as `begin` was given for its first word, when one ends here.
    std::optional<std::uint32_t> take(std::uint16_t from, std::uint16_t to, std::uint32_t position,
                                      std::uint32_t span, std::uint32_t begin);

private:
    struct Reached {
        std::uint16_t place;     ///< in the pattern
        std::uint32_t position;  ///< in the text: the next word must stand there
        std::uint32_t begin;
    };
    std::uint16_t length_;
    std::vector<Reached> reached_;
};

}  // namespace archive
