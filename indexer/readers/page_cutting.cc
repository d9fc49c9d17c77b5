// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/page_cutting.h"

#include <algorithm>
#include <utility>

namespace indexer {

namespace {

/// A block without its lines.
PrintedBlock frame_of(const PrintedBlock& block) {
    PrintedBlock frame;
    frame.id = block.id;
    frame.kind = block.kind;
    frame.type_size = block.type_size;
    frame.left = block.left;
    frame.top = block.top;
    frame.right = block.right;
    frame.bottom = block.bottom;
    return frame;
}

/// The words of a block that `wanted` holds for, asked by their numbers on the page; none before
/// `first` or from `last` on.
template <typename Wanted>
PrintedBlock part_of(const PrintedBlock& block, std::size_t number, std::size_t first,
                     std::size_t last, Wanted&& wanted) {
    PrintedBlock part = frame_of(block);
    for (const auto& line : block.lines) {
        const std::size_t begin = number;
        number += line.words.size();
        if (number <= first || begin >= last) continue;
        PrintedLine kept;
        kept.id = line.id;
        for (std::size_t i = 0; i < line.words.size(); ++i) {
            if (begin + i >= first && begin + i < last && wanted(begin + i)) {
                kept.words.push_back(line.words[i]);
            }
        }
        if (!kept.words.empty()) part.lines.push_back(std::move(kept));
    }
    return part;
}

}  // namespace

PageCutting::PageCutting(PrintedPage page) : page_(std::move(page)) {
    std::size_t words = 0;
    for (const auto& block : page_.blocks) {
        block_begin_.push_back(words);
        for (const auto& line : block.lines) {
            const std::size_t first = words;
            for (const auto& word : line.words) {
                note(word.id, {words, words + 1});
                ++words;
            }
            note(line.id, {first, words});
        }
        note(block.id, {block_begin_.back(), words});
    }
    block_begin_.push_back(words);
    for (const auto& group : page_.groups) note(group.id, span_of_blocks(group.first, group.last));
    taken_.resize(words);
}

void PageCutting::note(const std::string& id, Span span) {
    if (!id.empty()) places_.emplace(id, span);
}

PageCutting::Span PageCutting::span_of_blocks(std::size_t first, std::size_t last) const {
    const std::size_t end = page_.blocks.size();
    return {block_begin_[std::min(first, end)], block_begin_[std::min(last, end)]};
}

std::vector<PrintedBlock> PageCutting::cut(std::string_view begin, std::string_view end) {
    Span span{0, taken_.size()};
    if (!begin.empty()) {
        const auto first = places_.find(std::string(begin));
        const auto last = end.empty() ? first : places_.find(std::string(end));
        if (first == places_.end() || last == places_.end()) return {};
        span = first->second;
        span.second = std::max(span.second, last->second.second);
    }
    std::vector<PrintedBlock> blocks;
    const auto from = std::upper_bound(block_begin_.begin(), block_begin_.end(), span.first);
    for (auto i = static_cast<std::size_t>(from - block_begin_.begin()) - 1;
         i < page_.blocks.size() && block_begin_[i] < span.second; ++i) {
        auto part = part_of(page_.blocks[i], block_begin_[i], span.first, span.second,
                            [&](std::size_t number) {
                                taken_[number] = true;
                                return true;
                            });
        if (!part.lines.empty()) blocks.push_back(std::move(part));
    }
    return blocks;
}

PrintedPage PageCutting::rest() const {
    PrintedPage rest;
    rest.height = page_.height;
    rest.language = page_.language;
    for (std::size_t i = 0; i < page_.blocks.size(); ++i) {
        if (page_.blocks[i].kind == BlockKind::margin) continue;
        auto part = part_of(page_.blocks[i], block_begin_[i], 0, taken_.size(),
                            [&](std::size_t number) { return !taken_[number]; });
        if (!part.lines.empty()) rest.blocks.push_back(std::move(part));
    }
    return rest;
}

}  // namespace indexer
