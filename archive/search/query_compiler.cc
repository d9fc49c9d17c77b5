// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/query_compiler.h"

#include "archive/index/document.h"
#include "archive/index/schema.h"
#include "archive/index/terms.h"
#include "archive/search/filter_term.h"
#include "archive/search/name_resolution.h"
#include "archive/search/pattern_words.h"
#include "archive/search/place_compiler.h"
#include "archive/search/query_faults.h"
#include "archive/search/word_forms.h"
#include "archive/search/word_order.h"

#include <algorithm>
#include <utility>

namespace archive {

namespace {

namespace prefix = schema::prefix;

class Compiler {
public:
    Compiler(const std::vector<std::string>& languages, const AliasTable& aliases,
             Vocabulary& vocabulary, CompiledQuery& compiled)
        : languages_(languages), aliases_(aliases), vocabulary_(vocabulary), compiled_(compiled) {}

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
        return words(typed_words(word), span);
    }
    PlanPointer plan_node(const PatternQuery& pattern, Span span) {
        return words(typed_words(pattern), span);
    }
    PlanPointer plan_node(const FuzzyQuery& fuzzy, Span span) {
        return words(typed_words(fuzzy), span);
    }
    PlanPointer plan_node(const PhraseQuery& phrase, Span span) {
        if (phrase.within == 0) return words(typed_words(phrase), span);
        std::vector<QueryPointer> apart;
        for (auto& word : words_apart(phrase)) apart.push_back(query_of(std::move(word), span));
        return places(Query{phrase, span}, apart);
    }

    PlanPointer plan_node(const NearQuery& near, Span span) {
        return places(Query{near, span}, {near.left, near.right});
    }

    PlanPointer plan_node(const AtLeastQuery& often, Span span) {
        const bool part_of_another = placing_;
        auto plan = places(Query{often, span}, {often.operand});
        return part_of_another ? plan : met_so_often(plan, often.times);
    }

    /// By itself: the articles that have such names.
    PlanPointer plan_node(const AnyNameQuery& name, Span span) {
        if (first_look() && !placing_) note(pattern_of_places(Query{name, span}));
        return plan_of(TermsPlan{{filter_term("has", name.field)}, Scored::no});
    }

    /// Words that stand inside one quotation, of one of the speaker's names.
    PlanPointer plan_node(const SaidQuery& said, Span span) {
        PlanPointer speaker = plan_of(EverythingPlan{});
        std::vector<std::string> keys;
        if (!said.speaker.empty()) {
            const auto follow = said.literal ? FollowAliases::no : FollowAliases::yes;
            keys = resolve_name(aliases_, "entity", said.speaker, follow);
            TermsPlan terms{{}, Scored::no};
            for (const auto& key : keys) terms.terms.push_back(exact_term(prefix::speaker, key));
            if (keys.empty()) return plan_of(std::move(terms));
            speaker = plan_of(std::move(terms));
        }
        quoted_ = true;
        auto words = places(Query{said, span}, {said.operand}, keys);
        quoted_ = false;
        return all_of({std::move(speaker), std::move(words)});
    }

    PlanPointer plan_node(const FilterQuery& filter, Span) {
        if (filter.field == "story") return plan_of(GroupPlan{GroupPlan::Of::story, filter.value});
        if (filter.field == "event") return plan_of(GroupPlan{GroupPlan::Of::event, filter.value});
        if (filter.field == "quality") return plan_of(AlteredPlan{});
        auto plan = presence(filter);
        if (!plan) plan = plan_of(TermsPlan{{filter_term(filter.field, filter.value)}, Scored::no});
        return filter.field == "lacks" ? plan_of(ExceptPlan{std::move(plan)}) : plan;
    }

