// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/html_phrases.h"

#include "indexer/extract/line_shape.h"

#include <algorithm>
#include <array>

namespace indexer {

namespace {

constexpr std::array<std::string_view, 65> openings{
    "also read",
    "read also",
    "read more",
    "read:",
    "read next",
    "related:",
    "related article",
    "related stor",
    "see also",
    "see more",
    "more:",
    "more from",
    "more on this",
    "watch:",
    "watch now",
    "listen:",
    "photos:",
    "click here",
    "sign up",
    "subscribe",
    "follow us",
    "follow @",
    "share this",
    "advertisement",
    "copyright",
    "©",
    "all rights reserved",
    "download the",
    "get the latest",
    "like us on",
    "join our",
    "don't miss",
    "editor's picks",
    "you may also",
    "recommended",
    "most read",
    "photo:",
    "image:",
    "image credit",
    "photo credit",
    "getty images",
    "view comments",
    "view this post",
    "skip to",
    "continue reading",
    "story continues",
    "this article was originally",
    "originally published",
    "lesen sie auch",
    "mehr zum thema",
    "lire aussi",
    "à lire aussi",
    "lea también",
    "leia também",
    "leggi anche",
    "comments (",
    "leave a comment",
    "tags:",
    "filed under",
    "topics:",
    "posted in",
    "source:",
    "via:",
    "next:",
    "previous:",
};

}  // namespace

bool points_elsewhere(std::string_view line) {
    constexpr std::size_t longest = 300;
    constexpr std::size_t compared = 40;
    if (line.size() > longest) return false;
    const std::string lower = comparable(line.substr(0, compared));
    return std::any_of(openings.begin(), openings.end(), [&](std::string_view opening) {
        return std::string_view(lower).substr(0, opening.size()) == opening;
    });
}

}  // namespace indexer
