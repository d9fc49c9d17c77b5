// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/known_names.h"

#include <algorithm>
#include <set>
#include <string>

namespace archive {

namespace {

/// The texts of the places where an entity is named.
std::set<std::string_view> forms_of(const Entity& entity, const Article& article) {
    std::set<std::string_view> forms{entity.name};
    for (const auto& mention : entity.named_at) {
        if (mention.zone >= article.zones.size() || !in_the_story(mention.role)) continue;
        const std::string_view text = article.zones[mention.zone].text;
        if (mention.begin < mention.end && mention.end <= text.size())
            forms.insert(text.substr(mention.begin, mention.end - mention.begin));
    }
    return forms;
}

/// The one of the same id in the list, where `name` is put when there is none.
KnownName& held_in(std::vector<KnownName>& names, KnownName name) {
    const auto held = std::find_if(names.begin(), names.end(),
                                   [&](const KnownName& one) { return one.id == name.id; });
    if (held != names.end()) return *held;
    names.push_back(std::move(name));
    return names.back();
}

}  // namespace

KnownName known_name(const AliasTable& aliases, std::string_view key, std::string_view written) {
    KnownName name;
    name.type = entity_type_named(key.substr(0, key.find(' '))).value_or(EntityType::person);
    name.id = aliases.id_of(key);
    const auto label = aliases.label_of(name.id);
    name.label = label.empty() ? written : label;
    return name;
}

std::optional<KnownName> known_name(const AliasTable& aliases, const Entity& entity) {
    const auto key = name_key(entity.type, entity.name);
    if (key.empty() || aliases.blocks(key)) return std::nullopt;
    return known_name(aliases, key, entity.name);
}

std::vector<KnownName> names_with_forms(const AliasTable& aliases, const Article& article) {
    std::vector<KnownName> names;
    for (const auto& entity : article.entities) {
        if (entity.mentions == 0) continue;
        auto name = known_name(aliases, entity);
        if (!name) continue;
        auto& held = held_in(names, std::move(*name));
        for (const auto form : forms_of(entity, article)) {
            if (std::find(held.forms.begin(), held.forms.end(), form) == held.forms.end())
                held.forms.emplace_back(form);
        }
    }
    return names;
}

}  // namespace archive
