// SPDX-License-Identifier: GPL-2.0-or-later
// text_dictionary.h - What the articles of a segment have in common, so that each packs smaller.
//
// Articles are packed one by one, to be read one by one, and one article says little twice. Words
// and phrases that many say are kept once a segment, and frames refer to them. Of articles of 2.6
// KB half the bytes were left without a dictionary, 35 % with one of 64 KiB and level 3, in three
// quarters of the time (2026-11-22). With 512 KiB and level 5 another seventh goes, of real press
// releases too, for 25 us of CPU an article and half a second a segment to learn 2,000 of them;
// reading takes as long, behind a copy of it (unpacking_rooms.h). With level 7 another twentieth
// goes, for 37 us an article, and reading takes less, because there are fewer pieces (2026-11-23).
#pragma once

#include "archive/index/article_codec.h"
#include "archive/index/unpacking_rooms.h"

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace archive {

class TextDictionary {
public:
    /// No dictionary: frames are those of article_codec.h.
    TextDictionary();

    /// What learned_from() gave; nothing is no dictionary. Throws Failure index_damaged when it is
    /// none.
    explicit TextDictionary(std::string_view bytes);
    ~TextDictionary();
    TextDictionary(TextDictionary&&) noexcept;
    TextDictionary& operator=(TextDictionary&&) noexcept;

    using Unpacked = UnpackingRooms::Unpacked;

    /// A dictionary of at most `largest` bytes, from articles as encode_article() writes them.
    /// Empty when they have too little in common to learn from.
    static std::string learned_from(std::span<const std::string> articles,
                                    std::size_t largest = std::size_t{64} << 10U);

    /// False when frames are those of article_codec.h.
    bool learned() const;

    /// As archive::packed(). Any thread.
    std::string packed(std::string_view bytes) const;

    /// What is in a frame that was made with this dictionary; it must outlive that. Any thread.
    /// Throws as archive::unpacked().
    Unpacked unpacked(std::string_view frame, std::uint64_t largest = largest_packed) const;

private:
    struct Tables;
    std::unique_ptr<Tables> tables_;
};

}  // namespace archive
