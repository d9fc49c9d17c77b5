// SPDX-License-Identifier: GPL-2.0-or-later
// copy_groups.h - Which articles of a source print the same text.
//
// A source that runs one wire story three times repeats its paragraphs as it repeats its page
// furniture, and would lose them. Two articles are copies when half of what is written out in the
// shorter one, in whole sentences, stands in the other too; lines in nearly all articles of the
// source do not count, whatever they look like.
#pragma once

#include "indexer/sources/article_notes.h"

#include <cstdint>
#include <span>
#include <vector>

namespace indexer {

/// A line of one of the articles at hand.
struct Occurrence {
    LineNote line;
    std::uint32_t article = 0;  ///< its number among them
};

/// The number of each article's group, from 0 on; articles without copies are groups of their own.
/// `lines` are in order of key. The numbers depend on nothing but the lines.
std::vector<std::uint32_t> copy_groups(std::span<const Occurrence> lines, std::size_t articles);

/// For articles that were read before, only counts of lines are left: whether an article with
/// `prose` words in sentences, of which `printed` stood in few articles before, is a copy of one.
bool is_copy(std::uint64_t printed, std::uint64_t prose);

/// Calls `sink` with each run of lines of one key.
template <typename Sink>
void for_each_key(std::span<const Occurrence> lines, const Sink& sink) {
    for (std::size_t begin = 0; begin < lines.size();) {
        std::size_t end = begin + 1;
        while (end < lines.size() && lines[end].line.key == lines[begin].line.key) ++end;
        sink(lines.subspan(begin, end - begin));
        begin = end;
    }
}

}  // namespace indexer