    /// has: and lacks: of what no term says: what an article is to others, quotations; else null.
    static PlanPointer presence(const FilterQuery& filter) {
        if (filter.field != "has" && filter.field != "lacks") return nullptr;
        if (filter.value == "copies") return plan_of(NumberPlan{NumberPlan::Of::copies, 2});
        if (filter.value == "event") return plan_of(NumberPlan{NumberPlan::Of::event, 2});
        if (filter.value == "quote") return plan_of(NumberPlan{NumberPlan::Of::quoted, 1});
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
        // What a quotation lacks may stand elsewhere in the article.
        if (quoted_) return plan_of(EverythingPlan{});
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

    /// What the operands ask of terms, and where they stand. Of operands that join places
    /// themselves only the terms are asked: their places are part of the whole.
    PlanPointer places(const Query& query, const std::vector<QueryPointer>& operands,
                       const std::vector<std::string>& speakers = {}) {
        const bool part_of_another = std::exchange(placing_, true);
        std::vector<PlanPointer> plans;
        plans.reserve(operands.size() + 1);
        for (const auto& operand : operands) plans.push_back(again(*operand));
        placing_ = part_of_another;
        if (part_of_another) return all_of(plans);
        auto pattern = pattern_of_places(query, speakers);
        if (!pattern) return plan_of(TermsPlan{});  // some operand has no word in it
        note(pattern);
        if (!pattern->told_by_terms()) plans.push_back(plan_of(PlacesPlan{std::move(pattern)}));
        return all_of(plans);
    }

    std::shared_ptr<const PlacePattern> pattern_of_places(
        const Query& query, const std::vector<std::string>& speakers = {}) const {
        auto pattern = place_pattern_of(query, [&](const TypedWords& leaf) {
            auto words = leaf_pattern(leaf);
            if (furniture_ == Furniture::text && leaf.where == Where::text)
                words.zones = with_furniture(words.zones);
            return words;
        });
        if (!pattern) return nullptr;
        pattern->speakers = speakers;
        return std::make_shared<const PlacePattern>(std::move(*pattern));
    }

    /// The pattern of a word or a phrase; without edges when there is no word in it.
    WordPattern leaf_pattern(const TypedWords& typed) const {
        const bool furniture = furniture_ == Furniture::text;
        auto pattern = pattern_of(typed, {languages_, &vocabulary_, furniture});
        if (pattern.length != 1 || pattern.edges.empty() || typed.form != Form::stemmed)
            return pattern;
        auto& edge = pattern.edges.front();
        const auto word = words_of(typed.text).front();
        if (are_capitals(word, typed.where)) {
            edge.words = {word.text};
            edge.capitals = true;
            return pattern;
        }
        take_stems(edge, word.text);
        return pattern;
    }

    /// The stems of a word: those of the archive's main language, and what only others make of it.
    void take_stems(PatternEdge& edge, const std::string& word) const {
        edge.words.clear();
        edge.stems = stems_of(word, {languages_.front()});
        edge.foreign = foreign_stems(word, edge.stems);
    }

    /// What the terms of words begin with.
    ZonePrefixes prefixes(Where where) const {
        const bool anywhere = where == Where::text || where == Where::body;
        return quoted_ && anywhere ? ZonePrefixes{prefix::quoted, prefix::quoted_stem}
                                   : prefixes_of(where);
    }

    /// Whether a word is looked for as capitals.
    static bool are_capitals(const OwnedWord& word, Where where) {
        return word.capitals && where != Where::furniture && everyday_when_lower(word.text);
    }

    /// A word or a phrase; with furniture as text, either there or in the text.
    PlanPointer words(TypedWords typed, Span span) {
        auto in_text = words_in(typed, span);
        if (furniture_ == Furniture::apart || typed.where != Where::text || quoted_) return in_text;
        typed.where = Where::furniture;
        return plan_of(AnyPlan{{std::move(in_text), words_in(typed, span)}});
    }

    PlanPointer words_in(const TypedWords& typed, Span span) {
        const auto where = typed.where;
        auto pattern = pattern_in_words(typed, span);
        if (pattern.edges.empty()) return plan_of(TermsPlan{});  // no word in it: no article has it
        if (first_look()) compiled_.scored = true;
        if (pattern.length == 1) return one_word(typed, std::move(pattern), span);

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
                auto terms = terms_of(*edge, prefixes(where));
                if (std::find(met.begin(), met.end(), terms.front()) != met.end()) continue;
                met.push_back(terms.front());
                note_furniture(terms, where);
                operands.push_back(plan_of(TermsPlan{std::move(terms)}));
            }
            // Of a quotation the phrase is looked for in the text first, which is quick.
            if (!settled(*way.front()) && (!placing_ || quoted_))
                operands.push_back(quoted_ ? plan_of(WordsPlan{in_order})
                                           : words_in_order(in_order, way, prefixes(where)));
            any.operands.push_back(all_of(operands));
        }
        if (any.operands.empty()) return plan_of(TermsPlan{});  // a word has no form here
        if (any.operands.size() == 1) return any.operands.front();
        return plan_of(std::move(any));
    }

    /// The pattern, with a warning where not all forms of a word are looked for.
    WordPattern pattern_in_words(const TypedWords& typed, Span span) {
        const auto cuts = vocabulary_.cuts();
        auto pattern = pattern_of(typed, {languages_, &vocabulary_});
        if (vocabulary_.cuts() != cuts && furniture_ == Furniture::apart) warn_of_more(typed, span);
        return pattern;
    }

    void warn_of_more(const TypedWords& typed, Span span) {
        const bool known = std::any_of(
            compiled_.warnings.begin(), compiled_.warnings.end(), [&](const Warning& warning) {
                return warning.span.start == span.start && warning.span.end == span.end;
            });
        if (known) return;
        compiled_.warnings.push_back({ErrorCode::query_wide_wildcard,
                                      in_quotes(typed.text) + " has more than "
                                          + std::to_string(Vocabulary::most_forms)
                                          + " forms; the most frequent are searched",
                                      span});
    }

