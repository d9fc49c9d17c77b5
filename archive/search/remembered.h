// SPDX-License-Identifier: GPL-2.0-or-later
// remembered.h - What was found out about terms, for the next search that asks.
#pragma once

#include <cstddef>
#include <string>
#include <unordered_map>

namespace archive {

template <typename Fact>
using FactsOfTerms = std::unordered_map<std::string, Fact>;

/// What `known` says of the term, or else what `find()` does, which is kept. Forgets all when that
/// is too much.
template <typename Fact, typename Find>
Fact remembered(FactsOfTerms<Fact>& known, const std::string& term, const Find& find) {
    if (const auto found = known.find(term); found != known.end()) return found->second;
    const Fact fact = find();
    constexpr std::size_t most = 1U << 13U;
    if (known.size() >= most) known.clear();
    known.emplace(term, fact);
    return fact;
}

}  // namespace archive
