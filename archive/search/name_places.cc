// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/name_places.h"

#include "archive/base/text.h"
#include "archive/index/terms.h"
#include "archive/index/tokens.h"
#include "archive/search/lead_paragraph.h"
#include "archive/search/name_numbers.h"
#include "archive/search/pattern_words.h"

#include <algorithm>
#include <tuple>

namespace archive {

namespace {

/// A shorter last word alone is no mention: "un", "bo", "ii".
constexpr std::size_t shortest_surname = 3;

/// Names of an article that are looked for.
constexpr std::size_t most_names = 256;

std::size_t letters_of(std::string_view word) {
    std::size_t letters = 0;
    for (std::size_t at = 0; at < word.size(); ++letters) next_code_point(word, at);
    return letters;
}

std::uint64_t sieve_bit(std::uint32_t word) {
    return std::uint64_t{1} << (word % 64);
}

}  // namespace

std::vector<WordPattern> mentions_of(EntityType type, std::string_view name) {
    std::vector<WordPattern> mentions{phrase_pattern(name)};
    mentions.front().zones = {};
    if (mentions.front().length == 0) return {};
    if (type != EntityType::person || mentions.front().length == 1) return mentions;
    const auto words = words_of(name);
    const auto last = std::find_if(words.rbegin(), words.rend(),
                                   [](const OwnedWord& word) { return word.span == 1; });
    if (letters_of(last->text) < shortest_surname) return mentions;
    mentions.push_back({{{0, 1, {last->text}, {}, false}}, 1, {}});
    return mentions;
}

const std::vector<NamePlaces::Mention>& NamePlaces::mentions(EntityType type, std::uint32_t name) {
    const auto [found, added] = known_[static_cast<std::size_t>(type)].try_emplace(name);
    if (!added) return found->second;
    const auto column = static_cast<std::size_t>(column_of(type));
    for (const auto& pattern : mentions_of(type, segment_.dictionaries[column][name])) {
        Mention mention{{}, pattern.length};
        for (const auto& edge : pattern.edges) {
            for (const auto& word : edge.words) {
                if (const auto number = segment_.lexicon.number(word))
                    mention.edges.push_back({*number, edge.from, edge.to});
            }
        }
        found->second.push_back(std::move(mention));
    }
    return found->second;
}

bool NamePlaces::has_word_of(Docid docid, EntityType type, std::span<const std::uint32_t> words) {
    if (words.empty()) return false;
    std::uint64_t sieve = 0;
    for (const auto word : words) sieve |= sieve_bit(word);
    std::size_t names = 0;
    for (const auto name : segment_.names[static_cast<std::size_t>(column_of(type))][docid]) {
        if (++names > most_names) break;
        for (const auto& mention : mentions(type, name)) {
            for (const auto& edge : mention.edges) {
                if ((sieve & sieve_bit(edge.word)) != 0
                    && std::find(words.begin(), words.end(), edge.word) != words.end())
                    return true;
            }
        }
    }
    return false;
}

const Occurrences& NamePlaces::of(Docid docid, EntityType type, const ZoneSet& zones) {
    places_.clear();
    uses_.clear();
    runs_.clear();
    std::uint64_t sieve = 0;
    const auto column = static_cast<std::size_t>(column_of(type));
    std::size_t names = 0;
    for (const auto name : segment_.names[column][docid]) {
        if (++names > most_names) break;
        for (const auto& mention : mentions(type, name)) {
            for (const auto& edge : mention.edges) {
                uses_.push_back({edge, static_cast<std::uint32_t>(runs_.size())});
                sieve |= sieve_bit(edge.word);
            }
            runs_.emplace_back(mention.length);
        }
    }
    if (uses_.empty()) return places_;
    std::stable_sort(uses_.begin(), uses_.end(), [](const Use& left, const Use& right) {
        return left.edge.word < right.edge.word;
    });

    const auto tokens = segment_.tokens(docid);
    const LeadParagraph lead(zones.lead ? tokens : std::string_view{});
    TokenWalk walk(tokens);
    for (Token token; walk.next(token);) {
        if ((sieve & sieve_bit(token.word)) == 0) continue;
        if (!zones.holds(token.zone, zones.lead && lead.holds(token))) continue;
        auto use = std::lower_bound(
            uses_.begin(), uses_.end(), token.word,
            [](const Use& one, std::uint32_t word) { return one.edge.word < word; });
        for (; use != uses_.end() && use->edge.word == token.word; ++use) {
            const auto begin = runs_[use->run].take(use->edge.from, use->edge.to, token.position,
                                                    token.span, token.position);
            if (begin) {
                places_.push_back(
                    {*begin, token.position + token.span, token.paragraph, token.paragraph});
            }
        }
    }
    std::sort(places_.begin(), places_.end(), [](const Occurrence& left, const Occurrence& right) {
        return std::tie(left.end, left.begin) < std::tie(right.end, right.begin);
    });
    return places_;
}

}  // namespace archive
