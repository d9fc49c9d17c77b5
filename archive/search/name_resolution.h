// SPDX-License-Identifier: GPL-2.0-or-later
// name_resolution.h - Which name keys a name in a query or a parameter stands for.
//
// Articles keep keys ("person kim jong un"); what a user means by a name is settled here, when the
// question is asked: name or id, the id it leads to, all keys of that id.
#pragma once

#include "archive/index/aliases.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace archive {

enum class FollowAliases : bool { no, yes };

/// The keys of a name or an id: "Kim Jong Un", "person:kim-jong-un" or an alias as `person` are the
/// keys of person:kim-jong-un; as `entity`, those of each type. `field` is person, org, place or
/// entity. "Russia~wide" takes in what may stand for a place: Kremlin. Without aliases there is one
/// key a type, that of the name as given. Empty when the name has no letter or digit, is the id of
/// another type, or is blocked.
std::vector<std::string> resolve_name(const AliasTable& aliases, std::string_view field,
                                      std::string_view value,
                                      FollowAliases follow = FollowAliases::yes);

/// The id that a written one leads to: "place:dprk" is "loc:north-korea". None for what begins as
/// no id does.
std::optional<std::string> id_of(const AliasTable& aliases, std::string_view written);

}  // namespace archive
