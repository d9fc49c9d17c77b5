// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/index/word_numbers.h"

#include <xxhash.h>

#include <algorithm>

namespace archive {

namespace {

constexpr std::size_t usual_slots = 1U << 12U;

}  // namespace

WordNumbers::WordNumbers() : slots_(usual_slots) {}

void WordNumbers::clear() {
    if (slots_.size() > usual_slots) {
        slots_ = std::vector<std::uint32_t>(usual_slots);
    } else {
        std::fill(slots_.begin(), slots_.end(), 0U);
    }
    entries_.clear();
    text_.clear();
}

std::uint32_t WordNumbers::number(std::string_view word) {
    const std::uint64_t hash = XXH3_64bits(word.data(), word.size());
    std::size_t at = hash & (slots_.size() - 1);
    for (; slots_[at] != 0; at = (at + 1) & (slots_.size() - 1)) {
        const std::uint32_t known = slots_[at] - 1;
        if (entries_[known].hash == hash && text(known) == word) return known;
    }
    const auto number = static_cast<std::uint32_t>(entries_.size());
    slots_[at] = number + 1;
    entries_.push_back(
        {hash, static_cast<std::uint32_t>(text_.size()), static_cast<std::uint32_t>(word.size())});
    text_.append(word);
    if (entries_.size() * 2 > slots_.size()) grow();
    return number;
}

void WordNumbers::grow() {
    slots_.assign(slots_.size() * 2, 0);
    for (std::uint32_t i = 0; i < entries_.size(); ++i) {
        std::size_t at = entries_[i].hash & (slots_.size() - 1);
        while (slots_[at] != 0) at = (at + 1) & (slots_.size() - 1);
        slots_[at] = i + 1;
    }
}

}  // namespace archive
