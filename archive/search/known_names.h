// SPDX-License-Identifier: GPL-2.0-or-later
// known_names.h - The names of an article as the alias table has them.
//
// An article may call one place DPRK, North Korea and the North: it names one place, under the
// label of the table. What it only credits or what is blocked is not among its names.
#pragma once

#include "archive/index/aliases.h"
#include "archive/search/search_result.h"

#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace archive {

/// The name of a key; `written` is its label where the table has none.
KnownName known_name(const AliasTable& aliases, std::string_view key, std::string_view written);

/// The names of articles, each looked up in the table when it is first met: folding one and finding
/// its id takes as long as writing it. Thread-safe. The table outlives it.
class NamesMet {
public:
    explicit NamesMet(const AliasTable& aliases) : aliases_(aliases) {}

    /// Once each, in the article's order.
    std::vector<KnownName> of(const Article& article) const;

private:
    /// Names are forgotten when they become more: some 4 MB.
    static constexpr std::size_t most = 1U << 14U;

    /// By type and name; none for what is no name.
    using Met = std::unordered_map<std::string, std::optional<KnownName>>;

    const AliasTable& aliases_;
    mutable std::mutex mutex_;
    mutable Met met_;
};

/// The same with every form in which the text has them: "Kim Jong Un" and "Kim".
std::vector<KnownName> names_with_forms(const AliasTable& aliases, const Article& article);

}  // namespace archive
