// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/base/text.h"
#include "archive/search/query_parser.h"
#include "archive/search/query_printer.h"
#include "archive/search/query_text.h"

namespace archive {

namespace {

std::string zone_or(Where where, std::string_view kind) {
    return where == Where::text ? std::string(kind) : "zone";
}

/// What a clause is called in the receipt.
struct KindOf {
    std::string operator()(const EverythingQuery&) const { return "group"; }
    std::string operator()(const WordQuery& word) const {
        return zone_or(word.where, word.form == Form::exact ? "exact" : "word");
    }
    std::string operator()(const PatternQuery& pattern) const {
        return zone_or(pattern.where, "wildcard");
    }
    std::string operator()(const FuzzyQuery& fuzzy) const { return zone_or(fuzzy.where, "fuzzy"); }
    std::string operator()(const PhraseQuery& phrase) const {
        if (phrase.within > 0) return "near";
        return zone_or(phrase.where, phrase.form == Form::exact ? "exact" : "phrase");
    }
    std::string operator()(const AnyNameQuery& name) const { return name.field; }
    std::string operator()(const NearQuery& near) const {
        return near.kind == NearQuery::Kind::same ? "same" : "near";
    }
    std::string operator()(const AtLeastQuery&) const { return "atleast"; }
    std::string operator()(const SaidQuery&) const { return "said"; }
    std::string operator()(const FilterQuery& filter) const {
        return filter.field == "has" || filter.field == "lacks" ? "has" : "filter";
    }
    std::string operator()(const NameQuery& name) const { return name.field; }
    std::string operator()(const DateQuery&) const { return "date"; }
    std::string operator()(const CertaintyQuery&) const { return "filter"; }
    std::string operator()(const NumberQuery&) const { return "number"; }
    std::string operator()(const NotQuery& excluded) const {
        return std::visit(*this, excluded.operand->node);
    }
    std::string operator()(const AndQuery&) const { return "group"; }
    std::string operator()(const OrQuery&) const { return "group"; }
};

/// The kind says what a phrase, a name or a date is; the label leaves that out.
std::string label_of(const Query& query) {
    if (const auto* word = std::get_if<WordQuery>(&query.node)) {
        if (word->where == Where::text && word->form == Form::stemmed) return word->text;
    } else if (const auto* phrase = std::get_if<PhraseQuery>(&query.node)) {
        const bool plain = phrase->form == Form::quoted && phrase->within == 0;
        if (phrase->where == Where::text && plain) return phrase->text;
    } else if (const auto* name = std::get_if<NameQuery>(&query.node)) {
        return name->value;
    } else if (const auto* date = std::get_if<DateQuery>(&query.node)) {
        if (date->field == "date") return date->value;
    } else if (const auto* excluded = std::get_if<NotQuery>(&query.node)) {
        const bool joined = std::holds_alternative<AndQuery>(excluded->operand->node)
                            || std::holds_alternative<OrQuery>(excluded->operand->node)
                            || std::holds_alternative<NearQuery>(excluded->operand->node);
        if (!joined) return '-' + label_of(*excluded->operand);
    }
    return print_query(query);
}

std::string without_last_blanks(std::string text) {
    while (!text.empty() && text.back() == ' ') text.pop_back();
    return text;
}

bool takes_away(std::string& text, std::string_view ending) {
    if (text.size() < ending.size()
        || text.compare(text.size() - ending.size(), ending.size(), ending) != 0)
        return false;
    // "BRAND" is no "AND"
    if (text.size() > ending.size() && text[text.size() - ending.size() - 1] != ' '
        && text[text.size() - ending.size() - 1] != '(')
        return false;
    text.resize(text.size() - ending.size());
    return true;
}

/// The text with the bytes from `begin` to `end` taken out, and with them the AND that joined them
/// to their neighbours and blanks left double.
std::string taken_out(std::string_view text, std::size_t begin, std::size_t end) {
    std::string before = without_last_blanks(std::string(text.substr(0, begin)));
    std::string after(trimmed(text.substr(end)));
    constexpr std::string_view operation = "AND";
    const bool follows = after.compare(0, operation.size(), operation) == 0
                         && (after.size() == operation.size() || after[operation.size()] == ' ');
    if (takes_away(before, operation)) {
        before = without_last_blanks(std::move(before));
    } else if (follows) {
        after = std::string(trimmed(std::string_view(after).substr(operation.size())));
    }
    const bool tight =
        before.empty() || after.empty() || before.back() == '(' || after.front() == ')';
    return std::string(trimmed(before + (tight ? "" : " ") + after));
}

}  // namespace

std::vector<Clause> clauses_of(const ParsedQuery& parsed, std::string_view text) {
    std::vector<QueryPointer> operands;
    if (const auto* all = std::get_if<AndQuery>(&parsed.root->node)) {
        operands = all->operands;
    } else if (!std::holds_alternative<EverythingQuery>(parsed.root->node)) {
        operands.push_back(parsed.root);
    }

    const TypedText typed(text);
    std::vector<Clause> clauses;
    for (std::size_t i = 0; i < operands.size(); ++i) {
        const Query& query = *operands[i];
        auto others = operands;
        others.erase(others.begin() + static_cast<std::ptrdiff_t>(i));
        const auto rest = all_of(others);

        // cutting the text keeps what the user typed; where that would not be the other clauses
        // (an unclosed quote swallows them), they are written anew
        std::string without =
            taken_out(text, typed.byte_of(query.span.start), typed.byte_of(query.span.end));
        const auto again = parse_query(without, {parsed.today});
        if (!again || !(*again->root == *rest)) without = print_query(*rest);

        clauses.push_back({std::visit(KindOf{}, query.node), label_of(query), query.span,
                           operands[i], std::move(without)});
    }
    return clauses;
}

}  // namespace archive
