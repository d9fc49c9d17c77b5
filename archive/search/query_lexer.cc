// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/query_lexer.h"

#include "archive/base/text.h"

#include <algorithm>

namespace archive {

using enum ErrorCode;
using Kind = Token::Kind;

namespace {

bool parts_words(char32_t point) {
    return query_text::is_blank(point) || query_text::is_direction(point);
}

}  // namespace

char32_t QueryLexer::point_at(std::size_t at) const {
    return at < text_.size() ? next_code_point(text_, at) : U'\0';
}

std::size_t QueryLexer::after(std::size_t at) const {
    if (at < text_.size()) next_code_point(text_, at);
    return at;
}

bool QueryLexer::word_ends_at(std::size_t at) const {
    const char32_t point = point_at(at);
    return at >= text_.size() || query_text::is_blank(point) || point == ')' || point == '|';
}

bool QueryLexer::take(char character) {
    if (at_ >= text_.size() || text_[at_] != character) return false;
    ++at_;
    return true;
}

void QueryLexer::leave_out(std::size_t begin, std::size_t end, std::string hint) {
    const auto found = typed_.between(begin, end);
    faults_.warn(query_stray_character, in_quotes(found) + " has no meaning here and was left out",
                 begin, end, std::move(hint));
}

Token QueryLexer::next() {
    return read(Role::free);
}

Token QueryLexer::next_in_zone() {
    return read(Role::in_zone);
}

Token QueryLexer::next_value() {
    if (faults_.refused()) return {Kind::end, at_, at_};
    if (word_ends_at(at_)) return {Kind::nothing, at_, at_};
    const char32_t point = point_at(at_);
    if (point == '(') return {Kind::open, at_, at_ + 1};
    const bool quoted = query_text::quote_family(point) != 0;
    TypedRun run = quoted ? read_quoted(typed_, at_, faults_) : read_run(typed_, at_, faults_);
    at_ = run.end;
    if (quoted) closed_at_ = at_;
    if (run.text.empty()) return {Kind::nothing, run.begin, run.end};
    return {quoted ? Kind::phrase : Kind::word, run.begin, run.end, std::move(run.text)};
}

Token QueryLexer::read(Role role) {
    while (!faults_.refused()) {
        if (role == Role::free) {
            while (at_ < text_.size() && parts_words(point_at(at_))) at_ = after(at_);
            if (at_ == text_.size()) break;
        } else if (word_ends_at(at_)) {
            return {Kind::nothing, at_, at_};
        }
        const std::size_t begin = at_;
        const char32_t point = point_at(at_);
        std::optional<Token> token;
        if (point == '(' || point == ')') {
            closed_at_ = point == ')' ? begin + 1 : npos;
            token = Token{point == '(' ? Kind::open : Kind::close, begin, ++at_};
        } else if (point == '|') {
            at_ = std::min(text_.find_first_not_of('|', at_), text_.size());
            token = Token{Kind::either, begin, at_};
        } else if (point == '-') {
            token = read_hyphens(role);
        } else if (query_text::quote_family(point) != 0) {
            token = read_phrase();
        } else if (point == '=') {
            token = read_exact();
        } else if (query_text::is_dash(point)) {
            at_ = after(at_);
            leave_out(begin, at_, word_ends_at(at_) ? "" : "-");
        } else if (query_text::is_stray_first(point)) {
            while (at_ < text_.size() && query_text::is_stray_first(point_at(at_))) ++at_;
            leave_out(begin, at_);
        } else {
            token = read_word(role);
        }
        if (token) return *token;
    }
    return {Kind::end, at_, at_};
}

/// "-" before an operand excludes. By itself, doubled, after a bracket or a quotation mark ("the
/// "New York"-based firm") and before the words of a zone it means nothing.
std::optional<Token> QueryLexer::read_hyphens(Role role) {
    const std::size_t begin = at_;
    at_ = std::min(text_.find_first_not_of('-', at_), text_.size());
    const bool excludes =
        at_ - begin == 1 && role == Role::free && begin != closed_at_ && !word_ends_at(at_);
    if (excludes) return Token{Kind::except, begin, at_};
    leave_out(begin, at_);
    return std::nullopt;
}

std::optional<Token> QueryLexer::read_phrase() {
    TypedRun run = read_quoted(typed_, at_, faults_);
    at_ = run.end;
    closed_at_ = at_;
    read_wildcards(run, Stretch::phrase, typed_, faults_);
    if (faults_.refused()) return std::nullopt;
    if (query_text::word_count(run.text) == 0) {
        leave_out(run.begin, run.end);
        return std::nullopt;
    }
    Token token{Kind::phrase, run.begin, run.end, std::string(trimmed(run.text))};
    token.number = read_slop_behind(run.begin);
    token.end = std::max(token.end, at_);
    return token;
}

/// The ~5 behind a phrase, directly or after blanks; 0 when there is none.
std::uint16_t QueryLexer::read_slop_behind(std::size_t phrase_begin) {
    std::size_t tilde = at_;
    while (tilde < text_.size() && query_text::is_blank(point_at(tilde))) tilde = after(tilde);
    if (tilde == text_.size() || text_[tilde] != '~') return 0;
    std::size_t end = tilde + 1;
    while (!word_ends_at(end) && !query_text::ends_word(point_at(end))) end = after(end);
    const auto number = typed_.between(tilde + 1, end);
    if (tilde != at_) {
        if (number.empty() || number.find_first_not_of("0123456789") != npos) return 0;
        faults_.warn(query_spaced_slop,
                     "the blank before " + in_quotes(typed_.between(tilde, end)) + " was left out",
                     at_, tilde,
                     std::string(typed_.between(phrase_begin, at_))
                         + std::string(typed_.between(tilde, end)));
    }
    at_ = end;
    return read_slop(number, phrase_begin, end, faults_);
}

/// =word and ="a b". Wildcards and fuzzy words are looked for as they are written anyway.
std::optional<Token> QueryLexer::read_exact() {
    const std::size_t begin = at_;
    at_ = std::min(text_.find_first_not_of('=', at_), text_.size());
    if (at_ - begin > 1 || word_ends_at(at_) || point_at(at_) == '(') {
        leave_out(begin, at_);
        return std::nullopt;
    }
    const bool quoted = query_text::quote_family(point_at(at_)) != 0;
    auto token = quoted ? read_phrase() : read_word(Role::exact);
    if (!token) return std::nullopt;
    if (token->kind == Kind::pattern || token->kind == Kind::fuzzy) {
        leave_out(begin, begin + 1);
        return token;
    }
    token->begin = begin;
    if (token->kind == Kind::phrase) token->kind = Kind::exact_phrase;
    return token;
}

std::optional<Token> QueryLexer::read_word(Role role) {
    TypedRun run = read_run(typed_, at_, faults_);
    at_ = run.end;
    if (role != Role::exact) {
        if (auto token = read_any_name(run)) return token;
    }
    if (role == Role::free) {
        if (auto token = read_operator(run)) return token;
        if (auto token = read_field(run)) return token;
        if (faults_.refused()) return std::nullopt;
    }
    leave_out_end(run);
    Token token{role == Role::exact ? Kind::exact_word : Kind::word, run.begin, run.end};
    token.number = take_edits(run, faults_);
    if (token.number > 0) token.kind = Kind::fuzzy;
    if (read_wildcards(run, Stretch::word, typed_, faults_)) {
        if (token.kind == Kind::fuzzy) leave_out(text_.rfind('~', run.end - 1), run.end);
        token.kind = Kind::pattern;
    }
    if (faults_.refused()) return std::nullopt;
    if (query_text::word_count(run.text) == 0) {
        if (!run.text.empty()) leave_out(token.begin, token.end);
        return std::nullopt;
    }
    if (role == Role::free && token.kind == Kind::word && run.plain()
        && operator_of(run.text) == Operator::lower_case) {
        const std::string meant(operator_meant(run.text));
        faults_.warn(query_lowercase_operator,
                     in_quotes(run.text) + " was read as a word; the operator is written " + meant,
                     run.begin, run.end, meant);
    }
    token.text = std::move(run.text);
    return token;
}

std::optional<Token> QueryLexer::read_operator(const TypedRun& run) {
    if (!run.plain()) return std::nullopt;
    Token token{Kind::distance, run.begin, run.end};
    const auto operation = operator_of(run.text);
    switch (operation) {
        case Operator::both: return Token{Kind::both, run.begin, run.end};
        case Operator::either: return Token{Kind::either, run.begin, run.end};
        case Operator::except: return Token{Kind::except, run.begin, run.end};
        case Operator::near:
        case Operator::in_order:
        case Operator::same: token.distance = read_distance(run, operation, faults_); return token;
        case Operator::none:
        case Operator::lower_case: break;
    }
    return std::nullopt;
}

/// @person, @org, @place.
std::optional<Token> QueryLexer::read_any_name(const TypedRun& run) const {
    if (!run.plain() || !run.text.starts_with('@')) return std::nullopt;
    const std::string name = ascii_lower(std::string_view(run.text).substr(1));
    if (name != "person" && name != "org" && name != "place") return std::nullopt;
    return Token{Kind::any_name, run.begin, run.end, name};
}

std::optional<Token> QueryLexer::read_field(const TypedRun& run) {
    const std::size_t colon = run.find(':');
    if (colon == npos || run.escaped.substr(0, colon).find('\1') != npos) return std::nullopt;
    const std::string_view name = std::string_view(run.text).substr(0, colon);
    if (!query_text::looks_like_field(name) || run.text.compare(colon, 3, "://") == 0)
        return std::nullopt;
    Token token{Kind::field, run.begin, run.begin + colon + 1};
    if (const auto* field = schema::field_named(ascii_lower(name))) {
        token.field = field;
    } else if (const auto times = read_times(run, colon, faults_)) {
        token.kind = Kind::at_least;
        token.number = *times;
    } else {
        refuse_unknown_field(run, colon);
        return std::nullopt;
    }
    at_ = token.end;
    return token;
}

/// "Ukraine: what now" is a headline that somebody pasted: there the colon is punctuation.
bool QueryLexer::refuse_unknown_field(const TypedRun& run, std::size_t colon) {
    const std::size_t value = run.begin + colon + 1;
    if (word_ends_at(value)) return false;
    const std::string name = run.text.substr(0, colon);
    std::string names;
    std::string hint;
    const auto rest = typed_.between(value, run.end);
    for (const auto near : schema::nearest_fields(ascii_lower(name))) {
        if (near.empty()) continue;
        if (hint.empty()) hint = std::string(near) + ":" + std::string(rest);
        names += (names.empty() ? "" : ", ") + std::string(near) + ":";
    }
    if (hint.empty()) hint = name + "\\:" + std::string(rest);
    faults_.refuse(
        query_unknown_field,
        "there is no field " + in_quotes(name)
            + (names.empty() ? "; write \\: for a colon in a word" : "; the nearest are " + names),
        run.begin, run.begin + colon, std::move(hint));
    return true;
}

void QueryLexer::leave_out_end(TypedRun& run) {
    std::size_t size = run.text.size();
    std::size_t count = 0;
    while (size > 0 && run.escaped[size - 1] == '\0') {
        const char last = run.text[size - 1];
        const bool path = last == '/' && run.text.find('/') < size - 1;
        if (!query_text::is_stray_last(static_cast<unsigned char>(last)) || path) break;
        --size;
        ++count;
    }
    if (count == 0) return;
    // no backslash stands among them, so that bytes of text and of the run are the same
    const std::size_t end = run.end - (run.text.size() - size);
    leave_out(end, run.end);
    run.shorten(size);
    run.end = end;
}

}  // namespace archive
