// SPDX-License-Identifier: GPL-2.0-or-later
#include "server/plain/reader.h"

#include "server/plain/about_article.h"
#include "server/plain/masthead.h"
#include "server/plain/parts.h"
#include "server/plain/reader_text.h"
#include "server/plain/words.h"

namespace server {

using archive::ZoneKind;

namespace {

/// The page of the list that holds the article.
std::string list_around(const SearchAddress& search, std::size_t offset) {
    const std::size_t limit = std::stoul(search.value("limit"));
    return list_page(
        search.with("offset", std::to_string(limit == 0 ? 0 : offset / limit * limit)));
}

Html neighbours(const PlaceInList& place, const SearchAddress& search) {
    auto html =
        element("span", {{"class", "pos"}}, words::result_of(place.offset + 1, place.total));
    if (!place.before.empty()) {
        const auto page = article_page(place.before, search, place.offset - 1);
        html += " " + element("a", {{"rel", "prev"}, {"href", page}}, words::previous_article);
    }
    if (!place.after.empty()) {
        const auto page = article_page(place.after, search, place.offset + 1);
        html += " " + element("a", {{"rel", "next"}, {"href", page}}, words::next_article);
    }
    return html;
}

/// The article among the others of its list, and where its marks begin.
Html place(const Reading& reading, std::size_t marks) {
    Html html;
    if (reading.place) html += " " + neighbours(*reading.place, reading.search);
    if (marks != 0)
        html +=
            " " + element("a", {{"class", "hitpos"}, {"href", "#match"}}, words::matches(marks));
    return html;
}

Html text(const archive::ArticleView& view, ReaderText& writer) {
    Html paragraphs;
    for (const auto& zone : view.zones) {
        if (zone.kind == ZoneKind::headline || zone.kind == ZoneKind::furniture) continue;
        for (const auto& paragraph : zone.paragraphs)
            paragraphs += writer.paragraph(paragraph, zone.kind);
    }
    return element("div", {{"class", "text"}, {"dir", "auto"}}, paragraphs);
}

Html furniture(const archive::ArticleView& view, ReaderText& writer) {
    Html lines;
    for (const auto& zone : view.zones) {
        if (zone.kind != ZoneKind::furniture) continue;
        for (const auto& line : zone.paragraphs) lines += writer.furniture(line);
    }
    if (lines.empty()) lines = element("p", {{"lang", "en"}}, words::no_furniture);
    return element("section", {{"class", "furniture"}, {"aria-labelledby", "furniture-h"}},
                   element("h2", {{"id", "furniture-h"}, {"lang", "en"}}, words::furniture), lines);
}

/// This page with the furniture shown or hidden.
Html other_furniture(const Reading& reading) {
    const bool shown = reading.furniture == Furniture::shown;
    const auto page = article_page(reading.view.article.id, reading.search, reading.offset);
    return link(page + "&furniture=" + (shown ? "0" : "1"),
                shown ? words::hide_furniture : words::show_furniture);
}

}  // namespace

Html reader(const Reading& reading) {
    const auto& view = reading.view;
    ReaderText writer(view);
    const auto paragraphs = text(view, writer);
    const auto below = reading.furniture == Furniture::shown ? furniture(view, writer) : Html();
    return element("div", {{"class", "reader"}},
                   crumbs(list_around(reading.search, reading.offset), words::back,
                          place(reading, writer.marks())),
                   element("article", {{"class", "paper"}, {"lang", language_tag(view.article)}},
                           masthead(view.article, view.words, view.title), paragraphs, below),
                   about_article(view, other_furniture(reading)));
}

}  // namespace server
