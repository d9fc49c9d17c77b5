// SPDX-License-Identifier: GPL-2.0-or-later
// query_text.h - The typed text of a query, and what single characters mean in it.
//
// Lexer and printer share these tables, so that what one would read as an operator the other
// escapes. The parser works in bytes; what users see is counted in code points.
#pragma once

#include "archive/search/query.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace archive {

/// A text with the way from its bytes to its code points. Does not own the text.
class TypedText {
public:
    /// `text` must be UTF-8.
    explicit TypedText(std::string_view text);

    std::string_view bytes() const { return text_; }
    std::string_view between(std::size_t begin, std::size_t end) const {
        return text_.substr(begin, end - begin);
    }

    /// The code points that the bytes from `begin` to `end` are.
    Span span(std::size_t begin, std::size_t end) const { return {points_[begin], points_[end]}; }

    /// The byte at which code point `point` begins.
    std::size_t byte_of(std::size_t point) const;

private:
    std::string_view text_;
    std::vector<std::size_t> points_;  ///< of every byte, and of the end
};

namespace query_text {

/// ASCII space and the blanks of Unicode.
bool is_blank(char32_t point);

/// Marks of the direction of writing, which come along unseen when Arabic or Hebrew is pasted.
bool is_direction(char32_t point);

/// Quotation marks that may close each other: 1 for "…", “…”, „…“; 2 for «…»; 0 for the rest.
int quote_family(char32_t point);

/// Dashes that are no hyphen-minus: people mean "-" by them, or a pause.
bool is_dash(char32_t point);

/// What ends a word or an unquoted value: blanks, quotation marks, ( ) and |.
bool ends_word(char32_t point);

/// Has a meaning in other query languages and none in ours when a word begins or ends with it.
bool is_stray_first(char32_t point);
bool is_stray_last(char32_t point);

/// Whether all of `name` may be the name of a field: a letter, then letters, digits, _ and -.
/// Letters outside ASCII count, dots do not ("localhost:80" looks like a field, "bbc.co.uk:80"
/// not).
bool looks_like_field(std::string_view name);

/// An address: its ? * ~ are text.
bool looks_like_url(std::string_view word);

/// Positions the cutter gives the words of `text`; 0 when it holds no word at all.
std::size_t word_count(std::string_view text);

}  // namespace query_text

/// A word that joins others, when typed by itself and without an escape.
enum class Operator : unsigned char {
    none,
    both,        ///< AND
    either,      ///< OR
    except,      ///< NOT
    near,        ///< NEAR, NEAR/5, and as other databases write it: w/5, n/5, near5
    in_order,    ///< ADJ, ADJ/5, pre/5, p/5, adj5
    same,        ///< SAME, w/p
    lower_case,  ///< and, or, not, near and others of operator_meant(): a word, likely a mistake
};

/// What `word` is. "w/o" and "km/h" are words; "NEAR/x" is an operator with a bad number.
Operator operator_of(std::string_view word);

/// The operator that was likely meant by a word: "AND" for "and", "NOT" for "ANDNOT"; empty for
/// other words.
std::string_view operator_meant(std::string_view word);

}  // namespace archive
