// SPDX-License-Identifier: GPL-2.0-or-later
// query_run.h - A stretch of typed text, with what a backslash took the meaning from.
//
// `\"`, `\:` and `\-` are literal, and so is whatever else a backslash comes before: the run keeps
// both the text that is meant and the knowledge of which characters still may mean something.
#pragma once

#include "archive/search/query_faults.h"

#include <cstddef>
#include <string>

namespace archive {

struct TypedRun {
    std::size_t begin = 0;     ///< bytes of the typed text
    std::size_t end = 0;       ///< behind the last one
    std::string text = {};     ///< without the backslashes
    std::string escaped = {};  ///< as long as `text`: '\1' for a byte that came after a backslash

    /// Where `character` stands without a backslash, from `from` on; npos if nowhere.
    std::size_t find(char character, std::size_t from = 0) const;

    /// Whether no character of it was escaped.
    bool plain() const;

    /// Drops everything from byte `size` of the text on.
    void shorten(std::size_t size);
};

/// Reads the word or unquoted value that begins at `at`: to the next blank, quotation mark, bracket
/// or bar. A backslash at the end of the text is left out, with a warning.
TypedRun read_run(const TypedText& typed, std::size_t at, QueryFaults& faults);

/// Reads from the quotation mark at `at` to the mark that closes it. Any mark of the same family
/// closes, one of the other family if there is none; else the text ends there, with a warning.
/// `begin` and `end` are those outside the marks; blanks at both ends of the text are left out.
TypedRun read_quoted(const TypedText& typed, std::size_t at, QueryFaults& faults);

}  // namespace archive
