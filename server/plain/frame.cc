// SPDX-License-Identifier: GPL-2.0-or-later
#include "server/plain/frame.h"

#include "server/plain/words.h"

#include <algorithm>
#include <array>

namespace server {

namespace {

using archive::Sort;

Html preloaded(const char* font) {
    return element("link", {{"rel", "preload"},
                            {"href", font},
                            {"as", "font"},
                            {"type", "font/woff2"},
                            {"crossorigin", ""}});
}

Html head(const std::string& title) {
    const auto product = std::string(words::title);
    return element(
        "head", {}, element("meta", {{"charset", "utf-8"}}),
        element("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}}),
        element("title", {}, title.empty() ? product : title + " – " + product),
        element("meta", {{"name", "color-scheme"}, {"content", "light dark"}}),
        element("link", {{"rel", "icon"}, {"href", "/icon.svg"}, {"type", "image/svg+xml"}}),
        element("link", {{"rel", "search"},
                         {"type", "application/opensearchdescription+xml"},
                         {"title", words::title},
                         {"href", "/opensearch.xml"}}),
        preloaded("/fonts/source-serif-4-latin.woff2"), preloaded("/fonts/inter-latin.woff2"),
        element("link", {{"rel", "stylesheet"}, {"href", "/style.css"}}));
}

Html field(const MarkupName& id, std::string_view label, const SearchAddress& search) {
    return element("label", {}, label, " ",
                   element("input", {{"type", "text"},
                                     {"name", id.text()},
                                     {"value", search.value(id.text())},
                                     {"size", "10"},
                                     {"title", words::date_form},
                                     {"autocomplete", "off"}}));
}

/// The order that is taken when none is named has no value, so that words typed into the box of a
/// list by day are answered by best match.
Html sort_field(const SearchAddress& search) {
    const auto usual = search.value("q").empty() ? Sort::newest : Sort::relevance;
    const auto chosen = search.value("sort");
    Html options;
    for (const auto sort :
         {Sort::relevance, Sort::newest, Sort::oldest, Sort::added, Sort::copies}) {
        const bool now = chosen.empty() ? sort == usual : chosen == archive::name(sort);
        options += element("option",
                           {{"value", sort == usual ? std::string_view() : archive::name(sort)},
                            {"selected", flag(now)}},
                           words::sort_name(sort));
    }
    return element("label", {{"class", "sort"}}, words::sort, " ",
                   element("select", {{"name", "sort"}}, options));
}

/// A box that is not ticked sends nothing, which would mean to group: so "none" is sent before it,
/// and tidied_form() takes the pair for what it says.
Html grouping_field(const SearchAddress& search) {
    return element("label", {{"class", "grp"}},
                   element("input", {{"type", "hidden"}, {"name", "fold"}, {"value", "none"}}),
                   element("input", {{"type", "checkbox"},
                                     {"name", "fold"},
                                     {"value", "story"},
                                     {"checked", flag(search.value("fold") != "none")}}),
                   " ", words::group);
}

Html more_fields(const SearchAddress& search) {
    const auto all_dates = search.without("from").without("to").without("undated").restarted();
    const bool limited = search.holds("undated", "only") || !search.value("from").empty()
                         || !search.value("to").empty();
    return element("div", {{"class", "options"}}, field("from", words::from, search), " ",
                   field("to", words::to, search), " ",
                   limited ? link(list_page(all_dates), words::all_dates) + " " : Html(),
                   sort_field(search), " ", grouping_field(search));
}

Html search_form(const SearchAddress& search, FormShown shown) {
    const auto carried = search.restarted();
    const bool whole = shown == FormShown::whole;
    return element("form",
                   {{"class", "searchform"},
                    {"role", "search"},
                    {"action", "/plain/search"},
                    {"method", "get"}},
                   whole ? hidden_fields(carried, {"q", "from", "to", "sort", "fold"})
                         : hidden_fields(carried, {"q"}),
                   element("label", {{"class", "vh"}, {"for", "q"}}, words::search_label),
                   element("div", {{"class", "searchbox"}},
                           element("input", {{"id", "q"},
                                             {"name", "q"},
                                             {"type", "search"},
                                             {"dir", "auto"},
                                             {"value", search.value("q")},
                                             {"placeholder", words::search_example},
                                             {"autocapitalize", "off"},
                                             {"spellcheck", "false"},
                                             {"enterkeyhint", "search"}})),
                   element("button", {{"class", "btn primary"}, {"type", "submit"}}, words::search),
                   whole ? more_fields(search) : Html());
}

Html navigation(const SearchAddress& search) {
    return element("nav", {{"class", "nav"}, {"aria-label", words::main_navigation}},
                   link("/plain/search#help", words::help_short), " ",
                   link(search.at("/search"), words::with_scripts));
}

}  // namespace

std::string written(const Page& page) {
    const auto header =
        element("header", {{"class", "top"}},
                element("a", {{"class", "wordmark"}, {"href", "/plain/search"}}, words::title), " ",
                search_form(page.search, page.form), navigation(page.search));
    const auto body =
        element("body", {{"class", "plain"}},
                element("a", {{"class", "skip"}, {"href", "#main"}}, words::skip), "\n", header,
                element("main", {{"id", "main"}, {"tabindex", "-1"}}, page.main));
    return document(element("html", {{"lang", "en"}, {"dir", "ltr"}}, "\n", head(page.title), body))
        .markup();
}

Html hidden_fields(const SearchAddress& search, std::initializer_list<std::string_view> shown) {
    Html fields;
    for (const auto& parameter : search.parameters()) {
        if (std::find(shown.begin(), shown.end(), parameter.name) != shown.end()) continue;
        fields += element(
            "input", {{"type", "hidden"}, {"name", parameter.name}, {"value", parameter.value}});
    }
    return fields;
}

}  // namespace server
