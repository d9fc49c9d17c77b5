// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/key_numbers.h"

#include <xxhash.h>

#include <algorithm>

namespace archive {

std::size_t KeyNumbers::slot_of(std::string_view key) const {
    const auto mask = slots_.size() - 1;
    for (auto at = XXH3_64bits(key.data(), key.size()) & mask;; at = (at + 1) & mask) {
        if (slots_[at] == 0 || keys_[slots_[at] - 1] == key) return at;
    }
}

KeyNumbers::Number KeyNumbers::number_of(std::string_view key) {
    if (keys_.size() * 2 >= slots_.size()) grow();
    auto& slot = slots_[slot_of(key)];
    if (slot == 0) {
        keys_.push_back(kept(key));
        slot = static_cast<Number>(keys_.size());
    }
    return slot - 1;
}

std::optional<KeyNumbers::Number> KeyNumbers::find(std::string_view key) const {
    if (slots_.empty()) return std::nullopt;
    const auto slot = slots_[slot_of(key)];
    if (slot == 0) return std::nullopt;
    return slot - 1;
}

std::string_view KeyNumbers::kept(std::string_view key) {
    if (key.size() > left_) {
        left_ = std::max(block_bytes, key.size());
        blocks_.push_back(std::make_unique_for_overwrite<char[]>(left_));
        free_ = blocks_.back().get();
    }
    const std::string_view kept(free_, key.size());
    std::copy(key.begin(), key.end(), free_);
    free_ += key.size();
    left_ -= key.size();
    return kept;
}

void KeyNumbers::grow() {
    slots_.assign(std::max<std::size_t>(slots_.size() * 2, 16), 0);
    for (std::size_t i = 0; i < keys_.size(); ++i)
        slots_[slot_of(keys_[i])] = static_cast<Number>(i + 1);
}

}  // namespace archive
