// SPDX-License-Identifier: GPL-2.0-or-later
// word_outlines.h - Which letters the words of a lexicon have and how long they are.
//
// Most words that begin like a mistyped one are far from it, and that shows without reading them:
// 26 bits and a length side by side are looked through in a hundredth of the time. The outlines of
// the words with one first letter are made when such a word is first looked for, and kept.
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
    explicit WordOutline(std::string_view word);

    /// Whether `most` slips may make one word of the other, as LetterEdits counts them: each takes
    /// one letter away at most, and brings one. False only when they cannot.
    bool may_be_near(WordOutline other, std::size_t most) const;

private:
    static constexpr unsigned letters = 26;     ///< a bit for each of ASCII
    static constexpr std::size_t longest = 63;  ///< characters, above the letters; or more

    std::size_t length() const { return bits_ >> letters; }

    std::uint32_t bits_;
};

/// Of all segments of a snapshot, which outlives it. Thread-safe.
class WordOutlines {
public:
    using Some = std::shared_ptr<const std::vector<WordOutline>>;

    explicit WordOutlines(const Snapshot& snapshot) : snapshot_(snapshot) {}

    /// Of the words that begin so, in the order of StringTable::with_prefix(). Throws Failure
    /// server_deadline.
    Some of(std::size_t segment, const std::string& beginning, DeadlineWatch& watch);

private:
    const Snapshot& snapshot_;
    std::mutex mutex_;
    std::map<std::pair<std::size_t, std::string>, Some> kept_;
};

}  // namespace archive
