// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/query_printer.h"

#include "archive/base/text.h"
#include "archive/search/query_text.h"

namespace archive {

namespace {

/// What a node stands under, which decides whether it needs brackets.
enum class Under : unsigned char {
    nothing,
    conjunction,
    alternative,
    exclusion,
    distance_left,  ///< of NEAR, which goes on to the left without brackets
    distance_right,
};

std::string_view prefix_of(Where where) {
    switch (where) {
        case Where::text: return "";
        case Where::headline: return "headline:";
        case Where::lead: return "lead:";
        case Where::body: return "body:";
        case Where::caption: return "caption:";
        case Where::furniture: return "in:furniture ";
    }
    return "";
}

/// `text` between quotation marks.
std::string quoted(std::string_view text) {
    std::string result = "\"";
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        const char32_t point = next_code_point(text, at);
        if (query_text::quote_family(point) == 1 || point == '\\') result += '\\';
        result += text.substr(begin, at - begin);
    }
    return result + '"';
}

/// `value` bare where it is read back so, else quoted.
std::string value_text(std::string_view value) {
    bool bare = !value.empty() && value.front() != '=';
    for (std::size_t at = 0; at < value.size() && bare;) {
        const char32_t point = next_code_point(value, at);
        bare = !query_text::ends_word(point) && point != '\\';
    }
    return bare ? std::string(value) : quoted(value);
}

/// The byte of the colon that would make a field of the beginning of `word`; npos if none.
std::size_t field_colon(std::string_view word) {
    const auto colon = word.find(':');
    const bool field = colon != std::string_view::npos
                       && query_text::looks_like_field(word.substr(0, colon))
                       && word.substr(colon, 3) != "://";
    return field ? colon : std::string_view::npos;
}

/// Where the characters begin that would be left out at the end of `word`.
std::size_t stray_end(std::string_view word) {
    std::size_t size = word.size();
    while (size > 0 && query_text::is_stray_last(static_cast<unsigned char>(word[size - 1])))
        --size;
    return size;
}

enum class Wildcards : bool { escaped, kept };

/// `word` with a backslash before every character that would mean something else.
std::string escaped_word(std::string_view word, Wildcards wildcards = Wildcards::escaped) {
    const bool open = wildcards == Wildcards::kept || query_text::looks_like_url(word);
    const std::size_t colon = field_colon(word);
    const std::size_t end = stray_end(word);
    const auto operation = operator_of(word);
    const std::string lower = ascii_lower(word);
    const bool first_escaped = (operation != Operator::none && operation != Operator::lower_case)
                               || lower == "@person" || lower == "@org" || lower == "@place";

    std::string result;
    for (std::size_t at = 0; at < word.size();) {
        const std::size_t begin = at;
        const char32_t point = next_code_point(word, at);
        const bool first = begin == 0
                           && (first_escaped || point == '-' || point == '='
                               || query_text::is_dash(point) || query_text::is_stray_first(point));
        const bool slash_kept = point == '/' && word.find('/') < begin;
        const bool last = begin >= end && !slash_kept;
        const bool wild = (point == '*' || point == '?') && !open;
        const bool fuzzy = point == '~' && word.find('/') > begin;
        if (first || last || wild || fuzzy || begin == colon || point == '\\'
            || query_text::ends_word(point))
            result += '\\';
        result += word.substr(begin, at - begin);
    }
    return result;
}

/// Whether a node is words of the text, which need no brackets behind "atleast3:" or a speaker.
struct StandsBare {
    bool operator()(const WordQuery& word) const { return word.where == Where::text; }
    bool operator()(const PatternQuery& pattern) const { return pattern.where == Where::text; }
    bool operator()(const FuzzyQuery& fuzzy) const { return fuzzy.where == Where::text; }
    bool operator()(const PhraseQuery& phrase) const { return phrase.where == Where::text; }
    template <typename Other>
    bool operator()(const Other&) const {
        return false;
    }
};

class Printer {
public:
    explicit Printer(Under under) : under_(under) {}

    std::string operator()(const EverythingQuery&) const { return {}; }

    std::string operator()(const WordQuery& word) const {
        const std::string prefix(prefix_of(word.where));
        switch (word.form) {
            case Form::stemmed: return prefix + escaped_word(word.text);
            case Form::exact: return prefix + '=' + escaped_word(word.text);
            case Form::quoted: return prefix + quoted(word.text);
        }
        return {};
    }

