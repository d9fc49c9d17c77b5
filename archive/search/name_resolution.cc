// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/name_resolution.h"

#include "archive/model/entity.h"

#include <array>
#include <optional>

namespace archive {

namespace {

constexpr std::array types{EntityType::person, EntityType::org, EntityType::place};

/// The type that an id begins with: "loc:north-korea" is of a place. The prefixes are those of
/// entity_id(), and the names of the fields, as people write them.
std::optional<EntityType> type_of_id(std::string_view text) {
    const auto colon = text.find(':');
    if (colon == std::string_view::npos || colon + 1 == text.size() || text[colon + 1] == ' ')
        return std::nullopt;
    const auto prefix = text.substr(0, colon);
    for (const auto type : types) {
        const auto id = entity_id(std::string(name(type)) + " x");
        if (prefix == name(type) || prefix == std::string_view(id).substr(0, id.find(':')))
            return type;
    }
    return std::nullopt;
}

}  // namespace

std::vector<std::string> resolve_name(std::string_view field, std::string_view value,
                                      bool /*literal: there are no aliases to follow yet*/) {
    std::vector<std::string> keys;
    const auto wanted = entity_type_named(field);
    const auto given = type_of_id(value);
    if (given) value.remove_prefix(value.find(':') + 1);
    for (const auto type : types) {
        if ((wanted && *wanted != type) || (given && *given != type)) continue;
        auto key = name_key(type, value);
        if (!key.empty()) keys.push_back(std::move(key));
    }
    return keys;
}

}  // namespace archive
