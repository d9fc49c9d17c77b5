// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/query_compiler.h"

#include "archive/base/text.h"
#include "archive/index/document.h"
#include "archive/index/schema.h"
#include "archive/index/sites.h"
#include "archive/index/spelling.h"
#include "archive/index/terms.h"
#include "archive/search/name_resolution.h"
#include "archive/search/word_forms.h"

#include <algorithm>
#include <cassert>
#include <iterator>

namespace archive {

namespace {

namespace prefix = schema::prefix;

/// Ways through a pattern that are looked for one by one; a phrase with more hyphens than that
/// finds solid spellings of the first ones only.
constexpr std::size_t most_ways = 16;

struct Prefixes {
    std::string_view word, stem;
};

Prefixes prefixes_of(Where where) {
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

/// The pattern of the words of `text`: an edge a word, then those of words in one or in two.
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

/// All ways from 0 to the end of a pattern, edge by edge; that of single words comes first.
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

class Compiler {
public:
    Compiler(const std::vector<std::string>& languages, const AliasTable& aliases,
             CompiledQuery& compiled)
        : languages_(languages), aliases_(aliases), compiled_(compiled) {}

    enum class Sign : bool { excluded, wanted };
    enum class Furniture : bool { apart, text };

    PlanPointer plan(const Query& query, Sign sign, Furniture furniture) {
        sign_ = sign;
        furniture_ = furniture;
        return std::visit([&](const auto& node) { return plan_node(node, query.span); },
                          query.node);
    }

private:
    bool first_look() const { return sign_ == Sign::wanted && furniture_ == Furniture::apart; }

    PlanPointer again(const Query& query) { return plan(query, sign_, furniture_); }

    PlanPointer plan_node(const EverythingQuery&, Span) { return plan_of(EverythingPlan{}); }

    PlanPointer plan_node(const WordQuery& word, Span span) {
        return words(word.text, word.form, word.where, span);
    }

    PlanPointer plan_node(const PhraseQuery& phrase, Span span) {
        return words(phrase.text, Form::quoted, phrase.where, span);
    }

    PlanPointer plan_node(const FilterQuery& filter, Span) {
        if (filter.field == "story") return plan_of(GroupPlan{GroupPlan::Of::story, filter.value});
        if (filter.field == "event") return plan_of(GroupPlan{GroupPlan::Of::event, filter.value});
        if (filter.field == "quality") return plan_of(AlteredPlan{});
        auto plan = presence(filter);
        if (!plan) plan = plan_of(TermsPlan{{filter_term(filter.field, filter.value)}, Scored::no});
        return filter.field == "lacks" ? plan_of(ExceptPlan{std::move(plan)}) : plan;
    }

    /// has: and lacks: of what an article is to others, which no term says; else null.
    static PlanPointer presence(const FilterQuery& filter) {
        if (filter.field != "has" && filter.field != "lacks") return nullptr;
        if (filter.value == "copies") return plan_of(NumberPlan{NumberPlan::Of::copies, 2});
        if (filter.value == "event") return plan_of(NumberPlan{NumberPlan::Of::event, 2});
        return nullptr;
    }

    PlanPointer plan_node(const NameQuery& name, Span) {
        TermsPlan terms;
        const auto follow = name.literal ? FollowAliases::no : FollowAliases::yes;
        for (const auto& key : resolve_name(aliases_, name.field, name.value, follow)) {
            terms.terms.push_back(exact_term(prefix::entity, key));
            if (first_look()) compiled_.name_keys.push_back(key);
        }
        if (first_look()) compiled_.scored = true;
        return plan_of(std::move(terms));
    }

    PlanPointer plan_node(const DateQuery& date, Span) {
        return plan_of(DaysPlan{date.basis, {date.first, date.last}, Undated::exclude});
    }

    PlanPointer plan_node(const CertaintyQuery& certainty, Span) {
        return plan_of(CertaintyPlan{certainty.certainty});
    }

    PlanPointer plan_node(const NumberQuery& number, Span) {
        const auto of = number.field == "words" ? NumberPlan::Of::words : NumberPlan::Of::copies;
        return plan_of(NumberPlan{of, number.least, number.most});
    }

    PlanPointer plan_node(const NotQuery& negation, Span) {
        const auto before = sign_;
        const auto furniture = furniture_;
        auto operand = plan(*negation.operand, Sign::excluded, Furniture::apart);
        sign_ = before;
        furniture_ = furniture;
        return plan_of(ExceptPlan{std::move(operand)});
    }

    PlanPointer plan_node(const AndQuery& both, Span) {
        std::vector<PlanPointer> operands;
        for (const auto& operand : both.operands) operands.push_back(again(*operand));
        return all_of(operands);
    }

    PlanPointer plan_node(const OrQuery& either, Span) {
        AnyPlan any;
        for (const auto& operand : either.operands) any.operands.push_back(again(*operand));
        return plan_of(std::move(any));
    }

    /// A word or a phrase; with furniture as text, either there or in the text.
    PlanPointer words(const std::string& text, Form form, Where where, Span span) {
        auto in_text = words_in(text, form, where, span);
        if (furniture_ == Furniture::apart || where != Where::text) return in_text;
        return plan_of(AnyPlan{{std::move(in_text), words_in(text, form, Where::furniture, span)}});
    }

    PlanPointer words_in(const std::string& text, Form form, Where where, Span span) {
        auto pattern = pattern_of(text, form, where, languages_);
        if (pattern.edges.empty()) return plan_of(TermsPlan{});  // no word in it: no article has it
        if (first_look()) compiled_.scored = true;
        if (pattern.length == 1) return one_word(text, form, where, std::move(pattern), span);

        const auto whole = std::make_shared<const WordPattern>(std::move(pattern));
        note(whole);
        // A term says by itself that its word is in a zone, but for the body.
        const auto settled = [&](const PatternEdge& edge) {
            return where != Where::body && edge.from == 0 && edge.to == whole->length;
        };
        auto checked = *whole;
        std::erase_if(checked.edges, settled);
        const auto in_order = std::make_shared<const WordPattern>(std::move(checked));

        AnyPlan any;
        for (const auto& way : ways_through(*whole)) {
            std::vector<PlanPointer> operands;
            std::vector<std::string> met;
            for (const auto* edge : way) {
                auto terms = terms_of(*edge, where);
                if (std::find(met.begin(), met.end(), terms.front()) != met.end()) continue;
                met.push_back(terms.front());
                note_furniture(terms, where);
                operands.push_back(plan_of(TermsPlan{std::move(terms)}));
            }
            if (!settled(*way.front())) operands.push_back(plan_of(WordsPlan{in_order}));
            any.operands.push_back(all_of(operands));
        }
        if (any.operands.size() == 1) return any.operands.front();
        return plan_of(std::move(any));
    }

    PlanPointer one_word(const std::string& text, Form form, Where where, WordPattern pattern,
                         Span span) {
        auto& edge = pattern.edges.front();
        const auto word = words_of(text).front();
        std::vector<PlanPointer> operands;
        if (form == Form::stemmed && word.capitals && where != Where::furniture
            && everyday_when_lower(word.text)) {
            edge.capitals = true;
            edge.words = {word.text};
            TermsPlan capitals{{std::string(prefix::capitals) + word.text}};
            if (where != Where::text) capitals.scored = Scored::no;
            operands.push_back(plan_of(std::move(capitals)));
        } else if (form == Form::stemmed) {
            edge.words.clear();
            edge.stems = stems_of(word.text, languages_);
        }
        if (!edge.capitals || where != Where::text) {
            PatternEdge home = edge;  // as the archive's main language has it
            if (!home.stems.empty()) home.stems = stems_of(word.text, {languages_.front()});
            auto terms = terms_of(home, where);
            note_furniture(terms, where);
            if (first_look() && where != Where::furniture)
                compiled_.words.push_back({word.text, text, span, terms_of(edge, Where::text)});
            TermsPlan plan{std::move(terms)};
            if (!home.stems.empty()) plan.foreign = foreign_terms(word.text, home.stems, where);
            operands.push_back(plan_of(std::move(plan)));
        }
        const auto shared = std::make_shared<const WordPattern>(std::move(pattern));
        note(shared);
        if (where == Where::body) operands.push_back(plan_of(WordsPlan{shared}));
        return all_of(operands);
    }

    /// What only another language makes of a word counts in articles of that language: French has
    /// "cook" for "cookies", and no English cook is meant.
    std::vector<ForeignTerms> foreign_terms(const std::string& word,
                                            const std::vector<std::string>& home,
                                            Where where) const {
        std::vector<ForeignTerms> foreign;
        for (std::size_t i = 1; i < languages_.size(); ++i) {
            ForeignTerms terms{{}, std::string(prefix::language) + languages_[i]};
            for (const auto& stem : stems_of(word, {languages_[i]})) {
                if (std::find(home.begin(), home.end(), stem) != home.end()) continue;
                terms.terms.push_back(std::string(prefixes_of(where).stem) + stem);
            }
            if (!terms.terms.empty()) foreign.push_back(std::move(terms));
        }
        return foreign;
    }

    void note(const std::shared_ptr<const WordPattern>& pattern) {
        if (first_look()) compiled_.marks.push_back(pattern);
    }

    void note_furniture(const std::vector<std::string>& terms, Where where) {
        if (furniture_ != Furniture::text || where != Where::furniture) return;
        compiled_.furniture_terms.insert(compiled_.furniture_terms.end(), terms.begin(),
                                         terms.end());
    }

    const std::vector<std::string>& languages_;
    const AliasTable& aliases_;
    CompiledQuery& compiled_;
    Sign sign_ = Sign::wanted;
    Furniture furniture_ = Furniture::apart;
};

/// "https://www.bbc.co.uk/news" and "BBC.co.uk" are "bbc.co.uk".
std::string site_of(std::string_view value) {
    const auto typed = trimmed(value);
    const bool is_url = typed.find("://") != std::string_view::npos;
    return host_of(is_url ? std::string(typed) : "http://" + std::string(typed));
}

}  // namespace

std::string filter_term(std::string_view field, std::string_view value) {
    if (field == "lacks") field = "has";
    const auto* found = schema::field_named(field);
    assert(found != nullptr && !found->prefix.empty());
    switch (found->matching) {
        case schema::Matching::host: return exact_term(found->prefix, site_of(value));
        case schema::Matching::presence:
        case schema::Matching::identity:
            return std::string(found->prefix) + ascii_lower(trimmed(value));
        default: return exact_term(found->prefix, value);
    }
}

WordPattern phrase_pattern(std::string_view text) {
    return pattern_of(text, Form::quoted, Where::text, {});
}

CompiledQuery compile(const Query& query, const std::vector<std::string>& languages,
                      const AliasTable& aliases) {
    CompiledQuery compiled;
    Compiler compiler(languages, aliases, compiled);
    compiled.plan = compiler.plan(query, Compiler::Sign::wanted, Compiler::Furniture::apart);
    compiled.with_furniture =
        compiler.plan(query, Compiler::Sign::wanted, Compiler::Furniture::text);
    if (compiled.furniture_terms.empty()) compiled.with_furniture.reset();
    return compiled;
}

}  // namespace archive
