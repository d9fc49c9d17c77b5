// SPDX-License-Identifier: GPL-2.0-or-later
#include "server/atom.h"

#include "server/cited_date.h"
#include "server/escaped.h"
#include "server/json/parts.h"

#include <array>
#include <cstdio>
#include <cstdlib>

namespace server {

using archive::Article;
using archive::Certainty;
using archive::Precision;

namespace {

std::string element(std::string_view name, std::string_view text) {
    std::string out = "<";
    return out.append(name).append(">").append(markup_escaped(text)).append("</").append(name)
           + ">\n";
}

std::string author(std::string_view name) {
    return "<author><name>" + markup_escaped(name) + "</name></author>\n";
}

std::string link(std::string_view rel, std::string_view type, const std::string& href) {
    std::string out = "<link rel=\"";
    out.append(rel).append("\"");
    if (!type.empty()) out.append(" type=\"").append(type).append("\"");
    return out + " href=\"" + markup_escaped(href) + "\"/>\n";
}

/// The moment of a stated day as RFC 3339 wants it; empty for any date that is less than a day.
std::string published_moment(const archive::Date& date) {
    const bool of_a_day =
        date.certainty == Certainty::stated && date.span.first == date.span.last
        && (date.precision == Precision::day || date.precision == Precision::minute);
    if (!of_a_day) return {};
    // Without an offset the time of day would name another instant than was meant.
    const int minute = date.utc_offset ? date.minute_of_day.value_or(0) : 0;
    const int offset = date.utc_offset.value_or(0);
    std::array<char, 40> time{};
    std::snprintf(time.data(), time.size(), "T%02d:%02d:00", minute / 60, minute % 60);
    auto moment = archive::iso_day(date.span.first) + time.data();
    if (offset == 0) return moment + "Z";
    std::snprintf(time.data(), time.size(), "%c%02d:%02d", offset < 0 ? '-' : '+',
                  std::abs(offset) / 60, std::abs(offset) % 60);
    return moment + time.data();
}

std::string entry_title(const Article& article) {
    auto title = article.title.empty() ? "Untitled" : article.title;
    if (article.published.certainty == Certainty::inferred)
        title += " (date inferred: " + cited_date(article.published) + ")";
    return title;
}

std::string authors(const Article& article) {
    std::string out;
    for (const auto& name : article.authors) out += author(name);
    if (out.empty() && !article.source.empty()) out += author(article.source);
    return out;
}

std::string entry(const archive::ResultRow& row, const std::string& origin) {
    const auto& article = row.article;
    std::string out = "<entry>\n";
    out += element("id", "urn:dateline:" + article.id);
    out += element("title", entry_title(article));
    out += link("alternate", "text/html", origin + "/articles/" + article.id);
    if (!article.url.empty()) out += link("via", {}, article.url);
    out += element("updated", utc_moment(row.added));
    const auto published = published_moment(article.published);
    if (!published.empty()) out += element("published", published);
    out += authors(article);
    for (const auto& tag : article.tags)
        out += "<category term=\"" + markup_escaped(tag) + "\"/>\n";
    const auto summary = plain_text(row.snippet);
    if (!summary.empty()) out += element("summary", summary);
    return out + "</entry>\n";
}

}  // namespace

std::string atom_feed(const FeedFacts& facts, const std::vector<archive::ResultRow>& rows) {
    std::string out =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<feed xmlns=\"http://www.w3.org/2005/Atom\">\n";
    out += element("id", facts.origin + facts.self);
    out += element("title", facts.title);
    out += element("updated", utc_moment(rows.empty() ? facts.updated : rows.front().added));
    out += link("self", "application/atom+xml", facts.origin + facts.self);
    out += link("alternate", "text/html", facts.origin + facts.page);
    out += author("Dateline");
    for (const auto& row : rows) out += entry(row, facts.origin);
    return out + "</feed>\n";
}

}  // namespace server
