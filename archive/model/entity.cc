// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/model/entity.h"

#include "archive/base/fold.h"

#include <array>

namespace archive {

namespace {

constexpr std::array<std::string_view, entity_types> type_names{"person", "org", "place"};
constexpr std::array<std::string_view, entity_types> id_names{"person", "org", "loc"};
constexpr std::array<std::string_view, name_roles> role_names{"body", "title", "dateline", "credit",
                                                              "source"};

}  // namespace

std::string_view name(EntityType type) {
    return type_names[static_cast<std::size_t>(type)];
}

std::string_view name(NameRole role) {
    return role_names[static_cast<std::size_t>(role)];
}

std::optional<EntityType> entity_type_named(std::string_view name) {
    for (std::size_t i = 0; i < entity_types; ++i) {
        if (type_names[i] == name) return static_cast<EntityType>(i);
    }
    return std::nullopt;
}

std::string name_key(EntityType type, std::string_view name) {
    const std::string folded = folded_words(name);
    if (folded.empty()) return "";
    return std::string(archive::name(type)) + " " + folded;
}

std::string entity_id(std::string_view key) {
    const auto space = key.find(' ');
    const auto type = entity_type_named(key.substr(0, space));
    std::string id(type ? id_names[static_cast<std::size_t>(*type)] : key.substr(0, space));
    id += ':';
    if (space == std::string_view::npos) return id;
    for (const char c : key.substr(space + 1)) id += c == ' ' ? '-' : c;
    return id;
}

}  // namespace archive
