// SPDX-License-Identifier: GPL-2.0-or-later
// query_lexer.h - Cuts the typed text of a query into words, phrases, operators and fields.
//
// What a character means depends on where it stands: "-" excludes before a word and belongs to it
// inside, "10:30" is a time and "source:x" a field. The lexer knows these places. What has no
// meaning is left out with a warning.
#pragma once

#include "archive/index/schema.h"
#include "archive/search/query_forms.h"
#include "archive/search/query_run.h"

#include <cstdint>
#include <optional>
#include <string>

namespace archive {

/// One token. `text` is without escapes and without quotation marks.
struct Token {
    enum class Kind : std::uint8_t {
        end,           ///< also after a refusal
        nothing,       ///< where a value was expected and there is none
        open,          ///< (
        close,         ///< )
        both,          ///< AND
        either,        ///< OR, |
        except,        ///< NOT, or - before its operand
        distance,      ///< NEAR/5, ADJ/5, SAME
        word,          ///< kim
        exact_word,    ///< =Keating
        pattern,       ///< ukrain*
        fuzzy,         ///< puttin~
        phrase,        ///< "kim jong un", "kim putin"~5
        exact_phrase,  ///< ="night boat"
        any_name,      ///< @person: `text` is "person"
        at_least,      ///< atleast3:
        field,         ///< source: with the field it names
    };
    Kind kind = Kind::end;
    std::size_t begin = 0;  ///< bytes of the typed text
    std::size_t end = 0;
    std::string text = {};
    const schema::Field* field = nullptr;
    std::uint16_t number = 0;  ///< edits of `fuzzy`; words apart of phrases, 0 without "~"; times
                               ///< of `at_least`
    Distance distance = {};
};

/// Reads one text from front to back. Borrows both arguments.
class QueryLexer {
public:
    QueryLexer(const TypedText& typed, QueryFaults& faults)
        : typed_(typed), faults_(faults), text_(typed.bytes()) {}

    /// The next token.
    Token next();

    /// Right after a field of words ("headline:"): words of any form, `any_name`, `open` or
    /// `nothing`. No word is an operator here.
    Token next_in_zone();

    /// Right after any other field: `word` for a bare value, `phrase` for a quoted one, `open` or
    /// `nothing`. Nothing in a value is an operator.
    Token next_value();

    /// Passes over `character` if it comes next: the "=" of person:="…".
    bool take(char character);

private:
    /// Where a word stands, which decides what it can be.
    enum class Role : std::uint8_t { free, in_zone, exact };

    Token read(Role role);
    std::optional<Token> read_hyphens(Role role);
    std::optional<Token> read_phrase();
    std::optional<Token> read_exact();
    std::optional<Token> read_word(Role role);
    std::optional<Token> read_operator(const TypedRun& run);
    std::optional<Token> read_any_name(const TypedRun& run) const;
    std::optional<Token> read_field(const TypedRun& run);

    std::uint16_t read_slop_behind(std::size_t phrase_begin);
    void leave_out_end(TypedRun& run);
    void leave_out(std::size_t begin, std::size_t end, std::string hint = {});
    bool refuse_unknown_field(const TypedRun& run, std::size_t colon);

    char32_t point_at(std::size_t at) const;
    std::size_t after(std::size_t at) const;
    bool word_ends_at(std::size_t at) const;

    const TypedText& typed_;
    QueryFaults& faults_;
    std::string_view text_;
    std::size_t at_ = 0;
    std::size_t closed_at_ = npos;  ///< behind the last closing bracket or quotation mark

    static constexpr std::size_t npos = std::string_view::npos;
};

}  // namespace archive
