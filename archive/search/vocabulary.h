// SPDX-License-Identifier: GPL-2.0-or-later
// vocabulary.h - The forms that the words of one snapshot have, for wildcards and fuzzy words.
//
// Forms are looked up when they are asked for, so that they are always those of the snapshot. The
// lexicons of its segments know their words by their beginnings: `ukrain*` costs what begins so,
// `p?tin` and `puttin~` what begins with the same letters.
#pragma once

#include "archive/search/matching.h"

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace archive {

/// For one request, on one thread. Postings and watch must outlive it. Throws Failure
/// server_deadline.
class Vocabulary {
public:
    /// More forms of a word than these are not looked for: the most frequent stay.
    static constexpr std::size_t most_forms = 200;

    Vocabulary(OpenPostings& postings, DeadlineWatch& watch) : postings_(postings), watch_(watch) {}

    struct Forms {
        std::vector<std::string> words;  ///< most articles first
        bool cut = false;                ///< there are more
    };

    /// The forms of a folded word with '*' and '?' that some article has. `prefix` is that of the
    /// terms of a zone, whose articles count.
    const Forms& of_open(const std::string& word, std::string_view prefix);

    /// The words at most `edits` slips from a folded word, with the same first letter.
    const Forms& near(const std::string& word, std::size_t edits, std::string_view prefix);

    /// How often forms were handed out that are not all.
    std::size_t cuts() const { return cuts_; }

private:
    using Test = std::function<bool(std::string_view)>;
    const Forms& kept(const std::string& name, std::string_view beginning, std::string_view prefix,
                      const Test& test);
    Forms look_up(std::string_view beginning, std::string_view prefix, const Test& test);

    OpenPostings& postings_;
    DeadlineWatch& watch_;
    std::map<std::string, Forms> kept_;
    std::size_t cuts_ = 0;
};

}  // namespace archive
