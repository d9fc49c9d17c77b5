// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/index/word_numbers.h"

#include <xxhash.h>

#include <algorithm>

namespace archive {

namespace {

constexpr std::size_t usual_slots = 1U << 12U;

std::uint64_t hash_of(std::string_view word) {
    return XXH3_64bits(word.data(), word.size());
}

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

std::size_t WordNumbers::slot_of(std::string_view word, std::uint64_t hash) const {
    std::size_t at = hash & (slots_.size() - 1);
    for (; slots_[at] != 0; at = (at + 1) & (slots_.size() - 1)) {
        const std::uint32_t known = slots_[at] - 1;
        if (entries_[known].hash == hash && text(known) == word) break;
    }
    return at;
}

std::uint32_t WordNumbers::number(std::string_view word) {
    const std::uint64_t hash = hash_of(word);
    auto& slot = slots_[slot_of(word, hash)];
    if (slot != 0) return slot - 1;
    const auto number = static_cast<std::uint32_t>(entries_.size());
    slot = number + 1;
    entries_.push_back(
        {hash, static_cast<std::uint32_t>(text_.size()), static_cast<std::uint32_t>(word.size())});
    text_.append(word);
    if (entries_.size() * 2 > slots_.size()) grow();
    return number;
}

std::optional<std::uint32_t> WordNumbers::find(std::string_view word) const {
    const auto slot = slots_[slot_of(word, hash_of(word))];
    if (slot == 0) return std::nullopt;
    return slot - 1;
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
