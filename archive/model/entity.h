// SPDX-License-Identifier: GPL-2.0-or-later
// entity.h - A person, organisation or place that an article names.
//
// Articles keep name keys ("person kim jong un"), never canonical ids: which id a key belongs to is
// settled when a question is asked.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace archive {

/// On disk: append, never renumber.
enum class EntityType : std::uint8_t { person = 0, org = 1, place = 2 };
inline constexpr std::size_t entity_types = 3;

std::string_view name(EntityType type);
std::optional<EntityType> entity_type_named(std::string_view name);

struct Entity {
    EntityType type = EntityType::person;
    std::string name;            ///< as the article's metadata writes it: "Kim Jong Un"
    std::uint32_t mentions = 1;  ///< how often it is named; at least 1

    friend bool operator==(const Entity&, const Entity&) = default;
};

/// The type's name and the folded name: "person kim jong un". Accents, case, hyphens and
/// punctuation folded; empty when nothing is left of the name.
std::string name_key(EntityType type, std::string_view name);

/// The id of a key that no table renames: "person:kim-jong-un", "loc:north-korea".
std::string entity_id(std::string_view key);

}  // namespace archive
