// SPDX-License-Identifier: GPL-2.0-or-later
#include "server/plain/help.h"

#include "archive/index/schema.h"
#include "server/plain/search_address.h"
#include "server/plain/words.h"

namespace server {

namespace {

Html example(std::string_view q) {
    return link(list_page(SearchAddress().with("q", q)), element("code", {}, q));
}

Html table(const MarkupName& labelled_by, std::string_view left, const Html& rows) {
    const auto head = [](std::string_view text) { return element("th", {{"scope", "col"}}, text); };
    return element("table", {{"aria-labelledby", labelled_by.text()}},
                   element("thead", {}, element("tr", {}, head(left), head(words::meaning))),
                   element("tbody", {}, rows));
}

Html form_rows() {
    Html rows;
    for (const auto& form : words::query_forms) {
        rows += element("tr", {}, element("td", {}, example(form.example)),
                        element("td", {}, form.meaning));
    }
    return rows;
}

Html field_rows() {
    Html rows;
    for (const auto& field : archive::schema::fields()) {
        auto name = element("code", {}, field.name, ":");
        if (!field.alias.empty()) name += " " + element("code", {}, field.alias, ":");
        rows += element("tr", {}, element("th", {{"scope", "row"}}, name),
                        element("td", {}, field.help, " ", example(field.example)));
    }
    return rows;
}

}  // namespace

Html help() {
    return element("section", {{"class", "help"}, {"id", "help"}}, element("h2", {}, words::help),
                   element("p", {{"class", "quiet"}}, words::help_how),
                   element("h3", {{"id", "forms-h"}}, words::forms),
                   table("forms-h", words::example, form_rows()),
                   element("h3", {{"id", "fields-h"}}, words::fields),
                   element("p", {{"class", "quiet"}}, words::fields_how),
                   table("fields-h", words::field, field_rows()));
}

}  // namespace server