    PlanPointer one_word(const TypedWords& typed, WordPattern pattern, Span span) {
        const auto form = typed.form;
        const auto where = typed.where;
        auto& edge = pattern.edges.front();
        const auto word = words_of(typed.text).front();
        std::vector<PlanPointer> operands;
        if (form == Form::stemmed && are_capitals(word, where)) {
            edge.capitals = true;
            edge.words = {word.text};
            TermsPlan capitals{{std::string(prefix::capitals) + word.text}};
            if (where != Where::text || quoted_) capitals.scored = Scored::no;
            operands.push_back(plan_of(std::move(capitals)));
        } else if (form == Form::stemmed) {
            take_stems(edge, word.text);
        }
        if (!edge.capitals || where != Where::text || quoted_) {
            auto terms = terms_of(edge, prefixes(where));
            note_furniture(terms, where);
            if (first_look() && where != Where::furniture && !typed.looked_up()) {
                TermsPlan in_text{terms_of(edge, prefixes_of(Where::text))};
                in_text.foreign = foreign_terms(edge, Where::text);
                compiled_.words.push_back({word.text, typed.text, span, std::move(in_text)});
            }
            TermsPlan plan{std::move(terms)};
            plan.foreign = foreign_terms(edge, where);
            operands.push_back(plan_of(std::move(plan)));
        }
        const auto shared = std::make_shared<const WordPattern>(std::move(pattern));
        note(shared);
        if (shared->edges.front().capitals && where != Where::text && !placing_) {
            // The terms tell that the zone has the word, and that it is somewhere in capitals.
            PlacePattern in_zone;
            in_zone.nodes.push_back({.words = *shared});
            operands.push_back(
                plan_of(PlacesPlan{std::make_shared<const PlacePattern>(std::move(in_zone))}));
        } else if (where == Where::body && !placing_) {
            operands.push_back(plan_of(WordsPlan{shared}));
        }
        return all_of(operands);
    }

    /// What only another language makes of a word counts in articles of that language: French has
    /// "cook" for "cookies", and no English cook is meant.
    std::vector<ForeignStems> foreign_stems(const std::string& word,
                                            const std::vector<std::string>& home) const {
        std::vector<ForeignStems> others;
        for (std::size_t i = 1; i < languages_.size(); ++i) {
            ForeignStems foreign{languages_[i], stems_of(word, {languages_[i]})};
            std::erase_if(foreign.stems, [&](const std::string& stem) {
                return std::find(home.begin(), home.end(), stem) != home.end();
            });
            if (!foreign.stems.empty()) others.push_back(std::move(foreign));
        }
        return others;
    }

    std::vector<ForeignTerms> foreign_terms(const PatternEdge& edge, Where where) const {
        std::vector<ForeignTerms> foreign;
        for (const auto& [language, stems] : edge.foreign) {
            ForeignTerms terms{{}, std::string(prefix::language) + language};
            for (const auto& stem : stems)
                terms.terms.push_back(std::string(prefixes(where).stem) + stem);
            foreign.push_back(std::move(terms));
        }
        return foreign;
    }

    void note(const std::shared_ptr<const WordPattern>& pattern) {
        if (first_look() && !placing_) compiled_.marks.push_back(pattern);
    }
    void note(const std::shared_ptr<const PlacePattern>& pattern) {
        if (first_look()) compiled_.places.push_back(pattern);
    }

    void note_furniture(const std::vector<std::string>& terms, Where where) {
        if (furniture_ != Furniture::text || where != Where::furniture) return;
        compiled_.furniture_terms.insert(compiled_.furniture_terms.end(), terms.begin(),
                                         terms.end());
    }

    const std::vector<std::string>& languages_;
    const AliasTable& aliases_;
    Vocabulary& vocabulary_;
    CompiledQuery& compiled_;
    Sign sign_ = Sign::wanted;
    Furniture furniture_ = Furniture::apart;
    bool placing_ = false;  ///< within a form that asks where words stand
    bool quoted_ = false;   ///< within said:
};

}  // namespace

CompiledQuery compile(const Query& query, const std::vector<std::string>& languages,
                      const AliasTable& aliases, Vocabulary& vocabulary) {
    CompiledQuery compiled;
    Compiler compiler(languages, aliases, vocabulary, compiled);
    compiled.plan = compiler.plan(query, Compiler::Sign::wanted, Compiler::Furniture::apart);
    compiled.with_furniture =
        compiler.plan(query, Compiler::Sign::wanted, Compiler::Furniture::text);
    if (compiled.furniture_terms.empty()) compiled.with_furniture.reset();
    return compiled;
}

}  // namespace archive
