// SPDX-License-Identifier: GPL-2.0-or-later
// stem_lines.h - The lines of hunspell's lists of words: "harbour/SMD".
//
// Hundreds of thousands are read while an update waits, so that each character is looked at once.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

namespace indexer {

inline bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\r';
}

/// Calls `sink` with each line and where it begins.
template <typename Sink>
void for_each_line(std::string_view text, const Sink& sink) {
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find('\n', at), text.size());
        sink(text.substr(at, end - at), at);
        at = end + 1;
    }
}

/// A word of the list and the flags behind its '/'. Both lie in the line.
struct StemLine {
    std::string_view word;  ///< empty when the line has two, or what is no word
    std::string_view flags;
};

/// Lines with a '/' or a blank in the word have no word of letters.
StemLine stem_line(std::string_view line);

/// Flags, each a byte, to be asked of many lines.
class FlagSet {
public:
    explicit FlagSet(std::string_view flags) {
        for (const char flag : flags) has_[static_cast<unsigned char>(flag)] = true;
    }
    bool any_of(std::string_view flags) const {
        return std::any_of(flags.begin(), flags.end(),
                           [&](char flag) { return has_[static_cast<unsigned char>(flag)]; });
    }

private:
    std::array<bool, 256> has_{};
};

}  // namespace indexer
