// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/query_parser.h"

#include "archive/base/limits.h"
#include "archive/base/text.h"
#include "archive/search/query_fields.h"
#include "archive/search/query_later.h"
#include "archive/search/query_lexer.h"
#include "archive/search/query_printer.h"

#include <utility>

namespace archive {

namespace {

using enum ErrorCode;
using Kind = Token::Kind;

/// The grammar, one function a rule:
///
///     any     = all { OR all }
///     all     = operand { [AND] operand }
///     operand = (NOT | -) operand | "(" any ")" | zone words | field value | word | phrase
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
            } else if (token_.kind == Kind::proximity) {
                refuse_distance(!operands.empty() && !both);
            } else if (auto operand = read_operand()) {
                operands.push_back(std::move(operand));
                both.reset();
            }
        }
        if (both) lack(*both, "right");
        if (faults_.refused() || operands.empty()) return nullptr;
        return all_of(operands);
    }

    QueryPointer read_operand() {
        switch (token_.kind) {
            case Kind::except: return read_except();
            case Kind::open: return read_group(token_.begin);
            case Kind::field: return is_zone(*token_.field) ? read_zone() : read_value();
            case Kind::word:
            case Kind::exact_word:
            case Kind::phrase: return read_words(token_.begin);
            case Kind::end:
            case Kind::nothing:
            case Kind::close:
            case Kind::both:
            case Kind::either:
            case Kind::proximity: break;
        }
        return nullptr;
    }

    bool starts_operand() const {
        return token_.kind == Kind::word || token_.kind == Kind::exact_word
               || token_.kind == Kind::phrase || token_.kind == Kind::open
               || token_.kind == Kind::field || token_.kind == Kind::except;
    }

    QueryPointer read_except() {
        const Token except = token_;
        advance();
        const bool chained = token_.kind == Kind::except;
        if (chained && !enter(except)) return nullptr;
        auto operand = read_operand();
        if (chained) --levels_;
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
        --levels_;
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
        QueryPointer query;
        const bool words = token_.kind == Kind::word || token_.kind == Kind::exact_word
                           || token_.kind == Kind::phrase;
        if (words) {
            query = read_words(field.begin);
        } else if (token_.kind == Kind::open) {
            query = read_group(field.begin);
        }
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
            faults_.refuse(
                query_empty_value,
                in_quotes(name + ":") + " needs a word, a phrase or a group right after the colon",
                field.begin, field.end, std::string(field.field->example));
        }
    }

    QueryPointer read_value() {
        auto query = read_field(token_, lexer_, typed_, faults_, today_);
        if (!query || !count_terms(1, token_.begin, token_.end)) return nullptr;
        advance();
        return query;
    }

    QueryPointer read_words(std::size_t begin) {
        const Token token = token_;
        const std::size_t words = query_text::word_count(token.text);
        if (words > limits::phrase_words) {
            faults_.refuse(
                query_too_complex,
                "a phrase has more than " + std::to_string(limits::phrase_words) + " words",
                token.begin, token.end);
        }
        if (!count_terms(words, token.begin, token.end)) return nullptr;
        advance();
        const Span span = typed_.span(begin, token.end);
        if (token.kind == Kind::phrase) return query_of(PhraseQuery{token.text, zone_}, span);
        const Form form = token.kind == Kind::exact_word ? Form::exact : Form::stemmed;
        return query_of(WordQuery{token.text, form, zone_}, span);
    }

    bool count_terms(std::size_t count, std::size_t begin, std::size_t end) {
        terms_ += count;
        if (terms_ > limits::query_terms) {
            faults_.refuse(
                query_too_complex,
                "the query has more than " + std::to_string(limits::query_terms) + " terms", begin,
                end);
        }
        return !faults_.refused();
    }

    bool enter(const Token& token) {
        if (++levels_ <= limits::query_levels) return true;
        faults_.refuse(query_too_complex,
                       "the query is nested more than " + std::to_string(limits::query_levels)
                           + " levels deep",
                       token.begin, token.end);
        token_ = {};
        return false;
    }

    void refuse_distance(bool has_left) {
        const Token distance = token_;
        advance();
        if (!faults_.refused())
            refuse_proximity(typed_, distance.begin, distance.end, has_left, starts_operand(),
                             faults_);
        token_ = {};
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
    std::size_t levels_ = 0;
    std::size_t terms_ = 0;
};

std::optional<Error> encoding_fault(std::string_view text) {
    for (std::size_t at = 0, point = 0; at < text.size(); ++point) {
        const std::size_t begin = at;
        const char32_t here = next_code_point(text, at);
        const bool control = here < 0x20 || (here >= 0x7f && here < 0xa0);
        const std::string_view bytes = text.substr(begin, at - begin);
        if (!control && (here != 0xfffd || bytes == "\xef\xbf\xbd")) continue;
        const std::string found = escaped(bytes);
        return Error{query_bad_encoding,
                     control ? in_quotes(found) + " is a control character"
                             : in_quotes(found) + " is not UTF-8",
                     {},
                     Place{"q", point, point + 1, found, {}}};
    }
    return std::nullopt;
}

Error too_long(std::string_view text, std::string message) {
    return {query_too_long,
            std::move(message) + "; at most " + std::to_string(limits::query_bytes) + " are taken",
            {},
            Place{"q", 0, code_points(text), std::string(cut(text, 40)), {}}};
}

}  // namespace

Result<ParsedQuery> parse_query(std::string_view text, const ParseOptions& options) {
    if (text.size() > limits::query_bytes)
        return too_long(text, "the query has " + std::to_string(text.size()) + " bytes");
    if (auto fault = encoding_fault(text)) return *fault;

    const TypedText typed(text);
    QueryFaults faults(typed, options.strict);
    auto root = Parser(typed, faults, options.today).parse();
    if (faults.refused()) return *faults.error();

    // what was understood is offered back as a query, so it must be one
    const std::size_t written = print_query(*root).size();
    if (written > limits::query_bytes)
        return too_long(text, "written out, the query has " + std::to_string(written) + " bytes");
    return ParsedQuery{std::move(root), faults.warnings(), options.today};
}

}  // namespace archive
