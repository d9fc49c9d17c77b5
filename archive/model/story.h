// SPDX-License-Identifier: GPL-2.0-or-later
// story.h - What an article is to the other versions of its text.
//
// A story is one text in several versions: wire copy, and what outlets made of it. An event is a
// softer thing: the same happening in other words. The two are never mixed.
#pragma once

#include <cstdint>
#include <string_view>

namespace archive {

/// On disk: append, never renumber.
enum class StoryRole : std::uint8_t {
    only = 0,      ///< no other version in the archive
    earliest = 1,  ///< the first of them to appear, as far as the archive knows
    version = 2,   ///< edited: cut, extended, reworded in part
    copy = 3,      ///< the earliest, word for word or nearly so
    altered = 4,   ///< its words were replaced by a machine
};
inline constexpr std::size_t story_roles = 5;

std::string_view name(StoryRole role);

}  // namespace archive
