// SPDX-License-Identifier: GPL-2.0-or-later
// word_beginnings.h - Where in a text words begin like one of those that are looked for.
//
// Every row of a list is looked through for the words of the question, and nearly none of its bytes
// are theirs: so bytes are compared in blocks, each with the one before it, which must not lead on
// to it, and the one behind it. What is told is where to look closer; other places, now and then.
#pragma once

#include "archive/base/compared_by.h"

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace archive {

class WordBeginnings {
public:
    explicit WordBeginnings(ComparedBy by = ComparedBy::whatever_is_fastest);

    /// A word that is looked for begins so, in either case: with an ASCII character, and behind it
    /// the second, or a byte that is no ASCII letter. `any` for whatever follows.
    void add(char first, char second);
    static constexpr char any = '\0';

    /// Tells `sink` where words may begin so, in their order: never behind an ASCII letter, and
    /// everywhere else where the byte is more than ASCII.
    template <typename Sink>
    void for_each_in(std::string_view text, const Sink& sink) const {
        Places places{};
        for (std::size_t from = 0; from < text.size(); from += block * places.size()) {
            const auto blocks = look(text, from, places);
            for (std::size_t i = 0; i < blocks; ++i) {
                for (auto left = places[i]; left != 0; left &= left - 1)
                    sink(from + block * i + static_cast<std::size_t>(std::countr_zero(left)));
            }
        }
    }

private:
    static constexpr std::size_t block = 64;  ///< bytes, for the bits of a word
    using Places = std::array<std::uint64_t, 64>;

    using Beginnings = std::span<const std::array<char, 2>>;

    /// Fills bits: of each 64 bytes from `at` on those where a word may begin so. The byte before
    /// them is read and the one behind.
    using Look = void (*)(const char* at, Beginnings beginnings, std::span<std::uint64_t> places);

    std::size_t look(std::string_view text, std::size_t from, Places& places) const;

    Look look_;
    std::vector<std::array<char, 2>> beginnings_;  ///< in lower case
};

}  // namespace archive
