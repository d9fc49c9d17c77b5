// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/name_resolution.h"

#include "archive/base/text.h"
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

/// The id as people write it, in the form the table has: "place:North Korea" is "loc:north-korea".
std::string plain_id(EntityType type, std::string_view written) {
    const auto rest = written.substr(written.find(':') + 1);
    const auto twin = rest.rfind('~');  // "person:ann-lee~2" is another Ann Lee
    const auto key = name_key(type, rest.substr(0, twin));
    if (key.empty()) return "";
    auto id = entity_id(key);
    if (twin != std::string_view::npos) id += ascii_lower(rest.substr(twin));
    return id;
}

}  // namespace

std::optional<std::string> id_of(const AliasTable& aliases, std::string_view written) {
    const auto type = type_of_id(written);
    if (!type) return std::nullopt;
    const auto id = plain_id(*type, written);
    if (id.empty()) return std::nullopt;
    const auto settled = aliases.settled(id);
    const bool known =
        id.find('~') != std::string::npos || settled != id || !aliases.label_of(id).empty();
    if (known) return std::string(settled);
    return aliases.id_of(name_key(*type, written.substr(written.find(':') + 1)));
}

std::vector<std::string> resolve_name(const AliasTable& aliases, std::string_view field,
                                      std::string_view value, FollowAliases follow) {
    constexpr std::string_view wide_ending = "~wide";
    const bool wide = follow == FollowAliases::yes && value.ends_with(wide_ending);
    if (wide) value.remove_suffix(wide_ending.size());
    std::vector<std::string> keys;
    const auto add = [&](std::vector<std::string> some) {
        std::erase_if(some, [&](const std::string& key) { return aliases.blocks(key); });
        keys.insert(keys.end(), some.begin(), some.end());
    };
    const auto wanted = entity_type_named(field);
    const auto given = type_of_id(value);
    for (const auto type : types) {
        if ((wanted && *wanted != type) || (given && *given != type)) continue;
        auto key = name_key(type, given ? value.substr(value.find(':') + 1) : value);
        if (key.empty()) continue;
        if (follow == FollowAliases::no) {
            keys.push_back(std::move(key));
            continue;
        }
        const auto id = given ? id_of(aliases, value).value_or("") : aliases.id_of(key);
        add(aliases.keys_of(id));
        if (wide) add(aliases.metonyms_of(id));
    }
    return keys;
}

}  // namespace archive
