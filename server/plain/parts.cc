// SPDX-License-Identifier: GPL-2.0-or-later
#include "server/plain/parts.h"

#include "server/plain/spoken_date.h"
#include "server/plain/words.h"

namespace server {

Html marked(const std::vector<archive::TextSegment>& segments) {
    Html text;
    for (const auto& segment : segments)
        text += segment.hit ? element("mark", {}, segment.text) : Html(segment.text);
    return text;
}

Html headline(const std::vector<archive::TextSegment>& title) {
    auto text = marked(title);
    return text.empty() ? Html(words::untitled) : text;
}

Html date_cell(const archive::Date& date) {
    const auto spoken = spoken_date(date);
    const bool dated = !spoken.machine.empty();
    const auto shown = dated ? element("time", {{"datetime", spoken.machine}}, spoken.shown)
                             : element("span", {}, spoken.shown);
    return element(
        "p",
        {{"class", "date " + std::string(archive::name(date.certainty))}, {"title", spoken.full}},
        shown, spoken.doubt.empty() ? Html() : " " + element("small", {}, spoken.doubt));
}

Html source_line(const archive::Article& article, const std::vector<std::string>& more) {
    auto line = element("bdi", {{"class", "name"}},
                        article.source.empty() ? std::string(words::no_source) : article.source);
    const auto add = [&line](const Html& part) { line += " · " + part; };
    if (!article.agency.empty())
        add(Html(words::via) + " " + element("bdi", {}, comma_list(article.agency)));
    if (article.quality.altered) add(words::altered);
    for (const auto& text : more) {
        if (!text.empty()) add(text);
    }
    return element("p", {{"class", "src"}, {"lang", "en"}}, line);
}

Html crumbs(const std::string& back, std::string_view text, const Html& more) {
    const auto arrow = element("span", {{"class", "arr"}, {"aria-hidden", "true"}}, "←");
    return element("nav", {{"class", "crumbs"}, {"aria-label", words::in_the_list}},
                   element("a", {{"class", "backlink"}, {"href", back}}, arrow, " ", text), more);
}

std::string comma_list(const std::vector<std::string>& names) {
    std::string text;
    for (const auto& name : names) text += (text.empty() ? "" : ", ") + name;
    return text;
}

std::optional<std::string> language_tag(const archive::Article& article) {
    return unless_empty(article.language == "und" ? std::string_view() : article.language);
}

std::string value_name(std::string_view field, const archive::FacetValue& value) {
    if (field == "certainty") {
        const auto certainty = archive::certainty_named(value.value);
        return certainty ? std::string(words::certainty(*certainty)) : value.label;
    }
    const bool unnamed = field == "lang" && value.label == value.value;
    return unnamed ? words::language(value.value) : value.label;
}

}  // namespace server
