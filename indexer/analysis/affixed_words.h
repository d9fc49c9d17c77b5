// SPDX-License-Identifier: GPL-2.0-or-later
// affixed_words.h - Most words of a spelling dictionary, found without reading it into hunspell.
//
// A dictionary is a list of stems with the affixes that each takes, and rules of affixes:
//
//   en_US.dic:  announce/DSRZGL          en_US.aff:  SFX D Y 4
//                                                    SFX D   0     d          e
//
// Reading one into hunspell takes 20 to 250 ms; finding where its stems stand takes two to twenty.
// What stands there as it is, or with a plain prefix, a plain suffix or both, is a word for
// hunspell too. The other way round this holds where a dictionary has nothing else, as those of
// English do: affixes on affixes, compounds and conversions are hunspell's.
#pragma once

#include "archive/base/files.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace indexer {

/// Read-only once made; threads share it.
class AffixedWords {
public:
    /// Of the files `path`.aff and `path`.dic. Has no words when there are none, or when they say
    /// something that is not known here, as how flags are written.
    explicit AffixedWords(const std::string& path);

    /// Whether the list has `word`, letter by letter, or makes it of a stem and plain affixes. The
    /// bytes are those of the dictionary's encoding.
    bool have(std::string_view word) const;

    /// Whether what have() says of `word` (UTF-8) is all there is to say: where it is false, it is
    /// no word. Only for small letters, since others may be words by their small letters.
    bool decides(std::string_view word) const;

    /// As the files say: "UTF-8", "ISO8859-1" or another.
    const std::string& encoding() const { return encoding_; }
    bool latin_1() const { return encoding_ == "ISO8859-1"; }

    std::size_t stems() const { return stems_; }

private:
    /// The bytes that may stand in one place.
    using Bytes = std::array<bool, 256>;
    using Condition = std::vector<Bytes>;

    struct Rule {
        char flag = 0;
        bool joins = false;   ///< goes with an affix at the other end
        std::string strip;    ///< of the stem
        std::string add;      ///< to the stem, instead
        Condition condition;  ///< of the beginning or end of the stem
    };
    /// Rules by the byte that an affix ends (suffixes) or begins with (prefixes).
    using Rules = std::array<std::vector<Rule>, 256>;

    /// A line of the list.
    struct Stem {
        std::uint32_t at = 0;  ///< in the file, and 1; 0: no line
        std::uint8_t bytes = 0;
        std::uint8_t flags = 0;  ///< bytes behind the '/'
        std::uint16_t hash = 0;
    };

    struct StemsSoon;

    bool read_rules(const std::string& path);
    bool read_rule(std::string_view line, bool prefix);
    void read_stems();
    void put(std::uint64_t hash, const Stem& stem);
    void add_stem(std::string_view line, std::size_t at, StemsSoon& soon);
    std::string_view text(const Stem& stem) const {
        return stems_file_.bytes().substr(stem.at - 1, stem.bytes);
    }
    std::string_view flags(const Stem& stem) const {
        return stems_file_.bytes().substr(stem.at + stem.bytes, stem.flags);
    }
    template <typename Test>
    bool any_stem(std::string_view word, const Test& test) const;
    bool is_stem_with(std::string_view word, char flag, char other) const;
    std::size_t letter_before(std::string_view word, std::size_t end) const;
    bool fits_at_end(std::string_view stem, const Condition& condition) const;
    bool fits_at_begin(std::string_view stem, const Condition& condition) const;
    bool have_suffixed(std::string_view word, char prefix) const;
    bool have_prefixed(std::string_view word) const;

    archive::Mapping stems_file_;
    std::string encoding_ = "ISO8859-1";
    std::string no_word_;    ///< flags of lines that are no words by themselves
    std::string forbidden_;  ///< flags of what is no word though rules may make it
    std::string left_out_;   ///< flags of lines that only hunspell understands
    Rules suffixes_, prefixes_;
    std::vector<Rule> shortening_;   ///< suffixes that only take away
    std::string joining_;            ///< flags of lines that make words together: "12", "th"
    bool plain_ = true;              ///< nothing was met that makes more words of letters
    bool compounds_ = false;         ///< words of twice that many letters may be joined
    std::size_t shortest_part_ = 3;  ///< letters
    std::array<bool, 512> joins_{};  ///< what the heads of rules say, by flag; prefixes behind
    std::vector<Stem> slots_;
    std::size_t stems_ = 0;
};

}  // namespace indexer
