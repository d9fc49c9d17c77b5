// SPDX-License-Identifier: GPL-2.0-or-later
#include "server/plain/masthead.h"

#include "server/plain/parts.h"
#include "server/plain/spoken_date.h"
#include "server/plain/words.h"

namespace server {

namespace {

Html published(const archive::Date& date) {
    const auto spoken = spoken_date(date);
    const auto certainty = std::string(archive::name(date.certainty));
    auto html = spoken.about ? element("em", {}, words::about) + " " : Html();
    html += spoken.machine.empty()
                ? Html(spoken.at_length)
                : element("time", {{"datetime", spoken.machine}}, spoken.at_length);
    if (date.certainty != archive::Certainty::stated)
        html += " " + element("span", {{"class", "why"}}, spoken.why);
    return element("p", {{"class", "when " + certainty}, {"lang", "en"}}, html);
}

}  // namespace

Html masthead(const archive::Article& article, std::uint32_t words,
              const std::vector<archive::TextSegment>& title) {
    const bool lead = article.title_basis == archive::TitleBasis::lead;
    return element(
        "header", {},
        source_line(article, {comma_list(article.authors), article.section, words::words(words)}),
        element("h1", {{"dir", "auto"}}, headline(title)),
        lead ? element("p", {{"class", "untitled"}, {"lang", "en"}}, words::no_headline) : Html(),
        published(article.published));
}

}  // namespace server
