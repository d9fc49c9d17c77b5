// SPDX-License-Identifier: GPL-2.0-or-later
// spelling.h - British and American spellings of the same word, and words written as one or as two.
//
// "defence" and "defense" are one word to a reader; so are "self defence" and "selfdefence". The
// table is built into the programs and used when a question is asked: a change of
// config/spelling.tsv, which explains its own form, needs a new build and no new index.
#pragma once

#include "archive/base/result.h"

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace archive {

/// An immutable table; may be used by many threads. Words are folded ones, as the cutter makes
/// them.
class SpellingTable {
public:
    /// Reads a table. Lines that can't be understood are skipped; `problems` names them by number.
    static SpellingTable parse(std::string_view table, std::vector<Error>* problems = nullptr);

    /// The same from a file; fails with file_unreadable.
    static Result<SpellingTable> read(const std::string& path,
                                      std::vector<Error>* problems = nullptr);

    /// The table that this program was built with.
    static const SpellingTable& shipped();

    /// The other spellings of a folded word, without the word itself; mostly empty.
    std::span<const std::string> variants(std::string_view word) const;

    /// The words that `word` is also written as: self, defence for "selfdefence". Mostly empty.
    std::span<const std::string> compound(std::string_view word) const;

    /// The word that `first` and `second` are also written as, "selfdefence"; empty when there is
    /// none.
    std::string_view joined(std::string_view first, std::string_view second) const;

    std::size_t words() const { return variants_.size(); }

private:
    struct Hash : std::hash<std::string_view> {
        using is_transparent = void;
    };
    using Table = std::unordered_map<std::string, std::vector<std::string>, Hash, std::equal_to<>>;

    void add_pair(const std::string& left, const std::string& right);
    bool add_line(std::string_view line);

    Table variants_;
    Table compounds_;
};

}  // namespace archive
