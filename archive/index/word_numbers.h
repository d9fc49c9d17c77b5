// SPDX-License-Identifier: GPL-2.0-or-later
// word_numbers.h - Distinct words, numbered from 0 in the order in which they are first met.
//
// Words are looked up for every occurrence, so this is a table of its own: one array of slots, one
// text that holds all words.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace archive {

class WordNumbers {
public:
    WordNumbers();

    /// Empties the table and keeps what it has allocated, unless that was unusually much.
    void clear();

    /// The number of a word; a word not met before gets the next one.
    std::uint32_t number(std::string_view word);

    /// The number of a word that was met; nothing for another.
    std::optional<std::uint32_t> find(std::string_view word) const;

    std::size_t size() const { return entries_.size(); }

    /// Valid until the next call of number().
    std::string_view text(std::uint32_t number) const {
        const auto& entry = entries_[number];
        return std::string_view(text_).substr(entry.begin, entry.bytes);
    }

private:
    struct Entry {
        std::uint64_t hash = 0;
        std::uint32_t begin = 0;
        std::uint32_t bytes = 0;
    };

    /// Of the word with this hash, or of the open slot where it belongs.
    std::size_t slot_of(std::string_view word, std::uint64_t hash) const;
    void grow();

    std::vector<Entry> entries_;
    std::vector<std::uint32_t> slots_;  ///< number + 1, or 0 for none
    std::string text_;
};

}  // namespace archive
