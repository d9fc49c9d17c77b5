// SPDX-License-Identifier: GPL-2.0-or-later
// mark_patterns.h - Leads the words of a stored text through patterns and notes what took part.
#pragma once

#include "archive/index/indexed_text.h"
#include "archive/index/name_positions.h"
#include "archive/search/marks.h"
#include "archive/search/place_run.h"

#include <bitset>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace archive {

/// Patterns made ready for words as text, and what they have met in one article. Not thread-safe.
class MarkPatterns {
public:
    /// The marks of a pattern name it by its number: 0 for the first that was added.
    void add(std::shared_ptr<const PlacePattern> pattern);
    void add(WordPattern words);

    /// The names of the text that is read next, where patterns ask for any of their type. To be
    /// told before it begins.
    void look_for_names(NamePositions names);

    /// Its quotations, where patterns look into those.
    void add_quotes(const Article& article);

    std::size_t size() const { return patterns_.size(); }
    const std::vector<std::shared_ptr<const PlacePattern>>& patterns() const { return patterns_; }

    /// Whether some pattern must be met more than once.
    bool any_counts() const;

    /// Leads the words of an article through the patterns.
    void read(const std::vector<IndexedZone>& zones, std::string_view language);

    /// What read() does, step by step: begins another article.
    void restart();

    /// A word of a zone; `zone` is the number among the article's, -1 for one that is none of them.
    void meet(const PlacedToken& token, ZoneKind kind, int zone, bool in_lead,
              std::string_view language);

    /// A paragraph ends, or a zone.
    void end_of(TokenKind kind);

    /// Which patterns the article meets. After read() or the last end_of(), as marks().
    std::vector<bool> met() const;
    bool is_met(std::size_t pattern) const { return runs_[pattern].met(); }

    /// Whatever took part in a match, with the number of its zone; also of patterns that were not
    /// met often enough.
    const std::vector<std::pair<std::size_t, Mark>>& marks() const { return marks_; }

private:
    /// A word that leads on in a pattern.
    struct Use {
        std::size_t pattern = 0;
        std::uint32_t node = 0;
        const PatternEdge* edge = nullptr;
        const ZoneSet* zones = nullptr;
        std::string_view language = {};  ///< in its articles only; empty for all
    };
    struct Hash : std::hash<std::string_view> {
        using is_transparent = void;
    };
    using Uses = std::unordered_map<std::string, std::vector<Use>, Hash, std::equal_to<>>;
    using FirstBytes = std::bitset<256>;

    void add_edges(const WordPattern& words, Use use);
    void add_stem(const std::string& stem, const Use& use);
    void take(const std::vector<Use>& uses, const PlacedToken& token, ZoneKind kind, bool in_lead,
              std::string_view language);
    bool is_quoted(std::size_t pattern, std::uint32_t begin, std::uint32_t end);
    void take_names();
    void collect(std::size_t pattern);
    void note_bytes(const PlacedToken& token);

    /// Where a pattern looks that asks for quotations.
    struct Quotes {
        std::vector<Quote> all;  ///< of the speakers, in reading order
        std::uint32_t next = 0;  ///< the first that may hold a later word
        std::uint32_t met = 0;   ///< the one that words were met in last
    };

    std::vector<std::shared_ptr<const PlacePattern>> patterns_;
    std::vector<Quotes> quotes_;  ///< by pattern
    int article_zone_ = -1;       ///< of the word that is met
    std::vector<PlaceRun> runs_;
    /// A leaf that takes any name of a type.
    struct NameLeaf {
        std::size_t pattern = 0;
        std::uint32_t node = 0;
        EntityType type = EntityType::person;
    };
    std::vector<NameLeaf> name_leaves_;
    NamePositions names_;
    std::size_t names_taken_ = 0;
    Uses by_word_, by_stem_;
    FirstBytes first_of_words_, first_of_stems_;

    struct Bytes {
        std::uint32_t begin = 0, end = 0;
    };
    std::vector<Bytes> bytes_;  ///< of the words of this zone, by position from the first on
    std::uint32_t first_position_ = 0;
    std::uint32_t paragraph_ = 0;
    std::size_t zone_ = 0;
    std::vector<std::pair<std::size_t, Mark>> marks_;
};

}  // namespace archive
