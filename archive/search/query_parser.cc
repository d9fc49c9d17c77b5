// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/query_parser.h"

#include "archive/base/limits.h"
#include "archive/base/text.h"
#include "archive/search/query_bytes.h"
#include "archive/search/query_fields.h"
#include "archive/search/query_lexer.h"
#include "archive/search/query_operands.h"
#include "archive/search/query_printer.h"
#include "archive/search/query_size.h"
#include "archive/search/wildcards.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace archive {

namespace {

using enum ErrorCode;
using Kind = Token::Kind;

/// The grammar, one function a rule:
///
///     any     = all { OR all }
///     all     = near { [AND] near }
///     near    = operand { (NEAR/n | ADJ/n | SAME) operand }
///     operand = (NOT | -) operand | "(" any ")" | zone held | atleastN: held | @type
///             | said: [name] held | field value | held
///     held    = word | phrase | "(" any ")"
///
/// A null pointer is an operand of which nothing was left, or that was refused. Every rule that
/// goes round comes to rest after a refusal.
class Parser {
public:
    Parser(const TypedText& typed, QueryFaults& faults, DayNumber today)
        : typed_(typed), faults_(faults), lexer_(typed, faults), today_(today) {}

    QueryPointer parse() {
        advance();
        auto query = read_any();
        return query ? query : query_of(EverythingQuery{});
    }

private:
    void advance() {
        token_ = lexer_.next();
        while (token_.kind == Kind::close && brackets_ == 0 && !faults_.refused()) {
            faults_.warn(query_unclosed_group, "the bracket was never opened and was left out",
                         token_.begin, token_.end);
            token_ = lexer_.next();
        }
    }

    QueryPointer read_any() {
        std::vector<QueryPointer> operands;
        auto first = read_all();
        if (first) operands.push_back(std::move(first));
        while (token_.kind == Kind::either && !faults_.refused()) {
            const Token bar = token_;
            if (operands.empty()) lack(bar, "left");
            advance();
            auto next = read_all();
            if (!next) {
                lack(bar, "right");
                break;
            }
            operands.push_back(std::move(next));
        }
        if (faults_.refused() || operands.empty()) return nullptr;
        return any_of(operands);
    }

    QueryPointer read_all() {
        std::vector<QueryPointer> operands;
        std::optional<Token> both;
        while (!faults_.refused() && token_.kind != Kind::end && token_.kind != Kind::close
               && token_.kind != Kind::either) {
            if (token_.kind == Kind::both) {
                if (operands.empty() || both) lack(token_, "left");
                both = token_;
                advance();
            } else if (auto operand = read_near()) {
                operands.push_back(std::move(operand));
                both.reset();
            }
        }
        if (both) lack(*both, "right");
        if (faults_.refused() || operands.empty()) return nullptr;
        return all_of(operands);
    }

    QueryPointer read_near() {
        QueryPointer left = token_.kind == Kind::distance ? nullptr : read_operand();
        while (token_.kind == Kind::distance && !faults_.refused()) {
            const Token distance = token_;
            if (!size_.add_join(distance.begin, distance.end)) return nullptr;
            advance();
            if (!left) return lack(distance, "left"), nullptr;
            auto right = read_operand();
            if (faults_.refused()) return nullptr;
            if (!right) return lack(distance, "right"), nullptr;
            if (!check_places(*left, distance) || !check_places(*right, distance)) return nullptr;
            const Span span{left->span.start, right->span.end};
            left = query_of(NearQuery{distance.distance.kind, distance.distance.words,
                                      std::move(left), std::move(right)},
                            span);
        }
        return left;
    }

    /// Refuses an operand of `form` that has no places in a text.
    bool check_places(const Query& operand, const Token& form) {
        if (has_places(operand)) return true;
        const auto begin = typed_.byte_of(operand.span.start);
        const auto end = typed_.byte_of(operand.span.end);
        faults_.refuse(query_missing_operand,
                       in_quotes(typed_.between(form.begin, form.end))
                           + " takes words, phrases, @person, and groups of them with OR, not "
                           + std::string(typed_.between(begin, end)),
                       form.begin, form.end);
        return false;
    }

    QueryPointer read_operand() {
        switch (token_.kind) {
            case Kind::except: return read_except();
            case Kind::open: return read_group(token_.begin);
            case Kind::field: return read_field_clause();
            case Kind::at_least: return read_at_least();
            case Kind::any_name: return read_any_name();
            case Kind::word:
            case Kind::exact_word:
            case Kind::pattern:
            case Kind::fuzzy:
            case Kind::phrase:
            case Kind::exact_phrase: return read_words(token_.begin);
            case Kind::end:
            case Kind::nothing:
            case Kind::close:
            case Kind::both:
            case Kind::either:
            case Kind::distance: break;
        }
        return nullptr;
    }

