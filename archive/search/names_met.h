// SPDX-License-Identifier: GPL-2.0-or-later
// names_met.h - The names of the articles that are shown, each looked up once.
//
// Folding a name and finding its id takes as long as writing a row, so what became of a spelling is
// kept. A page has hundreds of names and each is somewhere else in memory: they are looked for
// together, so that the waits overlap (250 names of ten articles: 70 us one by one, 20 together,
// 2026-11-22).
#pragma once

#include "archive/index/aliases.h"
#include "archive/search/search_result.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace archive {

/// Thread-safe. The table outlives it.
class NamesMet {
public:
    explicit NamesMet(const AliasTable& aliases) : aliases_(aliases) {}

    /// As known_name() has them; once each, in the article's order.
    KnownNames of(const Article& article) const;

private:
    /// Names are forgotten when they become more: some 16 MB.
    static constexpr std::size_t most = 1U << 16U;
    static constexpr std::size_t fewest_slots = 1U << 10U;

    /// What became of a spelling.
    struct Met {
        std::string written;
        EntityType type = EntityType::person;
        std::uint32_t first = 0;                ///< number of the first spelling with its id
        std::uint64_t article = 0;              ///< that such a first one stood in last
        std::shared_ptr<const KnownName> name;  ///< null when it is none
    };
    /// Of a table with open slots, a power of two of them and at least two for each name.
    struct Slot {
        std::uint32_t tag = 0;  ///< of the hash
        std::uint32_t met = 0;  ///< number in met_, from 1; 0 for an open slot
    };

    Met& met(const Entity& entity, std::uint64_t hash) const;
    void forget() const;
    void grow() const;
    Slot& slot_for(std::uint64_t hash, const Entity& entity) const;

    const AliasTable& aliases_;
    mutable std::mutex mutex_;
    mutable std::vector<Met> met_;
    mutable std::vector<std::uint64_t> hashes_;  ///< of those
    mutable std::vector<Slot> slots_ = std::vector<Slot>(fewest_slots);
    mutable std::unordered_map<std::string_view, std::uint32_t> first_of_id_;
    mutable std::uint64_t articles_ = 0;
};

}  // namespace archive
