// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/index/schema.h"

#include "archive/base/text.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace archive::schema {

namespace {

constexpr std::array<std::string_view, names_columns> names_names{
    "source", "section", "language", "author", "agency", "tag", "person", "org", "place"};

constexpr std::array table{
    Field{"headline",
          "title",
          Matching::zone,
          prefix::headline,
          {},
          false,
          false,
          "words of the headline",
          "headline:ferry"},
    Field{"lead",
          "",
          Matching::zone,
          prefix::lead,
          {},
          false,
          false,
          "words of the standfirst or the first paragraph",
          "lead:strike"},
    Field{"body",
          "",
          Matching::zone,
          "",
          {},
          false,
          false,
          "words of the text itself",
          "body:harbour"},
    Field{"caption",
          "",
          Matching::zone,
          prefix::caption,
          {},
          false,
          false,
          "words under pictures",
          "caption:lighthouse"},
    Field{"in",
          "",
          Matching::furniture,
          prefix::furniture,
          {},
          false,
          false,
          "page furniture (menus, promos, lists of other articles), on purpose",
          "in:furniture newsletter"},
    Field{"person", "", Matching::name, prefix::entity, Names::person, true, true,
          "a person by name", "person:\"Ann Lee\""},
    Field{"org", "", Matching::name, prefix::entity, Names::org, true, true,
          "an organisation by name", "org:\"Port Authority\""},
    Field{"place", "", Matching::name, prefix::entity, Names::place, true, true, "a place by name",
          "place:Seoul"},
    Field{"entity",
          "",
          Matching::name,
          prefix::entity,
          {},
          false,
          false,
          "a person, organisation or place by name",
          "entity:Jordan"},
    Field{"source", "", Matching::exact, prefix::source, Names::source, true, true,
          "the outlet, whole", "source:\"Harbour Times\""},
    Field{"site",
          "",
          Matching::host,
          prefix::site,
          {},
          true,
          false,
          "the outlet's host and all below it",
          "site:bbc.co.uk"},
    Field{"author", "byline", Matching::exact, prefix::author, Names::author, true, true,
          "a writer named in the byline", "author:\"Jack Kim\""},
    Field{"section", "", Matching::exact, prefix::section, Names::section, true, true,
          "the section of the paper", "section:world"},
    Field{"agency", "", Matching::exact, prefix::agency, Names::agency, true, true,
          "the news agency credited", "agency:Reuters"},
    Field{"lang", "", Matching::exact, prefix::language, Names::language, true, true,
          "the language, by its ISO 639-1 code", "lang:de"},
    Field{"tag", "", Matching::exact, prefix::tag, Names::tag, true, true,
          "a keyword given with the article", "tag:elections"},
    Field{"date",
          "",
          Matching::date,
          "",
          {},
          false,
          false,
          "published in a year, month, day or range",
          "date:2024-06..2024-11"},
    Field{"since",
          "",
          Matching::date,
          "",
          {},
          false,
          false,
          "published then or later",
          "since:2024-06"},
    Field{"after",
          "",
          Matching::date,
          "",
          {},
          false,
          false,
          "published later than that",
          "after:2024-06-19"},
    Field{"until",
          "",
          Matching::date,
          "",
          {},
          false,
          false,
          "published then or earlier",
          "until:2023"},
    Field{"before",
          "",
          Matching::date,
          "",
          {},
          false,
          false,
          "published earlier than that",
          "before:2024-11-30"},
    Field{"added",
          "",
          Matching::added,
          "",
          {},
          false,
          false,
          "entered the archive in a span of days",
          "added:7d"},
    Field{"updated",
          "",
          Matching::added,
          "",
          {},
          false,
          false,
          "said to be updated in a span of days",
          "updated:2024-06"},
    Field{"certainty",
          "",
          Matching::certainty,
          "",
          {},
          true,
          true,
          "how the date is known: stated, inferred, none",
          "certainty:stated"},
    Field{"has",
          "",
          Matching::presence,
          prefix::presence,
          {},
          false,
          false,
          "a field that has a value",
          "has:author"},
    Field{"lacks",
          "",
          Matching::presence,
          prefix::presence,
          {},
          false,
          false,
          "a field that has none",
          "lacks:date"},
    Field{"id",
          "",
          Matching::identity,
          prefix::id,
          {},
          false,
          false,
          "one article by its id",
          "id:b3k7q2m9x4t1c8va"},
    Field{"words",
          "",
          Matching::number,
          "",
          {},
          false,
          false,
          "length of the text in words",
          "words:>500"},
    Field{
        "copies", "", Matching::number, "", {}, false, false, "articles in the story", "copies:>3"},
    Field{"story",
          "",
          Matching::group,
          "",
          {},
          false,
          false,
          "one story by its id",
          "story:b3k7q2m9x4t1c8va"},
    Field{"event",
          "",
          Matching::group,
          "",
          {},
          false,
          false,
          "one event by its id",
          "event:b3k7q2m9x4t1c8va"},
    Field{"quality",
          "",
          Matching::quality,
          "",
          {},
          false,
          false,
          "words replaced by a machine",
          "quality:altered"},
    Field{"said",
          "",
          Matching::speech,
          "",
          {},
          false,
          false,
          "words inside quotations",
          "said:\"never again\""},
};

/// Those of the column `has`, whose places there are on disk: append, never renumber. Then those
/// told elsewhere: what it is to others, and its quotations.
constexpr std::array<std::string_view, 20> presence_names{
    "agency",     "author",   "byline", "caption", "credit", "date",    "external_id",
    "headline",   "language", "org",    "person",  "place",  "section", "source",
    "standfirst", "tag",      "url",    "copies",  "event",  "quote"};
constexpr std::size_t presences_of_articles = 17;

}  // namespace

std::string_view name(Names column) {
    return names_names[static_cast<std::size_t>(column)];
}

std::span<const Field> fields() {
    return table;
}

const Field* field_named(std::string_view name) {
    const auto* const found = std::find_if(table.begin(), table.end(), [&](const Field& field) {
        return field.name == name || (!field.alias.empty() && field.alias == name);
    });
    return found == table.end() ? nullptr : found;
}

std::span<const std::string_view> presences() {
    return presence_names;
}

std::span<const std::string_view> article_presences() {
    return presences().first(presences_of_articles);
}

std::array<std::string_view, 3> nearest_fields(std::string_view name) {
    constexpr std::size_t farthest = 3;
    std::vector<std::pair<std::size_t, std::string_view>> near;
    for (const auto& field : table) {
        // "intitle" of other search engines has the field's own name in it
        constexpr std::size_t telling = 4;
        const auto holds = [&](std::string_view part) {
            return part.size() >= telling && name.find(part) != std::string_view::npos;
        };
        const bool held = holds(field.name) || holds(field.alias);
        const auto distance = held ? 0 : edit_distance(name, field.name, farthest);
        if (distance <= farthest && distance < std::min(name.size(), field.name.size()))
            near.emplace_back(distance, field.name);
    }
    std::sort(near.begin(), near.end());
    std::array<std::string_view, 3> nearest{};
    for (std::size_t i = 0; i < std::min(near.size(), nearest.size()); ++i)
        nearest[i] = near[i].second;
    return nearest;
}

}  // namespace archive::schema
