// SPDX-License-Identifier: GPL-2.0-or-later
// name_resolution.h - Which name keys a name in a query or a parameter stands for.
//
// Articles keep keys ("person kim jong un"); what a user means by a name is settled here, when the
// question is asked. The one place where aliases enter.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace archive {

/// The keys of a name or an id: "Kim Jong Un" or "person:kim-jong-un" as `person` is
/// "person kim jong un"; as `entity`, one key of each type. `field` is person, org, place or
/// entity; with `literal` no alias is followed. Empty when the name has no letter or digit, or is
/// the id of another type.
std::vector<std::string> resolve_name(std::string_view field, std::string_view value, bool literal);

}  // namespace archive
