// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/names_met.h"

#include "archive/search/known_names.h"

#include <xxhash.h>

#include <algorithm>
#include <bit>
#include <utility>

namespace archive {

namespace {

std::uint64_t hash_of(const Entity& entity) {
    return XXH3_64bits_withSeed(entity.name.data(), entity.name.size(),
                                static_cast<XXH64_hash_t>(entity.type));
}

std::uint32_t tag_of(std::uint64_t hash) {
    return static_cast<std::uint32_t>(hash >> 32U);
}

}  // namespace

/// The slot of a name, or the open one where it belongs.
NamesMet::Slot& NamesMet::slot_for(std::uint64_t hash, const Entity& entity) const {
    const auto mask = slots_.size() - 1;
    for (auto at = hash & mask;; at = (at + 1) & mask) {
        auto& slot = slots_[at];
        if (slot.met == 0) return slot;
        if (slot.tag != tag_of(hash)) continue;
        const auto& met = met_[slot.met - 1];
        if (met.type == entity.type && met.written == entity.name) return slot;
    }
}

void NamesMet::grow() const {
    slots_.assign(std::bit_ceil(std::max(fewest_slots, 4 * met_.size())), {});
    const auto mask = slots_.size() - 1;
    for (std::uint32_t number = 0; number < met_.size(); ++number) {
        auto at = hashes_[number] & mask;
        while (slots_[at].met != 0) at = (at + 1) & mask;
        slots_[at] = {tag_of(hashes_[number]), number + 1};
    }
}

void NamesMet::forget() const {
    first_of_id_.clear();
    met_.clear();
    hashes_.clear();
    grow();
}

NamesMet::Met& NamesMet::met(const Entity& entity, std::uint64_t hash) const {
    if (const auto& slot = slot_for(hash, entity); slot.met != 0) return met_[slot.met - 1];
    if (2 * (met_.size() + 1) > slots_.size()) grow();
    const auto number = static_cast<std::uint32_t>(met_.size());
    Met met{entity.name, entity.type, number, 0, nullptr};
    if (auto name = known_name(aliases_, entity)) {
        met.name = std::make_shared<const KnownName>(*std::move(name));
        met.first = first_of_id_.emplace(met.name->id, number).first->second;
    }
    slot_for(hash, entity) = {tag_of(hash), number + 1};
    hashes_.push_back(hash);
    return met_.emplace_back(std::move(met));
}

KnownNames NamesMet::of(const Article& article) const {
    const auto& entities = article.entities;
    std::vector<std::uint64_t> hashes;
    hashes.reserve(entities.size());
    for (const auto& entity : entities) hashes.push_back(hash_of(entity));

    const std::lock_guard lock(mutex_);
    if (met_.size() + entities.size() > most) forget();
    const auto mask = slots_.size() - 1;
    for (const auto hash : hashes) __builtin_prefetch(&slots_[hash & mask]);
    for (const auto hash : hashes) {
        const auto& slot = slots_[hash & mask];
        if (slot.met != 0) __builtin_prefetch(&met_[slot.met - 1]);
    }
    KnownNames names;
    names.reserve(entities.size());
    ++articles_;
    for (std::size_t i = 0; i < entities.size(); ++i) {
        if (entities[i].mentions == 0) continue;
        const auto& known = met(entities[i], hashes[i]);
        if (known.name && std::exchange(met_[known.first].article, articles_) != articles_)
            names.push_back(known.name);
    }
    return names;
}

}  // namespace archive
