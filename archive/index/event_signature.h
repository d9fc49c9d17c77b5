// SPDX-License-Identifier: GPL-2.0-or-later
// event_signature.h - The names and telling words of an article, by which reports of one event
// meet.
//
// Reports of the same happening share no sentences, but the people, places and things in them. What
// is kept are hashes: the words an article says most of its subject with, names before others.
// Which of them are telling is decided when two articles are compared, by how many others have
// them.
#pragma once

#include "archive/model/article.h"

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

namespace archive {

struct EventSignature {
    static constexpr std::size_t kept = 28;

    std::array<std::uint32_t, kept> terms{};  ///< hashes of folded words, ascending; first `count`
    std::uint32_t names = 0;                  ///< bit i: terms[i] is a name
    std::uint32_t leading = 0;  ///< bit i: of those that are not common, one the article says most
                                ///< of, and first
    std::uint32_t common = 0;  ///< bit i: a word of the news of any day, as "minister" or "russian"
    std::uint8_t count = 0;    ///< terms used
    std::uint8_t weekdays = 0;  ///< bit 0 Sunday to bit 6 Saturday: weekdays its beginning names
    std::uint16_t unused = 0;

    std::span<const std::uint32_t> used() const { return std::span(terms).first(count); }
    bool is_name(std::size_t at) const { return (names >> at & 1U) != 0; }
    bool is_leading(std::size_t at) const { return (leading >> at & 1U) != 0; }
    bool is_common(std::size_t at) const { return (common >> at & 1U) != 0; }

    friend bool operator==(const EventSignature&, const EventSignature&) = default;
};
static_assert(sizeof(EventSignature) == 128);

}  // namespace archive
