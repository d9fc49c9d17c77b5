// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/names/cue_words.h"

#include "indexer/names/name_hash.h"

#include <array>
#include <string_view>

namespace indexer {

namespace {

struct CueWord {
    std::string_view lower;
    NameCue cue;
};

constexpr std::array<CueWord, 35> cue_words{{
    {"said", NameCue::speech},    {"says", NameCue::speech},     {"told", NameCue::speech},
    {"added", NameCue::speech},   {"who", NameCue::speech},      {"has", NameCue::speech},
    {"in", NameCue::place},       {"at", NameCue::place},        {"near", NameCue::place},
    {"from", NameCue::place},     {"'s", NameCue::possessive},   {"'", NameCue::possessive},
    {"(", NameCue::open_bracket}, {")", NameCue::close_bracket}, {",", NameCue::comma},
    {"of", NameCue::joint},       {"and", NameCue::joint},       {"&", NameCue::joint},
    {"for", NameCue::joint},      {"the", NameCue::the},         {"a", NameCue::a},
    {"an", NameCue::a},           {"one", NameCue::a},           {"is", NameCue::is},
    {"was", NameCue::is},         {"are", NameCue::is},          {"were", NameCue::is},
    {"which", NameCue::relation}, {"that", NameCue::relation},   {"or", NameCue::relation},
    {"on", NameCue::relation},    {"by", NameCue::relation},     {"to", NameCue::relation},
    {"with", NameCue::relation},  {"whose", NameCue::relation},
}};

}  // namespace

NameCue cue_of(std::uint64_t hash) {
    static const auto table = [] {
        HashTable<NameCue> cues;
        for (const auto& row : cue_words) cues[word_hash(row.lower)] = row.cue;
        return cues;
    }();
    const auto* const cue = table.find(hash);
    return cue == nullptr ? NameCue::none : *cue;
}

}  // namespace indexer
