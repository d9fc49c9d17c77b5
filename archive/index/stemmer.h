// SPDX-License-Identifier: GPL-2.0-or-later
// stemmer.h - Brings the forms of a word together: "election", "elections" and "elected".
//
// Snowball's stemmers, given folded words on both sides, so that a query without accents meets a
// text with them. German takes the variant that reads "ue" as "ü": "mueller" meets "Müller".
#pragma once

#include <memory>
#include <string_view>

namespace archive {

/// Stems folded words of one language. Not thread-safe: one a thread. Remembers what it stemmed.
class Stemmer {
public:
    /// By ISO 639-1 code; languages without a stemmer leave words as they are. "und", a text
    /// too short to tell its language, is stemmed as English: headlines alone are the usual case,
    /// and unstemmed they would be met by the very form typed only.
    explicit Stemmer(std::string_view language);
    ~Stemmer();
    Stemmer(Stemmer&&) noexcept;
    Stemmer& operator=(Stemmer&&) noexcept;

    /// The stem; valid until the next call. Words with digits, in CJK and of one or two letters
    /// stay. At most limits::term_bytes.
    std::string_view operator()(std::string_view word);

private:
    struct State;
    std::unique_ptr<State> state_;
};

/// Whether every stem of the language begins with the letter its words begin with: some stemmers
/// take off beginnings.
bool stems_keep_beginnings(std::string_view language);

/// The language whose stemmer a language has: "en" of "und", "nb" of "no", empty of those without
/// one.
std::string_view stemmed_as(std::string_view language);

/// The stem of one folded word; valid until this thread asks again.
std::string_view stem_in(std::string_view language, std::string_view word);

}  // namespace archive
