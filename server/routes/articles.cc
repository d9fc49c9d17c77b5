// SPDX-License-Identifier: GPL-2.0-or-later
#include "server/routes/articles.h"

#include "server/citation.h"
#include "server/json/article.h"
#include "server/routes/asked.h"

#include <array>

namespace server {

namespace {

constexpr std::array own{
    ParameterRow{
        .name = "format",
        .takes = Takes::choice,
        .choices = "json text bibtex ris csljson",
        .initial = "json",
        .help = "the article whole, as plain text, or as an entry for a reference manager"},
    ParameterRow{.name = "furniture",
                 .takes = Takes::choice,
                 .choices = "0 1",
                 .initial = "0",
                 .help = "whether page furniture is shown"},
};

}  // namespace

void handle_article(App& app, const Call& call, httplib::Response& response) {
    const auto asked = ask(app, call, response, own, TakesSearch::yes, DependsOn::origin);
    if (!asked) return;
    const auto view = read_article(app, *asked, call.place("id"), response);
    if (!view) return;

    const auto& article = view->article;
    const auto& format = asked->parameters.value("format");
    const auto furniture =
        asked->parameters.value("furniture") == "1" ? Furniture::shown : Furniture::hidden;
    const auto address = permalink(call.origin(), article.id);
    if (format == "text") {
        response.set_content(article_text(*view, furniture), "text/plain; charset=utf-8");
    } else if (format == "bibtex") {
        set_file_name(response, article.id + ".bib");
        response.set_content(bibtex_entry(article, address), "application/x-bibtex; charset=utf-8");
    } else if (format == "ris") {
        set_file_name(response, article.id + ".ris");
        response.set_content(ris_entry(article, address),
                             "application/x-research-info-systems; charset=utf-8");
    } else if (format == "csljson") {
        set_file_name(response, article.id + ".json");
        response.set_content(one_line(ordered_json::array({csl_item(article, address)})) + "\n",
                             "application/vnd.citationstyles.csl+json");
    } else {
        auto body = article_json(*view, asked->search().highlight, furniture);
        body["index"] = index_json(*asked->searcher);
        answer(response, body);
    }
}

}  // namespace server
