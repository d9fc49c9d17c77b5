// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/pattern_words.h"

#include "archive/base/text.h"
#include "archive/index/schema.h"
#include "archive/index/spelling.h"
#include "archive/index/terms.h"
#include "archive/search/wildcards.h"
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

/// The forms that the archive holds of a word that is open or may have slips; a word over several
/// places ("selfdefence") has no slips of its own.
std::vector<std::string> forms_of(const std::string& word, const PatternEdge& edge,
                                  const TypedWords& typed, const Wording& wording) {
    const bool slips = typed.edits > 0 && edge.to - edge.from == 1;
    if (!slips && !(typed.open && has_wildcard(word))) return {word};
    if (wording.vocabulary == nullptr) return {};
    const auto in_zone = [&](Where where) {
        const auto prefix = prefixes_of(where).word;
        return slips ? wording.vocabulary->near(word, typed.edits, prefix).words
                     : wording.vocabulary->of_open(word, prefix).words;
    };
    auto forms = in_zone(typed.where);
    if (wording.furniture_too && typed.where == Where::text) {
        for (auto& form : in_zone(Where::furniture)) add_once(forms, form);
    }
    return forms;
}

/// Puts the forms in the places of the words, and takes out what can't be met.
void look_up_forms(WordPattern& pattern, const TypedWords& typed, const Wording& wording) {
    for (auto& edge : pattern.edges) {
        std::vector<std::string> forms;
        for (const auto& word : edge.words) {
            for (auto& form : forms_of(word, edge, typed, wording)) add_once(forms, form);
        }
        edge.words = std::move(forms);
    }
    std::erase_if(pattern.edges,
                  [](const PatternEdge& edge) { return edge.words.empty() && edge.stems.empty(); });
}

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

std::vector<std::string> terms_of(const PatternEdge& edge, const ZonePrefixes& prefixes) {
    std::vector<std::string> terms;
    for (const auto& stem : edge.stems) terms.push_back(std::string(prefixes.stem) + stem);
    for (const auto& word : edge.words) terms.push_back(std::string(prefixes.word) + word);
    return terms;
}

TypedWords typed_words(const WordQuery& word) {
    return {word.text, word.form, word.where};
}

TypedWords typed_words(const PatternQuery& pattern) {
    return {pattern.text, Form::quoted, pattern.where, true};
}

TypedWords typed_words(const FuzzyQuery& fuzzy) {
    return {fuzzy.text, Form::exact, fuzzy.where, false, fuzzy.edits};
}

TypedWords typed_words(const PhraseQuery& phrase) {
    return {phrase.text, phrase.form, phrase.where, has_wildcard(phrase.text)};
}

WordPattern pattern_of(const TypedWords& typed, const Wording& wording) {
    const auto form = typed.form;
    const auto& table = SpellingTable::shipped();
    const auto words = typed.open ? open_words_of(typed.text) : words_of(typed.text);
    const Places places(words, form);
    WordPattern pattern;
    pattern.zones = zones_of(typed.where);
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
            edge.stems = stems_of(edge.words.front(), wording.languages);
    }
    pattern.edges = std::move(parts);
    pattern.edges.insert(pattern.edges.end(), std::make_move_iterator(others.begin()),
                         std::make_move_iterator(others.end()));
    if (typed.looked_up()) look_up_forms(pattern, typed, wording);
    return pattern;
}

WordPattern phrase_pattern(std::string_view text) {
    return pattern_of(TypedWords{std::string(text)}, Wording{{}});
}

std::vector<Way> ways_through(const WordPattern& pattern) {
    std::vector<Way> ways;
    std::vector<Way> begun{{}};
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
