// SPDX-License-Identifier: GPL-2.0-or-later
#include "server/plain/about_article.h"

#include "server/calendar_words.h"
#include "server/guard/target.h"
#include "server/json/parts.h"
#include "server/plain/parts.h"
#include "server/plain/reader_text.h"
#include "server/plain/spoken_date.h"
#include "server/plain/words.h"

#include <array>

namespace server {

using archive::Article;
using archive::EntityType;

namespace {

struct Citation {
    std::string_view format;
    std::string_view name;
};
constexpr std::array citations{Citation{"bibtex", "BibTeX"}, Citation{"ris", "RIS"},
                               Citation{"csljson", "CSL-JSON"}};

/// Hexadecimal digits of a hash that are enough to compare by eye.
constexpr std::size_t shown_digits = 16;

Html section(std::string_view heading, const Html& inside) {
    return element("section", {}, element("h2", {}, heading), inside);
}

std::string file_address(const Article& article, std::string_view format) {
    const std::array wanted{Parameter{"format", std::string(format)}};
    return address_of("/api/v1/articles/" + percent_encoded(article.id), wanted);
}

Html names_of(const archive::ArticleView& view, EntityType type) {
    Html list;
    for (const auto& name : view.names) {
        if (name.type != type) continue;
        list += link(name_page(type, name.id), element("bdi", {}, name.label)) + " ";
    }
    if (list.empty()) return {};
    return element("div", {}, element("dt", {}, words::facet(archive::name(type))),
                   element("dd", {}, list));
}

Html names(const archive::ArticleView& view) {
    Html list;
    for (const auto type : {EntityType::person, EntityType::org, EntityType::place})
        list += names_of(view, type);
    if (list.empty()) return {};
    return section(words::names_in, element("dl", {{"class", "nlist"}}, list));
}

/// The article as one line for a footnote.
std::string citation(const archive::ArticleView& view) {
    const auto& article = view.article;
    std::string line = "“" + plain_text(view.title) + ".” ";
    line += article.source.empty() ? std::string(words::no_source) : article.source;
    if (!article.agency.empty()) line += " (" + comma_list(article.agency) + ")";
    line += ", " + spoken_date(article.published).cited + ". ";
    return line + (article.url.empty() ? article.provenance.path : article.url);
}

Html cite(const archive::ArticleView& view) {
    Html files;
    for (const auto& [format, name] : citations)
        files += link(file_address(view.article, format), name) + " ";
    return section(words::cite, element("p", {{"class", "cite"}, {"dir", "auto"}}, citation(view))
                                    + element("p", {{"class", "acts"}}, files));
}

Html fact(std::string_view label, const Html& value) {
    return element("p", {{"class", "prov"}}, element("span", {{"class", "lbl"}}, label), " ",
                   value);
}

Html provenance(const archive::ArticleView& view, const Html& other_furniture) {
    const auto& article = view.article;
    const auto& from = article.provenance;
    auto facts = element("p", {{"class", "prov"}}, spoken_date(article.published).full);
    facts += fact(words::file, element("code", {}, from.path + ":" + std::to_string(from.record)));
    if (!from.sha256.empty()) {
        facts += fact("SHA-256", element("code", {{"title", from.sha256}},
                                         from.sha256.substr(0, shown_digits) + "…"));
    }
    if (!article.external_id.empty())
        facts += fact(words::external_id, element("code", {}, article.external_id));
    facts += fact(words::added_on, moment_in_words(view.added));
    auto links = link(file_address(article, "text"), words::plain_text) + " ";
    if (is_web_address(article.url)) {
        links +=
            element("a", {{"href", article.url}, {"rel", "external noreferrer"}}, words::original)
            + " ";
    }
    facts += element("p", {{"class", "prov links"}}, links, other_furniture);
    return section(words::how_dated, facts);
}

}  // namespace

Html about_article(const archive::ArticleView& view, const Html& other_furniture) {
    return element("aside", {{"class", "side"}, {"aria-label", words::about_article}}, names(view),
                   cite(view), provenance(view, other_furniture));
}

}  // namespace server
