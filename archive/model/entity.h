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
#include <vector>

namespace archive {

/// On disk: append, never renumber.
enum class EntityType : std::uint8_t { person = 0, org = 1, place = 2 };
inline constexpr std::size_t entity_types = 3;

std::string_view name(EntityType type);
std::optional<EntityType> entity_type_named(std::string_view name);

/// What a mention does where it stands. Filters use body and title; who sent or wrote the story is
/// not in it. On disk: append, never renumber.
enum class NameRole : std::uint8_t {
    body = 0,
    title,
    dateline,  ///< "SEOUL (Reuters) -"
    credit,    ///< "(Reporting by Ann Lee; editing by Bo Chu)"
    source     ///< the agency of a dateline, a credit or a caption
};
inline constexpr std::size_t name_roles = 5;

std::string_view name(NameRole role);

/// Whether the article is about what is named so.
constexpr bool in_the_story(NameRole role) {
    return role == NameRole::body || role == NameRole::title;
}

/// One place where the text names an entity.
struct Mention {
    std::uint32_t zone = 0;   ///< index into Article::zones
    std::uint32_t begin = 0;  ///< bytes in the zone's text
    std::uint32_t end = 0;    ///< exclusive
    NameRole role = NameRole::body;

    friend bool operator==(const Mention&, const Mention&) = default;
};

struct Entity {
    EntityType type = EntityType::person;
    /// The longest form that the article has for it, or the one of its metadata: "Kim Jong Un".
    std::string name;
    /// How often body and title name it, and once more in metadata; 0 when it is only credited.
    std::uint32_t mentions = 1;
    std::vector<Mention> named_at = {};  ///< in reading order; none when only metadata names it
    bool found = false;                  ///< worked out from the text, not given with the article

    friend bool operator==(const Entity&, const Entity&) = default;
};

/// The type's name and the folded name: "person kim jong un". Accents, case, hyphens and
/// punctuation folded; empty when nothing is left of the name.
std::string name_key(EntityType type, std::string_view name);

/// The id of a key that no table renames: "person:kim-jong-un", "loc:north-korea".
std::string entity_id(std::string_view key);

}  // namespace archive
