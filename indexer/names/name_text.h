// SPDX-License-Identifier: GPL-2.0-or-later
// name_text.h - An article cut into sentences and words, as names and quotations are looked for.
//
//   "We'll rebuild," Lee's deputy said in the U.S. on Monday.
//   " | We'll | rebuild | , | " | Lee | 's | deputy | said | in | the | U.S. | on | Monday | .
//
// Other than the words that are searched (archive/index/terms.h), these keep capitals, punctuation
// and quotation marks, and are cut as the corpora are that taught the tagger. ICU's word breaks are
// not used: they part "U.S." and every hyphen. A hyphen parts only where one side of it is a known
// name ("US-led", "DPRK-Russia"); "Crans-Montana" stays whole.
#pragma once

#include "archive/index/aliases.h"
#include "archive/model/article.h"

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace indexer {

/// Punctuation that means something to whoever looks for names.
enum class Sign : std::uint8_t {
    none,        ///< a word or a number
    straight,    ///< a typed quotation mark
    opening,     ///< “ „ «
    closing,     ///< ” »
    apostrophe,  ///< a single quotation mark that stands for itself
    possessive,  ///< 's
    dash,        ///< a hyphen that stands for itself, – or —
    full_stop,   ///< . ! ?
    comma,
    semicolon,
    colon,
    open_bracket,
    close_bracket,
    other
};

struct NameToken {
    std::string_view text;    ///< in the zone's text
    std::string_view low;     ///< small letters, with plain apostrophes
    std::uint32_t begin = 0;  ///< bytes in the zone's text
    std::uint32_t sentence = 0;
    Sign sign = Sign::none;
    bool capital = false;  ///< begins with a capital letter
    bool spaced = false;   ///< white space stands before it

    std::uint32_t end() const { return begin + static_cast<std::uint32_t>(text.size()); }
};

struct NameSentence {
    std::uint32_t begin = 0;      ///< into NameText::tokens
    std::uint32_t end = 0;        ///< exclusive
    std::uint32_t zone = 0;       ///< index into Article::zones
    std::uint32_t paragraph = 0;  ///< counts on from zone to zone
};

/// The words of an article. The texts of tokens belong to the article that was read last.
class NameText {
public:
    /// Sentences are cut after so many words, so that nothing that looks at a whole sentence can
    /// take long.
    static constexpr std::uint32_t longest_sentence = 500;

    /// Cuts the zones that can name somebody: all but header lines and page furniture, together at
    /// most limits::indexed_bytes. `known` says where hyphens part.
    void read(const archive::Article& article, const archive::AliasTable& known);

    const std::vector<NameToken>& tokens() const { return tokens_; }
    const std::vector<NameSentence>& sentences() const { return sentences_; }
    const NameToken& operator[](std::size_t token) const { return tokens_[token]; }
    const NameSentence& sentence_of(std::size_t token) const {
        return sentences_[tokens_[token].sentence];
    }
    /// The text from one token to before another of the same sentence, as it stands in the zone.
    std::string_view between(std::size_t begin, std::size_t end) const;

private:
    class Cutter;

    std::vector<NameToken> tokens_;
    std::vector<NameSentence> sentences_;
    std::deque<std::string> lowered_;  ///< of the tokens that are not small as they stand
};

/// Small letters, and typed apostrophes for ’, ‘ and `.
std::string lowered_word(std::string_view word);

}  // namespace indexer
