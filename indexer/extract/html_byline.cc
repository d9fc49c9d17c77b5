// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/html_byline.h"

#include "archive/base/fold.h"
#include "archive/base/text.h"
#include "indexer/analysis/bylines.h"
#include "indexer/extract/html_outlet.h"
#include "indexer/extract/page_byline.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace indexer {

namespace {

/// Meta names of the author, the surest first.
constexpr std::array<std::string_view, 16> author_names{"author",
                                                        "parsely-author",
                                                        "sailthru.author",
                                                        "article:author",
                                                        "dc.creator",
                                                        "dcterms.creator",
                                                        "dc:creator",
                                                        "citation_author",
                                                        "byl",
                                                        "cxenseparse:author",
                                                        "article:author_name",
                                                        "article.author",
                                                        "og:article:author",
                                                        "article_author",
                                                        "authors",
                                                        "creator"};

/// What twitter:label1 says in front of the author.
constexpr std::array<std::string_view, 12> written_by{
    "written by",  "verfasst von",   "geschrieben von", "écrit par",
    "escrito por", "scritto da",     "geschreven door", "skrevet av",
    "skriven av",  "napisane przez", "автор",           "author"};

/// Addresses, handles and numbers say no name.
bool is_byline(std::string_view line) {
    const bool address =
        line.find("://") != std::string_view::npos || line.find('@') == 0
        || (line.find('@') != std::string_view::npos && line.find(' ') == std::string_view::npos);
    const bool number = std::all_of(line.begin(), line.end(), [](char c) {
        return (c >= '0' && c <= '9') || c == ' ' || c == '.' || c == '-' || c == '_';
    });
    return !address && !number;
}

std::string joined(const std::vector<std::string>& names) {
    std::string line;
    for (const auto& name : names) {
        if (!is_byline(name)) continue;
        if (!line.empty()) line += "; ";
        line += name;
    }
    return line;
}

/// The bylines of the head, the surest first; none is empty.
std::vector<std::string> stated_lines(const PageMetadata& metadata) {
    std::vector<std::string> lines;
    const auto add = [&](std::string line) {
        if (!line.empty()) lines.push_back(std::move(line));
    };
    add(joined(metadata.linked.authors));
    for (const auto name : author_names) {
        std::vector<std::string> values;
        for (const auto& [key, value] : metadata.author_values) {
            if (key == name && std::find(values.begin(), values.end(), value) == values.end()) {
                values.push_back(value);
            }
        }
        add(joined(values));
    }
    const auto label = archive::folded(metadata.first_of({"twitter:label1"}));
    const bool says_author =
        std::any_of(written_by.begin(), written_by.end(),
                    [&](std::string_view words) { return archive::folded(words) == label; });
    if (says_author) add(joined({plain_text(metadata.first_of({"twitter:data1"}))}));
    add(joined({plain_text(metadata.first_of({"twitter:misc:written by"}))}));
    return lines;
}

/// Of "The Gull, Ida Brandt" the person stays, of "The Gull, Hamburg, Germany" the outlet.
void drop_outlet(const Outlet& outlet, std::vector<std::string>& names) {
    const auto is_outlet = [&](const std::string& name) { return outlet.is_named_in(name); };
    if (std::none_of(names.begin(), names.end(), is_outlet)) return;
    const auto is_person = [&](const std::string& name) {
        return is_full_name(name) && !is_outlet(name);
    };
    const bool persons = std::any_of(names.begin(), names.end(), is_person);
    names.erase(std::remove_if(names.begin(), names.end(),
                               [&](const std::string& name) {
                                   return persons ? !is_person(name) : !is_outlet(name);
                               }),
                names.end());
}

}  // namespace

bool is_author_name(std::string_view meta_name) {
    return std::find(author_names.begin(), author_names.end(), meta_name) != author_names.end();
}

void put_byline(const PageTree& page, const PageMetadata& metadata, const HtmlBody& body,
                archive::Article& article) {
    const Outlet outlet(metadata, article.url);
    const auto names_person = [&](const std::string& line) {
        const auto names = authors_in(line);
        return std::any_of(names.begin(), names.end(), [&](const std::string& name) {
            return is_full_name(name) && !outlet.is_named_in(name);
        });
    };
    const auto names_no_outlet = [&](const std::string& line) {
        const auto names = authors_in(line);
        return !names.empty() && std::none_of(names.begin(), names.end(), [&](const auto& name) {
            return outlet.is_named_in(name);
        });
    };
    auto lines = stated_lines(metadata);
    auto chosen = std::find_if(lines.begin(), lines.end(), names_person);
    if (chosen == lines.end()) {
        // German writes all nouns large: two words alone are a subhead more often than a name
        const auto names_alone =
            article.language == "de" ? NamesAlone::ignored : NamesAlone::counted;
        for (auto& line :
             {byline_element(page, body, metadata.h1_node), signature(page, body, names_alone)}) {
            if (!line.empty()) lines.push_back(line);
        }
        chosen = std::find_if(lines.begin(), lines.end(), names_person);
    }
    if (lines.empty()) return;
    if (chosen == lines.end()) chosen = std::find_if(lines.begin(), lines.end(), names_no_outlet);
    article.byline = chosen == lines.end() ? std::move(lines.front()) : std::move(*chosen);
    article.authors = authors_in(article.byline);
    drop_outlet(outlet, article.authors);
}

}  // namespace indexer
