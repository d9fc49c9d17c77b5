// SPDX-License-Identifier: GPL-2.0-or-later
// word_form.h - What a word looks like: its lower case, its shape, where its capitals are.
//
//   word       lower      shape    outline
//   McDonald   mcdonald   XxXxxx   XxXx
//   F-16s      f-16s      X-ddx    X-dx
//   U.N.       u.n.       X.X.     X.X.
#pragma once

#include <string>
#include <string_view>

namespace indexer {

/// Reused for one word after the other, so that nothing is allocated.
struct WordForm {
    std::string lower;          ///< typed apostrophes, quotes and dashes are one of a kind
    std::string shape;          ///< X, x, d and the signs; at most three of a kind in a row
    std::string outline;        ///< the same, one of a kind in a row
    bool capital = false;       ///< begins with one
    bool has_capital = false;   ///< anywhere
    bool all_capitals = false;  ///< two at least, and no small letter
    bool number = false;        ///< has a digit
    bool punctuation = false;   ///< neither letter nor digit
};

/// Looks at a word of any bytes; malformed ones count as a sign.
void look_at(std::string_view word, WordForm& form);

/// The lower case that look_at() gives, in `lower`.
void lower_form(std::string_view word, std::string& lower);
std::string lower_form(std::string_view word);

}  // namespace indexer