    QueryPointer read_except() {
        const Token except = token_;
        advance();
        const bool chained = token_.kind == Kind::except;
        if (chained && !enter(except)) return nullptr;
        auto operand = read_operand();
        if (chained) size_.leave();
        if (!operand) {
            lack(except, "right");
            return nullptr;
        }
        const Span span{typed_.span(except.begin, except.end).start, operand->span.end};
        return query_of(NotQuery{std::move(operand)}, span);
    }

    /// `begin` is where the clause begins: at the bracket, or at the field before it.
    QueryPointer read_group(std::size_t begin) {
        const Token open = token_;
        if (!enter(open)) return nullptr;
        ++brackets_;
        advance();
        auto query = read_any();
        --brackets_;
        size_.leave();
        if (faults_.refused()) return nullptr;
        std::size_t end = token_.end;
        if (token_.kind == Kind::close) {
            if (!query) {
                faults_.warn(query_stray_character,
                             "brackets with nothing between them were left out", open.begin, end);
            }
            advance();
        } else {
            end = typed_.bytes().size();
            faults_.warn(query_unclosed_group,
                         "the bracket is never closed; the group was taken to run to the end",
                         open.begin, open.end, std::string(typed_.bytes()) + ")");
        }
        if (!query || faults_.refused()) return nullptr;
        return query_of(query->node, typed_.span(begin, end));
    }

    /// headline:x, headline:"a b", headline:(a OR b), in:furniture x
    QueryPointer read_zone() {
        Token field = token_;
        const Where outer = std::exchange(zone_, zone_of(*field.field));
        if (zone_ == Where::furniture) {
            if (read_furniture(field, lexer_, faults_)) advance();
        } else {
            token_ = lexer_.next_in_zone();
        }
        auto query = read_held(field.begin);
        if (!query && !faults_.refused()) refuse_zone(field);
        zone_ = outer;
        return query;
    }

    void refuse_zone(const Token& field) {
        const std::string name(field.field->name);
        if (zone_ == Where::furniture) {
            faults_.refuse(query_missing_operand,
                           R"("in:furniture" needs a word, a phrase or a group after it)",
                           field.begin, field.end, std::string(field.field->example));
        } else {
            refuse_empty(field, std::string(field.field->example));
        }
    }

    void refuse_empty(const Token& form, std::string example) {
        faults_.refuse(query_empty_value,
                       in_quotes(typed_.between(form.begin, form.end))
                           + " needs a word, a phrase or a group right after the colon",
                       form.begin, form.end, std::move(example));
    }

    bool at_words() const {
        constexpr std::array kinds{Kind::word,  Kind::exact_word, Kind::pattern,
                                   Kind::fuzzy, Kind::phrase,     Kind::exact_phrase};
        return std::find(kinds.begin(), kinds.end(), token_.kind) != kinds.end();
    }

    /// Words, a phrase or a group, as they stand behind a zone; null for anything else. The clause
    /// begins at `begin`.
    QueryPointer read_held(std::size_t begin) {
        if (token_.kind == Kind::open) return read_group(begin);
        return at_words() ? read_words(begin) : nullptr;
    }

    QueryPointer read_any_name() {
        const Token name = token_;
        if (!size_.add_terms(1, name.begin, name.end)) return nullptr;
        advance();
        return query_of(AnyNameQuery{name.text}, typed_.span(name.begin, name.end));
    }

    /// atleast3:x, atleast3:(a OR b), atleast3:@person
    QueryPointer read_at_least() {
        const Token form = token_;
        token_ = lexer_.next_in_zone();
        auto operand = token_.kind == Kind::any_name ? read_any_name() : read_held(token_.begin);
        if (faults_.refused()) return nullptr;
        if (!operand) return refuse_empty(form, "atleast3:ferry"), nullptr;
        if (!check_places(*operand, form)) return nullptr;
        const Span span{typed_.span(form.begin, form.end).start, operand->span.end};
        return query_of(AtLeastQuery{form.number, std::move(operand)}, span);
    }

