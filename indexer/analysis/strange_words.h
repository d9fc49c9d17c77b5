// SPDX-License-Identifier: GPL-2.0-or-later
// strange_words.h - The long words of one text that its dictionary does not have, sieved.
//
// Most words that a dictionary lacks are right all the same: technical terms, dishes, quotations,
// what a scanner misread, two words without the blank between them. Each sieve takes out one such
// kind, the cheap ones first, and leaves what exchanged parts of words look like: "dangerening".
#pragma once

#include "indexer/analysis/dictionaries.h"
#include "indexer/analysis/plain_words.h"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace indexer {

class StrangeWords {
public:
    /// Which letters a word of the language has.
    enum class Letters : std::uint8_t { any, ascii };

    /// Borrows both. Words with other letters than `letters` are passed over.
    StrangeWords(const std::vector<PlainWord>& words, const Dictionary& dictionary,
                 Letters letters);

    /// Different words of seven letters and more, in small letters, that stand for themselves.
    std::size_t looked_at() const { return looked_at_; }

    /// Those of them that the dictionary has no line for and no sieve took out; before
    /// keep_among_known() a word counts as often as it stands in the text.
    std::size_t count() const { return strange_.size(); }
    std::vector<std::string_view> texts() const;

    /// Takes out what the dictionary has all the same: hunspell is asked. Few texts come so far.
    void take_out_known();

    /// Whether the words of two and three letters are strange too: a scanner, another language or
    /// dialect spoils those as well, a thesaurus has none of them.
    bool short_words_are_strange() const;

    /// Leaves the first of each word that stands among known ones. In a quotation in another
    /// language or in a garbled line the neighbours are as strange.
    void keep_among_known();

    /// Takes out two words without the blank between them ("thefunding"), and everything when they
    /// are a good part: a text that lost blanks lost them anywhere.
    void take_out_joined();

    /// Leaves those of which half is a known word: "dangerening" has "danger", "meacertain" has
    /// "certain", while names of dishes and substances, and what was misread, have none.
    void keep_built_around_others();

private:
    struct Strange {
        std::uint64_t key = 0;
        std::size_t at = 0;  ///< in words_
    };

    bool is_among_known(std::size_t at) const;
    bool is_joined(std::string_view word, const std::vector<std::string_view>& frequent) const;
    bool is_built_around_another(std::string_view word) const;
    std::vector<std::string_view> frequent_short_words() const;

    const std::vector<PlainWord>& words_;
    const Dictionary& dictionary_;
    std::size_t looked_at_ = 0;
    std::vector<Strange> strange_;
};

}  // namespace indexer
