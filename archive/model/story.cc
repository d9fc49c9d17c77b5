// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/model/story.h"

#include <array>

namespace archive {

std::string_view name(StoryRole role) {
    static constexpr std::array<std::string_view, story_roles> names{"only", "earliest", "version",
                                                                     "copy", "altered"};
    return names[static_cast<std::size_t>(role)];
}

}  // namespace archive
