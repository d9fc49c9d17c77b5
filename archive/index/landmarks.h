// SPDX-License-Identifier: GPL-2.0-or-later
// landmarks.h - Where the tokens of an article stand for more than their words: names, and words
// written in capitals.
//
// The tokens of the forward store are folded, so that "US" and "us" are one word there, and that
// "port ellery" is a place nobody could tell. `US NEAR/5 trade` and `bribe NEAR/5 @person` look
// here, by position, while they read the tokens.
#pragma once

#include "archive/index/quote_positions.h"
#include "archive/model/entity.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace archive {

struct Landmarks {
    /// The places of names by EntityType: by first position, then by last, each once.
    std::array<std::vector<PositionSpan>, entity_types> names;

    /// The positions of words in two or more capitals or with dots, ascending.
    std::vector<std::uint32_t> capitals;

    const std::vector<PositionSpan>& of(EntityType type) const {
        return names[static_cast<std::size_t>(type)];
    }
    bool empty() const;
    void clear();

    friend bool operator==(const Landmarks&, const Landmarks&) = default;
};

/// Appends the landmarks of a document; nothing when it has none.
void put_landmarks(std::string& bytes, const Landmarks& landmarks);

/// Reads them back into `landmarks`, whose memory is used again. Throws Failure index_damaged.
void read_landmarks(std::string_view bytes, Landmarks& landmarks);

}  // namespace archive
