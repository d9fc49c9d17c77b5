// SPDX-License-Identifier: GPL-2.0-or-later
// word_outlines.h - Which letters the words of a lexicon have, and how often, and how long they
// are.
//
// Most words that begin like a mistyped one are far from it, and that shows without reading them:
// 64 bits a word, side by side, are looked through in a hundredth of the time. The outlines of the
// words with one first letter are made when such a word is first looked for, and kept.
#pragma once

#include "archive/index/snapshot.h"
#include "archive/search/deadline.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace archive {

class WordOutline {
public:
    /// `word` is UTF-8.
    explicit WordOutline(std::string_view word);

    /// Whether `most` slips may make one word of the other, as LetterEdits counts them: each takes
    /// one letter away at most, and brings one, and where one word is longer some only bring. False
    /// only when they cannot.
    bool may_be_near(WordOutline other, std::size_t most) const {
        const auto added = other.length() > length() ? other.length() - length() : 0;
        const auto missing = length() > other.length() ? length() - other.length() : 0;
        return added <= most && missing <= most
               && has_at_most(most - added, bits_ & ~other.bits_ & all_letters)
               && has_at_most(most - missing, other.bits_ & ~bits_ & all_letters);
    }

    /// In characters; of long words less than it is.
    std::size_t length() const { return bits_ >> 2 * kinds; }

private:
    /// Letters of one kind are told apart by nothing but their number. The alphabets of most
    /// scripts stand together in Unicode, so that hardly two letters of one are of a kind.
    static constexpr unsigned kinds = 29;
    static constexpr auto all_letters = (std::uint64_t{1} << 2 * kinds) - 1;
    static constexpr std::size_t longest = 63;

    static bool has_at_most(std::size_t ones, std::uint64_t bits) {
        for (; ones > 0; --ones) bits &= bits - 1;  // without its lowest
        return bits == 0;
    }

    /// From the lowest: the kinds there are, those there are twice or more, the length.
    std::uint64_t bits_;
};

/// Of all segments of a snapshot, which outlives it. Thread-safe.
class WordOutlines {
public:
    explicit WordOutlines(const Snapshot& snapshot) : snapshot_(snapshot) {}

    /// The numbers, in the segment's lexicon, of the words that begin with `beginning` and that
    /// `most` slips may make `word` of, 0 to 2. Throws Failure server_deadline.
    std::vector<std::uint32_t> near(std::size_t segment, const std::string& beginning,
                                    std::string_view word, std::size_t most, DeadlineWatch& watch);

private:
    /// Of the words with one beginning, by their length: what is compared with a word of one length
    /// lies together, and it can be guessed what comes of it.
    struct Some {
        std::vector<WordOutline> outlines;
        std::vector<std::uint32_t> numbers;
    };

    std::shared_ptr<const Some> of(std::size_t segment, const std::string& beginning,
                                   DeadlineWatch& watch);

    const Snapshot& snapshot_;
    std::mutex mutex_;
    std::map<std::pair<std::size_t, std::string>, std::shared_ptr<const Some>> kept_;
};

}  // namespace archive
