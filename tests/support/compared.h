// SPDX-License-Identifier: GPL-2.0-or-later
// compared.h - Comparisons as tests write and read them.
#pragma once

#include "archive/search/comparison.h"

#include <string>
#include <string_view>
#include <vector>

namespace tests {

/// An article that is all body, paragraphs by '\n'.
archive::Article body_of(std::string_view text, std::string_view language = "en");

/// One line a paragraph: "= both", "< left", "> right", "~ what [left|right] changed".
std::string shown(const archive::Comparison& comparison);

/// The same for two bodies.
std::string compared(std::string_view left, std::string_view right);

/// "left: Ann Lee, Bo / right: 12".
std::string shown(const archive::OneSidedFacts& facts);

}  // namespace tests
