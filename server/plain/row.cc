// SPDX-License-Identifier: GPL-2.0-or-later
#include "server/plain/row.h"

#include "server/plain/parts.h"
#include "server/plain/words.h"

#include <array>

namespace server {

using archive::EntityType;

namespace {

/// How many names of each type stand under a result.
struct NamesShown {
    EntityType type;
    std::size_t most;
};
constexpr std::array names_shown{NamesShown{EntityType::person, 3}, NamesShown{EntityType::org, 1},
                                 NamesShown{EntityType::place, 1}};

Html narrowed_to(const archive::ShownName& name, const SearchAddress& search) {
    const auto field = archive::name(name.type);
    const auto narrowed = search.holds(field, name.id) ? search : search.also(field, name.id);
    return element("li", {}, link(list_page(narrowed.restarted()), element("bdi", {}, name.label)));
}

Html names(const archive::ResultRow& row, const SearchAddress& search) {
    Html list;
    for (const auto& [type, most] : names_shown) {
        std::size_t shown = 0;
        for (const auto& name : row.names.list) {
            if (name.type != type) continue;
            if (shown++ == most) break;
            list += narrowed_to(name, search);
        }
    }
    if (list.empty()) return {};
    return element("ul", {{"class", "names"}, {"lang", "en"}, {"aria-label", words::names_in}},
                   list);
}

std::string foreign_language(const archive::Article& article) {
    const bool told = !article.language.empty() && article.language != "und";
    return told && article.language != "en" ? words::language(article.language) : std::string();
}

}  // namespace

Html result_row(const archive::ResultRow& row, const SearchAddress& search, std::size_t place) {
    const auto& article = row.article;
    const auto heading = "t-" + article.id;
    return element(
        "article",
        {{"class", "hit"}, {"aria-labelledby", heading}, {"lang", language_tag(article)}},
        date_cell(article.published),
        element(
            "div", {{"class", "body"}}, source_line(article, {foreign_language(article)}),
            element(
                "h3", {{"id", heading}, {"dir", "auto"}},
                element("a", {{"class", "open"}, {"href", article_page(article.id, search, place)}},
                        headline(row.title))),
            row.snippet.empty()
                ? Html()
                : element("p", {{"class", "snip"}, {"dir", "auto"}}, marked(row.snippet)),
            names(row, search)));
}

}  // namespace server
