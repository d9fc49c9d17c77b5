// SPDX-License-Identifier: GPL-2.0-or-later
// id_map.h - What is known of articles, by their ids, for a million of them.
//
// A run holds some lists of all articles it publishes, from the first file read to the revision
// published. A map of strings takes a hundred bytes an article and more; here an entry is the id
// and the value, in one array, and a table of numbers finds it: 24 bytes an article and the value.
#pragma once

#include "archive/index/identity.h"

#include <cstddef>
#include <cstdint>
#include <utility>
#include <variant>
#include <vector>

namespace archive {

template <typename Value>
class IdMap {
public:
    struct Entry {
        IdBytes id;
        [[no_unique_address]] Value value;
    };

    std::size_t size() const { return entries_.size(); }
    bool empty() const { return entries_.empty(); }

    /// The entries in the order in which their ids came first.
    auto begin() const { return entries_.begin(); }
    auto end() const { return entries_.end(); }

    /// Null when the id is unknown; valid until the next id comes.
    const Value* find(const IdBytes& id) const {
        const auto number = slots_.empty() ? 0 : slots_[slot(id)];
        return number == 0 ? nullptr : &entries_[number - 1].value;
    }
    Value* find(const IdBytes& id) { return const_cast<Value*>(std::as_const(*this).find(id)); }
    bool contains(const IdBytes& id) const { return find(id) != nullptr; }

    /// The value of an id, a new one with `first` when it has none yet. Valid until the next id
    /// comes.
    Value& place(const IdBytes& id, const Value& first = {}) {
        if ((entries_.size() + 1) * 3 > slots_.size() * 2) grow();
        auto& number = slots_[slot(id)];
        if (number == 0) {
            entries_.push_back({id, first});
            number = static_cast<std::uint32_t>(entries_.size());
        }
        return entries_[number - 1].value;
    }

    /// Takes an id whose value says nothing.
    void insert(const IdBytes& id) { place(id); }

    /// Forgets all, memory too.
    void clear() { *this = {}; }

private:
    /// Where the id stands, or may stand.
    std::size_t slot(const IdBytes& id) const {
        const auto mask = slots_.size() - 1;
        auto at = hash_of(id) & mask;
        while (slots_[at] != 0 && entries_[slots_[at] - 1].id != id) at = (at + 1) & mask;
        return at;
    }

    void grow() {
        constexpr std::size_t fewest = 16;
        const auto slots = std::max(fewest, slots_.size() * 2);
        std::vector<std::uint32_t>().swap(slots_);  // before there is another
        slots_.resize(slots);
        for (std::size_t i = 0; i < entries_.size(); ++i)
            slots_[slot(entries_[i].id)] = static_cast<std::uint32_t>(i + 1);
    }

    std::vector<Entry> entries_;
    std::vector<std::uint32_t> slots_;  ///< number + 1 of the entry, or 0 for none
};

/// Ids, each once.
using IdSet = IdMap<std::monostate>;

}  // namespace archive
