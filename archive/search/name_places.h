// SPDX-License-Identifier: GPL-2.0-or-later
// name_places.h - The names of an article and where they stand in its text: what `@person` means.
//
// An article keeps its names without their places. A name stands where all its words stand, and a
// person also where the last word of the name stands alone: "Kim Jong Un" is "kim jong un" only,
// since two letters tell nobody, "Ada Holm" is "ada holm" and "holm".
#pragma once

#include "archive/index/segment.h"
#include "archive/model/entity.h"
#include "archive/search/place_joins.h"
#include "archive/search/word_pattern.h"

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace archive {

/// What a mention of the name looks like: one of these. They look in no zone until told which.
std::vector<WordPattern> mentions_of(EntityType type, std::string_view name);

/// Finds the names of a segment's articles. Belongs to one thread; the segment must outlive it.
class NamePlaces {
public:
    explicit NamePlaces(const Segment& segment) : segment_(segment) {}

    /// Whether a mention of one of the article's names of the type has one of the words.
    bool has_word_of(Docid docid, EntityType type, std::span<const std::uint32_t> words);

    /// Where the article's names of the type stand in these zones, by their ends; valid until the
    /// next call.
    const Occurrences& of(Docid docid, EntityType type, const ZoneSet& zones);

private:
    /// A word of a mention, by its number in the segment.
    struct Edge {
        std::uint32_t word = 0;
        std::uint16_t from = 0;
        std::uint16_t to = 0;
    };
    struct Mention {
        std::vector<Edge> edges;
        std::uint16_t length = 0;
    };
    const std::vector<Mention>& mentions(EntityType type, std::uint32_t name);

    /// A word that some mention of the article's names leads over.
    struct Use {
        Edge edge;
        std::uint32_t run = 0;
    };
    const Segment& segment_;
    std::array<std::unordered_map<std::uint32_t, std::vector<Mention>>, entity_types> known_;
    std::vector<Use> uses_;  ///< by word
    std::vector<PatternRun> runs_;
    Occurrences places_;
};

}  // namespace archive
