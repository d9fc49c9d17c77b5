// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/index/presence.h"

#include "archive/base/text.h"
#include "archive/index/schema.h"

#include <algorithm>
#include <array>

namespace archive {

namespace {

bool has_zone(const Article& article, ZoneKind kind) {
    return std::any_of(article.zones.begin(), article.zones.end(), [&](const Zone& zone) {
        return zone.kind == kind && !trimmed(zone.text).empty();
    });
}

bool names(const Article& article, EntityType type) {
    return std::any_of(article.entities.begin(), article.entities.end(), [&](const Entity& entity) {
        return entity.type == type && entity.mentions > 0;
    });
}

/// A headline that somebody wrote, not words of the text put in its place.
bool has_stated_headline(const Article& article) {
    switch (article.title_basis) {
        case TitleBasis::none:
        case TitleBasis::standfirst:
        case TitleBasis::lead: return false;
        case TitleBasis::field:
        case TitleBasis::jsonld:
        case TitleBasis::meta:
        case TitleBasis::h1:
        case TitleBasis::text: return !article.title.empty();
    }
    return false;
}

struct Presence {
    std::string_view name;
    bool (*holds)(const Article&);
};

constexpr std::array table{
    Presence{"agency", [](const Article& a) { return !a.agency.empty(); }},
    Presence{"author", [](const Article& a) { return !a.authors.empty(); }},
    Presence{"byline",
             [](const Article& a) { return !a.byline.empty() || has_zone(a, ZoneKind::byline); }},
    Presence{"caption", [](const Article& a) { return has_zone(a, ZoneKind::caption); }},
    Presence{"credit", [](const Article& a) { return has_zone(a, ZoneKind::credit); }},
    Presence{"date", [](const Article& a) { return a.published.known(); }},
    Presence{"external_id", [](const Article& a) { return !a.external_id.empty(); }},
    Presence{"headline", has_stated_headline},
    Presence{"language",
             [](const Article& a) { return !a.language.empty() && a.language != "und"; }},
    Presence{"org", [](const Article& a) { return names(a, EntityType::org); }},
    Presence{"person", [](const Article& a) { return names(a, EntityType::person); }},
    Presence{"place", [](const Article& a) { return names(a, EntityType::place); }},
    Presence{"section", [](const Article& a) { return !a.section.empty(); }},
    Presence{"source", [](const Article& a) { return !a.source.empty(); }},
    Presence{"standfirst",
             [](const Article& a) {
                 return !a.standfirst.empty() || has_zone(a, ZoneKind::standfirst);
             }},
    Presence{"tag", [](const Article& a) { return !a.tags.empty(); }},
    Presence{"url", [](const Article& a) { return !a.url.empty(); }},
};

}  // namespace

bool has_value(const Article& article, std::string_view name) {
    const auto* const found =
        std::find_if(table.begin(), table.end(),
                     [&](const Presence& presence) { return presence.name == name; });
    return found != table.end() && found->holds(article);
}

std::uint32_t presence_bits(const Article& article) {
    std::uint32_t bits = 0;
    for (const auto name : schema::article_presences()) {
        if (has_value(article, name)) bits |= presence_bit(name);
    }
    return bits;
}

std::uint32_t presence_bit(std::string_view name) {
    const auto names = schema::article_presences();
    const auto found = std::find(names.begin(), names.end(), name);
    return found == names.end() ? 0 : std::uint32_t{1} << (found - names.begin());
}

}  // namespace archive
