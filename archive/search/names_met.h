// SPDX-License-Identifier: GPL-2.0-or-later
// names_met.h - The names of the articles that are shown, each looked up once.
//
// Folding a name and finding its id takes as long as writing a row, so what became of a spelling is
// kept. A page has hundreds of names and each is somewhere else in memory: so what is kept of a
// name lies together, mostly in one line of the cache, and those of all rows are looked for
// together, so that the waits overlap (250 names of ten articles: 70 us one by one, 20 together,
// 2026-11-22).
#pragma once

#include "archive/index/aliases.h"
#include "archive/search/search_result.h"

#include <cstdint>
#include <memory>
#include <mutex>
#include <span>

namespace archive {

/// Thread-safe. The table outlives it; rows keep the texts of their names.
class NamesMet {
public:
    explicit NamesMet(const AliasTable& aliases);
    ~NamesMet();

    /// Gives rows the names of their articles, as known_name() has them; once each, in the
    /// article's order.
    void name(std::span<ResultRow> rows) const;

private:
    class Kept;

    void name_some(std::span<ResultRow> rows) const;

    const AliasTable& aliases_;
    mutable std::mutex mutex_;
    mutable std::shared_ptr<Kept> kept_;  ///< another one when it held too much
};

}  // namespace archive
