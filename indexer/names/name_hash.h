// SPDX-License-Identifier: GPL-2.0-or-later
// name_hash.h - Words and features as numbers: how they are hashed, and a table keyed by hashes.
//
// The model holds hashes of features, so a change here makes every model of before useless: raise
// the version in names_model.cc.
#pragma once

#include "indexer/names/large_pages.h"

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <utility>
#include <vector>

namespace indexer {

/// Spreads every bit of a number over all of them.
constexpr std::uint64_t scrambled(std::uint64_t value) {
    value ^= value >> 32U;
    value *= 0xD6E8FEB86659FD93U;
    value ^= value >> 32U;
    value *= 0xD6E8FEB86659FD93U;
    value ^= value >> 32U;
    return value;
}

/// The hash of two in this order.
constexpr std::uint64_t joined_hash(std::uint64_t left, std::uint64_t right) {
    return (left ^ (right + 0x9E3779B97F4A7C15U + (left << 6U) + (left >> 2U)))
           * 0xC4CEB9FE1A85EC53U;
}

constexpr std::uint64_t joined_hash(std::uint64_t left, std::uint64_t middle, std::uint64_t right) {
    return joined_hash(joined_hash(left, middle), right);
}

/// The hash of a word.
inline std::uint64_t word_hash(std::string_view word) {
    std::uint64_t hash = 0x9E3779B97F4A7C15U ^ word.size();
    while (word.size() >= 8) {
        std::uint64_t eight = 0;
        std::memcpy(&eight, word.data(), 8);
        hash = (hash ^ eight) * 0xFF51AFD7ED558CCDU;
        hash ^= hash >> 32U;
        word.remove_prefix(8);
    }
    std::uint64_t rest = 0;
    std::memcpy(&rest, word.data(), word.size());
    hash = (hash ^ rest) * 0xFF51AFD7ED558CCDU;
    return hash ^ (hash >> 29U);
}

/// A table from hashes to small values. Two words with one hash are one word here. The highest bits
/// of a hash say where it lies, so that hashes in ascending order are put side by side.
template <typename Value>
class HashTable {
public:
    /// Empties the table and makes it fit for `entries` without growing.
    void reset(std::size_t entries) {
        std::size_t slots = 16;
        while (slots * 2 < entries * 3) slots *= 2;
        slots_.assign(slots, {});
        shift_ = 64U - static_cast<unsigned>(std::countr_zero(slots));
        size_ = 0;
    }

    /// The value under a hash, made when there is none.
    Value& operator[](std::uint64_t hash) {
        if (slots_.size() * 2 < (size_ + 1) * 3) grow();
        Slot& slot = slots_[slot_of(hash)];
        if (slot.hash == 0) {
            slot.hash = hash | 1U;
            ++size_;
        }
        return slot.value;
    }

    /// The value under a hash, or null.
    const Value* find(std::uint64_t hash) const {
        if (slots_.empty()) return nullptr;
        const Slot& slot = slots_[slot_of(hash)];
        return slot.hash == 0 ? nullptr : &slot.value;
    }

    /// Asks the processor to fetch what find() looks at first. A table that is larger than the
    /// caches makes it wait longer than everything else that is done with a word.
    void will_need(std::uint64_t hash) const {
        if (!slots_.empty()) __builtin_prefetch(&slots_[hash >> shift_]);
    }

    std::size_t size() const { return size_; }

    /// Calls `sink` with each hash, its lowest bit set, and its value.
    template <typename Sink>
    void for_each(const Sink& sink) const {
        for (const auto& slot : slots_) {
            if (slot.hash != 0) sink(slot.hash, slot.value);
        }
    }

private:
    struct Slot {
        std::uint64_t hash = 0;  ///< with its lowest bit set; 0 in empty slots
        Value value{};
    };
    using Slots = std::vector<Slot, LargePages<Slot>>;

    std::size_t slot_of(std::uint64_t hash) const {
        const std::size_t mask = slots_.size() - 1;
        std::size_t slot = hash >> shift_;
        while (slots_[slot].hash != 0 && slots_[slot].hash != (hash | 1U)) slot = (slot + 1) & mask;
        return slot;
    }

    void grow() {
        Slots before = std::exchange(slots_, {});
        reset(before.size() * 4 / 3);
        for (const auto& old : before) {
            if (old.hash != 0) (*this)[old.hash] = old.value;
        }
    }

    Slots slots_;
    unsigned shift_ = 0;
    std::size_t size_ = 0;
};

}  // namespace indexer
