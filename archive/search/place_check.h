// SPDX-License-Identifier: GPL-2.0-or-later
// place_check.h - Whether the words of an article stand to each other as a pattern says, by the
// forward store.
#pragma once

#include "archive/index/landmarks.h"
#include "archive/index/segment.h"
#include "archive/index/token_scan.h"
#include "archive/search/lead_paragraph.h"
#include "archive/search/place_run.h"
#include "archive/search/place_sieve.h"
#include "archive/search/quoted_words.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace archive {

/// Checks the articles of one segment. Belongs to one thread; neither segment nor pattern may go
/// before it.
class PlaceCheck {
public:
    PlaceCheck(const Segment& segment, const PlacePattern& pattern);

    bool holds(Docid docid);

private:
    /// What a word of the segment leads on.
    struct Use {
        std::uint32_t node = 0;
        std::uint16_t from = 0;
        std::uint16_t to = 0;
        std::uint32_t language = 0;  ///< in its articles only; any_language in all
        ZoneSet zones;
        bool capitals = false;
    };
    static constexpr std::uint32_t any_language = 0xffffffff;

    void use(std::uint32_t word, const Use& use);
    void use_stems(const std::vector<std::string>& stems, const PatternEdge& edge, const Use& here);
    std::uint32_t language_of(Docid docid);
    void learn(std::uint32_t language);
    bool walked(Docid docid, std::uint32_t language);
    template <typename Walk>
    bool walked_by(Walk& walk, Docid docid, std::uint32_t language);
    template <typename Walk>
    bool join(Walk& walk, const LeadParagraph& lead, std::uint32_t language);
    void begin_landmarks();
    std::uint32_t names_apart();
    bool is_in_capitals(std::uint32_t position);
    void take(const Token& token, bool in_lead, std::uint32_t language, std::uint32_t stretch);
    void take_names(const Token& token, std::uint32_t first, std::uint32_t stretch);
    template <typename Walk>
    bool join_quotes(Walk& walk, const LeadParagraph& lead, const std::vector<PositionSpan>& quotes,
                     std::uint32_t language);
    bool join_quoted();
    std::vector<PositionSpan> quotes_of(Docid docid) const;

    const Segment& segment_;
    const PlacePattern& pattern_;
    PlaceRun run_;
    const bool crosses_paragraphs_;
    const bool asks_for_lead_;
    const bool words_only_;    ///< of quotations
    LeafBits leaves_met_ = 0;  ///< in the quotation that is read, where only words matter
    bool stems_ = false;

    std::vector<std::uint16_t> slots_;     ///< by word: where its uses are, 0 for a word without
    std::vector<std::vector<Use>> uses_;   ///< by slot
    WantedWords wanted_;                   ///< those with uses
    std::vector<std::string> languages_;   ///< those whose stems are known
    std::vector<std::uint32_t> speakers_;  ///< those wanted, of the segment

    PlaceSieve sieve_;
    std::vector<PlaceSieve::Sides> sides_;                     ///< by word
    std::vector<std::vector<PlaceSieve::Sides>> by_language_;  ///< those of stems too

    /// A name of the article that a leaf takes.
    struct NamePlace {
        std::uint32_t node = 0;
        PositionSpan words;
    };
    const bool asks_for_landmarks_;
    Landmarks landmarks_;           ///< of the article
    std::vector<NamePlace> names_;  ///< by their ends
    std::size_t next_name_ = 0;     ///< first that ends at a later word
    std::size_t next_capital_ = 0;  ///< the same of words in capitals
};

}  // namespace archive