    std::string operator()(const PhraseQuery& phrase) const {
        std::string text(prefix_of(phrase.where));
        if (phrase.form == Form::exact) text += '=';
        text += quoted(phrase.text);
        return phrase.within == 0 ? text : text + '~' + std::to_string(phrase.within);
    }

    std::string operator()(const PatternQuery& pattern) const {
        return std::string(prefix_of(pattern.where)) + escaped_word(pattern.text, Wildcards::kept);
    }

    std::string operator()(const FuzzyQuery& fuzzy) const {
        return std::string(prefix_of(fuzzy.where)) + escaped_word(fuzzy.text) + '~'
               + std::to_string(fuzzy.edits);
    }

    std::string operator()(const AnyNameQuery& name) const { return '@' + name.field; }

    std::string operator()(const FilterQuery& filter) const {
        return filter.field + ':' + value_text(filter.value);
    }

    std::string operator()(const NameQuery& name) const {
        return name.field + (name.literal ? ":=" : ":") + value_text(name.value);
    }

    std::string operator()(const DateQuery& date) const {
        return date.field + ':' + value_text(date.value);
    }

    std::string operator()(const CertaintyQuery& certainty) const {
        return "certainty:" + std::string(name(certainty.certainty));
    }

    std::string operator()(const NumberQuery& number) const {
        return number.field + ':' + value_text(number.value);
    }

    std::string operator()(const NotQuery& excluded) const {
        const bool twice = std::holds_alternative<NotQuery>(excluded.operand->node);
        return (twice ? "NOT " : "-") + print(*excluded.operand, Under::exclusion);
    }

    std::string operator()(const AndQuery& all) const {
        return joined(all.operands, " ", Under::conjunction,
                      under_ != Under::nothing && under_ != Under::conjunction);
    }

    std::string operator()(const OrQuery& any) const {
        return joined(any.operands, " OR ", Under::alternative,
                      under_ != Under::nothing && under_ != Under::alternative);
    }

    std::string operator()(const NearQuery& near) const {
        const bool closed = under_ == Under::exclusion || under_ == Under::distance_right;
        const std::string text = print(*near.left, Under::distance_left) + ' ' + sign(near) + ' '
                                 + print(*near.right, Under::distance_right);
        return closed ? '(' + text + ')' : text;
    }

    std::string operator()(const AtLeastQuery& query) const {
        return "atleast" + std::to_string(query.times) + ':' + held(*query.operand);
    }

    std::string operator()(const SaidQuery& said) const {
        if (said.speaker.empty()) {
            // a phrase by itself would be the speaker of what follows
            const bool phrase = std::holds_alternative<PhraseQuery>(said.operand->node);
            return "said:" + (phrase ? bracketed(*said.operand) : held(*said.operand));
        }
        return (said.literal ? "said:=" : "said:") + quoted(said.speaker) + ' '
               + held(*said.operand);
    }

    static std::string print(const Query& query, Under under) {
        return std::visit(Printer(under), query.node);
    }

private:
    static std::string sign(const NearQuery& near) {
        if (near.kind == NearQuery::Kind::same) return "SAME";
        return (near.kind == NearQuery::Kind::near ? "NEAR/" : "ADJ/") + std::to_string(near.words);
    }

    static std::string bracketed(const Query& query) {
        return '(' + print(query, Under::nothing) + ')';
    }

    /// What stands right behind "atleast3:" or a speaker.
    static std::string held(const Query& query) {
        const bool bare = std::visit(StandsBare{}, query.node);
        return bare ? print(query, Under::nothing) : bracketed(query);
    }

    std::string joined(const std::vector<QueryPointer>& operands, std::string_view between,
                       Under inner, bool closed) const {
        if (operands.size() == 1) return print(*operands.front(), under_);
        std::string result;
        for (const auto& operand : operands) {
            const std::string text = print(*operand, inner);
            if (!text.empty() && !result.empty()) result += between;
            result += text;
        }
        return closed ? '(' + result + ')' : result;
    }

    Under under_;
};

}  // namespace

std::string print_query(const Query& query) {
    return Printer::print(query, Under::nothing);
}

}  // namespace archive
