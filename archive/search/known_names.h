// SPDX-License-Identifier: GPL-2.0-or-later
// known_names.h - The names of an article as the alias table has them.
//
// An article may call one place DPRK, North Korea and the North: it names one place, under the
// label of the table. What it only credits or what is blocked is not among its names.
#pragma once

#include "archive/index/aliases.h"
#include "archive/search/search_result.h"

#include <optional>
#include <string_view>
#include <vector>

namespace archive {

/// The name of a key; `written` is its label where the table has none.
KnownName known_name(const AliasTable& aliases, std::string_view key, std::string_view written);

/// The name of an entity; nothing when it is blocked or nothing is left of it.
std::optional<KnownName> known_name(const AliasTable& aliases, const Entity& entity);

/// The names of an article, once each, in its order, with every form in which the text has them:
/// "Kim Jong Un" and "Kim".
std::vector<KnownName> names_with_forms(const AliasTable& aliases, const Article& article);

}  // namespace archive