    /// said:x, said:"Ann Lee" x: a quoted name before words is that of the speaker.
    QueryPointer read_said() {
        const Token field = token_;
        token_ = lexer_.next_in_zone();
        const Token first = token_;
        SaidQuery said;
        said.operand = read_held(first.begin);
        const bool name =
            (first.kind == Kind::phrase || first.kind == Kind::exact_phrase) && first.number == 0;
        if (name && said.operand && (at_words() || token_.kind == Kind::open)) {
            if (auto words = read_held(token_.begin)) {
                said = {first.text, first.kind == Kind::exact_phrase, std::move(words)};
            }
        }
        if (faults_.refused()) return nullptr;
        if (!said.operand) return refuse_empty(field, "said:moon"), nullptr;
        if (!can_be_said(*said.operand)) {
            faults_.refuse(query_missing_operand,
                           "\"said:\" takes words, phrases and groups of them, which may exclude "
                           "others that are not said, and no filters",
                           field.begin, field.end);
            return nullptr;
        }
        const Span span{typed_.span(field.begin, field.end).start, said.operand->span.end};
        return query_of(std::move(said), span);
    }

    QueryPointer read_field_clause() {
        if (is_zone(*token_.field)) return read_zone();
        return token_.field->matching == schema::Matching::speech ? read_said() : read_value();
    }

    QueryPointer read_value() {
        auto query = read_field(token_, lexer_, typed_, faults_, today_);
        if (!query || !size_.add_terms(1, token_.begin, token_.end)) return nullptr;
        advance();
        return query;
    }

    QueryPointer read_words(std::size_t begin) {
        const Token token = token_;
        const std::size_t words = count_words(token);
        if (!size_.add_phrase(words, token.begin, token.end)
            || !size_.add_terms(words, token.begin, token.end))
            return nullptr;
        advance();
        const Span span = typed_.span(begin, token.end);
        if (token.kind == Kind::pattern) return query_of(PatternQuery{token.text, zone_}, span);
        if (token.kind == Kind::fuzzy) {
            const auto edits = static_cast<std::uint8_t>(token.number);
            return query_of(FuzzyQuery{token.text, edits, zone_}, span);
        }
        if (token.kind == Kind::phrase || token.kind == Kind::exact_phrase) {
            const Form form = token.kind == Kind::phrase ? Form::quoted : Form::exact;
            return query_of(PhraseQuery{token.text, zone_, form, token.number}, span);
        }
        const Form form = token.kind == Kind::exact_word ? Form::exact : Form::stemmed;
        return query_of(WordQuery{token.text, form, zone_}, span);
    }

    /// The words of a token; those that are looked up in the vocabulary count as wildcards, too.
    std::size_t count_words(const Token& token) {
        std::size_t words = 0, wildcards = 0;
        if (token.kind == Kind::word || token.kind == Kind::exact_word)
            return query_text::word_count(token.text);
        for (const auto& word : open_words_of(token.text)) {
            if (word.span > 1) continue;
            ++words;
            if (token.kind == Kind::fuzzy || has_wildcard(word.text)) ++wildcards;
        }
        size_.add_wildcards(wildcards, token.begin, token.end);
        return words;
    }

    bool enter(const Token& token) {
        if (size_.enter(token.begin, token.end)) return true;
        token_ = {};
        return false;
    }

    void lack(const Token& token, std::string_view side) {
        const auto found = typed_.between(token.begin, token.end);
        const std::string_view text = typed_.bytes();
        faults_.refuse(query_missing_operand,
                       in_quotes(found) + " has nothing on its " + std::string(side) + " side",
                       token.begin, token.end,
                       std::string(trimmed(std::string(text.substr(0, token.begin))
                                           + std::string(text.substr(token.end)))));
        token_ = {};
    }

    const TypedText& typed_;
    QueryFaults& faults_;
    QueryLexer lexer_;
    DayNumber today_;
    Token token_ = {};
    Where zone_ = Where::text;
    std::size_t brackets_ = 0;
    QuerySize size_{faults_};
};

}  // namespace

Result<ParsedQuery> parse_query(std::string_view text, const ParseOptions& options) {
    if (auto fault = fault_of_bytes(text)) return *fault;

    const TypedText typed(text);
    QueryFaults faults(typed, options.strict);
    auto root = Parser(typed, faults, options.today).parse();
    if (faults.refused()) return *faults.error();

    // what was understood is offered back as a query, so it must be one
    const std::size_t written = print_query(*root).size();
    if (written > limits::query_bytes) return too_long(text, "written out, the query", written);
    return ParsedQuery{std::move(root), faults.warnings(), options.today};
}

}  // namespace archive
