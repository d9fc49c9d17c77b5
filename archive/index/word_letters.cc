// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/index/word_letters.h"

namespace archive {

bool elides(std::string_view word) {
    if (word.size() == 1)
        return std::string_view("cdjlmnst").find(word[0]) != std::string_view::npos;
    constexpr std::array<std::string_view, 22> longer{
        "qu",   "jusqu", "lorsqu", "puisqu", "quoiqu", "presqu", "quelqu", "dell",
        "all",  "nell",  "sull",   "dall",   "coll",   "quell",  "quest",  "bell",
        "sant", "tutt",  "un",     "gl",     "degl",   "mezz"};
    return std::find(longer.begin(), longer.end(), word) != longer.end();
}

bool begins_like_a_vowel(std::string_view folded) {
    return !folded.empty() && std::string_view("aeiouhy").find(folded[0]) != std::string_view::npos;
}

}  // namespace archive
