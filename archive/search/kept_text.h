// SPDX-License-Identifier: GPL-2.0-or-later
// kept_text.h - How much of the earliest text of a story a version kept.
//
//     earliest   The boats may sail under their own escort, her office said on Saturday.
//     version    Her office said the boats may sail at dusk.
//                keeps "the boats may sail" and "her office said": 7 of 13 words
//
// A word is kept when it stands in a run of at least three words that the version has too; the
// order of the runs and the paragraphs do not matter, so that a version that moved a paragraph
// keeps it. Words are those of the index (archive/index/terms.h): case, accents and punctuation do
// not count; a Chinese character is a word.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace archive {

/// What a version has of the earliest text.
struct KeptText {
    double kept = 1;          ///< share of the earliest's words, 0 to 1; 1 when it has none
    std::size_t dropped = 0;  ///< words of the earliest that are not kept
    std::size_t added = 0;    ///< words of the version that are not from the earliest

    friend bool operator==(const KeptText&, const KeptText&) = default;
};

/// The earliest text, prepared once to be held against many versions. Immutable and thread-safe;
/// keeps nothing of the text it was made from. About 10 us for a version of 500 words.
class EarliestText {
public:
    /// `text`: UTF-8, such as body_text().
    explicit EarliestText(std::string_view text);

    /// Of texts shorter than three words all the words must be there, one after the other.
    KeptText kept_by(std::string_view version) const;

private:
    std::size_t words_ = 0;
    std::size_t run_ = 0;               ///< words that make a run: 3, or fewer in a short text
    std::vector<std::uint64_t> runs_;   ///< the hash of each run, in order
    std::vector<std::uint64_t> known_;  ///< the same in a table of open slots
};

}  // namespace archive
