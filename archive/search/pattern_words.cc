// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/pattern_words.h"

#include "archive/base/text.h"
#include "archive/index/schema.h"
#include "archive/index/spelling.h"
#include "archive/index/terms.h"
#include "archive/search/word_forms.h"

#include <algorithm>
#include <iterator>

namespace archive {

namespace {

namespace prefix = schema::prefix;

/// Ways through a pattern that are looked for one by one; a phrase with more hyphens than that
/// finds solid spellings of the first ones only.
constexpr std::size_t most_ways = 16;

void add_once(std::vector<std::string>& list, const std::string& text) {
    if (std::find(list.begin(), list.end(), text) == list.end()) list.push_back(text);
}

/// Every way to write the parts in one word, from the spellings of each.
std::vector<std::string> solid_spellings(const std::vector<PatternEdge>& parts, std::size_t first,
                                         std::size_t end) {
    std::vector<std::string> solid{""};
    for (std::size_t i = first; i < end; ++i) {
        std::vector<std::string> longer;
        for (const auto& begun : solid) {
            for (const auto& word : parts[i].words) {
                if (longer.size() < most_ways) longer.push_back(begun + word);
            }
        }
        solid = std::move(longer);
    }
    return solid;
}

/// Whether a joined word is a pair of characters of a script without blanks. Their parts stand in
/// the tokens as well, in the same order, so nothing is found by the pair that they do not find.
bool is_pair_of_characters(std::string_view joined) {
    constexpr char32_t first_cjk = 0x2E80;
    std::size_t at = 0;
    return next_code_point(joined, at) >= first_cjk;
}

/// The words of `text` and the places they take: a word that is also written as two
/// ("selfdefence") takes two.
class Places {
public:
    Places(const std::vector<OwnedWord>& words, Form form) {
        for (const auto& word : words) {
            if (word.span > 1) continue;
            std::uint16_t width = 1;
            if (form != Form::exact) {
                const auto parts = SpellingTable::shipped().compound(word.text).size();
                if (parts > 1) width = static_cast<std::uint16_t>(parts);
            }
            begin_.push_back(static_cast<std::uint16_t>(begin_.back() + width));
        }
    }

    /// The place before the word at `position`; that after the last one for its end.
    std::uint16_t operator[](std::uint32_t position) const {
        return begin_[std::min<std::size_t>(position, begin_.size() - 1)];
    }

private:
    std::vector<std::uint16_t> begin_{0};
};

}  // namespace

ZonePrefixes prefixes_of(Where where) {
    switch (where) {
        case Where::text:
        case Where::body: return {"", prefix::stem};
        case Where::headline: return {prefix::headline, prefix::headline_stem};
        case Where::lead: return {prefix::lead, prefix::lead_stem};
        case Where::caption: return {prefix::caption, prefix::caption_stem};
        case Where::furniture: return {prefix::furniture, prefix::furniture_stem};
    }
    return {};
}

std::vector<std::string> terms_of(const PatternEdge& edge, Where where) {
    const auto prefixes = prefixes_of(where);
    std::vector<std::string> terms;
    for (const auto& stem : edge.stems) terms.push_back(std::string(prefixes.stem) + stem);
    for (const auto& word : edge.words) terms.push_back(std::string(prefixes.word) + word);
    return terms;
}

WordPattern pattern_of(std::string_view text, Form form, Where where,
                       const std::vector<std::string>& languages) {
    const auto& table = SpellingTable::shipped();
    const auto words = words_of(text);
    const Places places(words, form);
    WordPattern pattern;
    pattern.zones = zones_of(where);
    std::vector<PatternEdge> parts, others;
    for (const auto& word : words) {
        if (word.span > 1 && is_pair_of_characters(word.text)) continue;
        PatternEdge edge{places[word.position], places[word.position + word.span], {}, {}, false};
        pattern.length = std::max(pattern.length, edge.to);
        if (form == Form::exact || word.span > 1)
            edge.words.push_back(word.text);
        else
            edge.words = spellings_of(word.text);
        if (word.span == 1 && edge.to - edge.from > 1) {  // in two words as well
            auto at = edge.from;
            for (const auto& part : table.compound(word.text)) {
                const auto next = static_cast<std::uint16_t>(at + 1);
                parts.push_back({at, next, spellings_of(part), {}, false});
                at = next;
            }
        }
        const bool single = edge.to - edge.from == 1;
        (single ? parts : others).push_back(std::move(edge));
    }
    for (auto& edge : others) {
        if (form != Form::exact) {
            for (const auto& solid : solid_spellings(parts, edge.from, edge.to))
                add_once(edge.words, solid);
        }
    }
    for (std::size_t i = 0; form != Form::exact && i + 1 < parts.size(); ++i) {
        const auto solid = table.joined(parts[i].words.front(), parts[i + 1].words.front());
        const bool known = std::any_of(others.begin(), others.end(), [&](const PatternEdge& edge) {
            return edge.from == parts[i].from && edge.to == parts[i + 1].to;
        });
        if (solid.empty() || known) continue;
        others.push_back({parts[i].from, parts[i + 1].to, spellings_of(solid), {}, false});
    }
    for (auto& edge : others) {
        if (form == Form::stemmed && edge.from == 0 && edge.to == pattern.length)
            edge.stems = stems_of(edge.words.front(), languages);
    }
    pattern.edges = std::move(parts);
    pattern.edges.insert(pattern.edges.end(), std::make_move_iterator(others.begin()),
                         std::make_move_iterator(others.end()));
    return pattern;
}

WordPattern phrase_pattern(std::string_view text) {
    return pattern_of(text, Form::quoted, Where::text, {});
}

std::vector<std::vector<const PatternEdge*>> ways_through(const WordPattern& pattern) {
    std::vector<std::vector<const PatternEdge*>> ways;
    std::vector<std::vector<const PatternEdge*>> begun{{}};
    while (!begun.empty() && ways.size() < most_ways) {
        const auto way = std::move(begun.back());
        begun.pop_back();
        const std::uint16_t at = way.empty() ? std::uint16_t{0} : way.back()->to;
        if (at == pattern.length) {
            ways.push_back(way);
            continue;
        }
        // The last pushed is followed first: the single words, which stand first in the pattern.
        for (auto edge = pattern.edges.rbegin(); edge != pattern.edges.rend(); ++edge) {
            if (edge->from != at) continue;
            begun.push_back(way);
            begun.back().push_back(&*edge);
        }
    }
    return ways;
}

}  // namespace archive
