// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/html_metadata.h"

#include "archive/base/fold.h"
#include "archive/base/limits.h"
#include "archive/base/text.h"
#include "indexer/analysis/language.h"
#include "indexer/extract/class_words.h"
#include "indexer/extract/html_byline.h"
#include "indexer/extract/html_titles.h"
#include "indexer/extract/line_shape.h"
#include "indexer/extract/page_text.h"
#include "indexer/extract/saved_pages.h"

#include <algorithm>

namespace indexer {

namespace {

bool starts(std::string_view text, std::string_view begin) {
    return text.substr(0, begin.size()) == begin;
}

bool is_address(std::string_view text) {
    return starts(text, "http://") || starts(text, "https://");
}

void read_meta(const PageTree& page, int node, PageMetadata& found) {
    std::string_view value = page.attribute(node, "content");
    if (value.empty()) value = page.attribute(node, "datetime");
    if (value.empty()) return;
    constexpr std::size_t most_authors = 16;
    for (const std::string_view key : {"property", "name", "itemprop", "http-equiv"}) {
        const std::string name = archive::ascii_lower(page.attribute(node, key));
        if (name.empty()) continue;
        if (name == "article:tag") found.article_tags.push_back(plain_text(value));
        if (is_author_name(name) && found.author_values.size() < most_authors) {
            found.author_values.emplace_back(name, plain_text(value));
        }
        found.meta.emplace(name, value);
    }
}

/// Whether a heading calls itself the article's: itemprop=headline, class "entry-title".
bool marked_headline(const PageTree& page, int node) {
    if (page.attribute(node, "itemprop").find("headline") != std::string_view::npos) return true;
    const ClassWords words(page.attribute(node, "class"), {});
    return words.has("title") && (words.has("entry") || words.has("post") || words.has("article"));
}

/// "Ferry saved" of "Ferry saved - The Gull": two fifths of the title tag, at one of its ends.
bool is_part(std::string_view title_tag, std::string_view heading) {
    const bool long_enough =
        heading.size() * 5 >= title_tag.size() * 2 && heading.find(' ') != std::string_view::npos;
    return long_enough && heading.size() < title_tag.size()
           && (title_tag.starts_with(heading) || title_tag.ends_with(heading));
}

/// Old weblogs keep h1 for their own name and h2 for the story: a heading that calls itself the
/// article's and stands in the title tag wins, then the h1 that the title tag begins with.
void read_heading(const PageTree& page, int node, PageMetadata& found) {
    constexpr std::size_t shortest_marked = 12;
    if (found.heading_marked) return;
    const std::string text = text_inside(page, node);
    if (text.empty()) return;
    const bool marked = text.size() >= shortest_marked && marked_headline(page, node)
                        && found.title_tag.find(text) != std::string::npos;
    const bool h1 = page.node(node).tag == Tag::h1;
    // No h1: a lesser heading counts that makes up a good part of the title tag.
    const bool part = found.h1.empty() && is_part(found.title_tag, text);
    const bool better = h1 && !starts(found.title_tag, found.h1) && starts(found.title_tag, text);
    const bool first = h1 && (found.h1.empty() || found.heading_guessed);
    if (!marked && !better && !first && !part) return;
    found.heading_guessed = part && !h1 && !marked;
    found.h1 = text;
    found.h1_node = node;
    found.heading_marked = marked;
}

std::string raw_text_inside(const PageTree& page, int node) {
    std::string text;
    for (int i = node; i < page.node(node).end; ++i) {
        if (page.node(i).is_text()) text += page.node(i).text;
    }
    return text;
}

std::string host_of(std::string_view url) {
    const auto at = url.find("://");
    if (at == std::string_view::npos) return {};
    url.remove_prefix(at + 3);
    url = url.substr(0, url.find_first_of("/?#"));
    url.remove_prefix(url.find('@') == std::string_view::npos ? 0 : url.find('@') + 1);
    url = url.substr(0, url.find(':'));
    std::string host = archive::ascii_lower(url);
    return starts(host, "www.") ? host.substr(4) : host;
}

}  // namespace

std::string plain_text(std::string_view text) {
    std::string folded;
    if (text.find('&') != std::string_view::npos) {
        append_folded(folded, text_without_tags(text));
    } else {
        append_folded(folded, text);
    }
    return std::string(archive::trimmed(folded));
}

std::string_view PageMetadata::first_of(std::initializer_list<std::string_view> names) const {
    for (const auto name : names) {
        const auto found = meta.find(name);
        if (found != meta.end() && !archive::trimmed(found->second).empty()) return found->second;
    }
    return {};
}

PageMetadata read_metadata(const PageTree& page, std::string_view url) {
    PageMetadata found;
    std::vector<std::string> scripts;
    for (int i = 0; i < page.size(); ++i) {
        switch (page.node(i).tag) {
            case Tag::html:
                if (found.language.empty()) found.language = page.attribute(i, "lang");
                if (found.language.empty()) found.language = page.attribute(i, "xml:lang");
                break;
            case Tag::meta: read_meta(page, i, found); break;
            case Tag::link:
                if (found.canonical.empty()
                    && archive::ascii_lower(page.attribute(i, "rel")) == "canonical") {
                    found.canonical = original_address(archive::trimmed(page.attribute(i, "href")));
                }
                break;
            case Tag::title:
                if (found.title_tag.empty()) found.title_tag = text_inside(page, i);
                break;
            case Tag::h1:
            case Tag::h2:
            case Tag::h3: read_heading(page, i, found); break;
            case Tag::script:
                if (archive::ascii_lower(page.attribute(i, "type")).find("ld+json")
                    != std::string::npos) {
                    scripts.push_back(raw_text_inside(page, i));
                }
                break;
            default: break;
        }
    }
    const auto address = url.empty() ? std::string_view(found.canonical) : url;
    found.linked = linked_article(scripts, address, found.title_tag);
    return found;
}

void put_fields(const PageMetadata& metadata, std::string_view url, archive::Article& article) {
    put_title(metadata, url, article);
    article.standfirst = metadata.linked.description;
    if (article.standfirst.empty()) {
        article.standfirst = plain_text(
            metadata.first_of({"og:description", "description", "twitter:description",
                               "dc.description", "dcterms.description", "dcterms.abstract",
                               "sailthru.description", "parsely-description"}));
    }
    article.source = metadata.linked.publisher;
    if (article.source.empty() || is_address(article.source)) {
        article.source = plain_text(
            metadata.first_of({"og:site_name", "application-name", "dc.publisher",
                               "dcterms.publisher", "citation_journal_title", "cre", "source"}));
    }
    // A publisher that is only referred to is the house, or the person, behind the outlet.
    if (article.source.empty() && !is_address(metadata.linked.house)) {
        article.source = metadata.linked.house;
    }
    article.section = metadata.linked.section;
    if (article.section.empty()) {
        article.section =
            plain_text(metadata.first_of({"article:section", "parsely-section", "section",
                                          "sailthru.section", "cxenseparse:section", "category"}));
    }
    if (is_address(article.section)) article.section.clear();
    article.tags = metadata.linked.tags.empty() ? metadata.article_tags : metadata.linked.tags;
    std::string_view language = metadata.linked.language;
    if (language_code(language).empty()) language = metadata.language;
    if (language_code(language).empty()) {
        language = metadata.first_of({"og:locale", "content-language", "language", "dc.language"});
    }
    article.language = language_code(language);
    for (const std::string_view address : {std::string_view(metadata.canonical),
                                           original_address(metadata.first_of({"og:url"})), url}) {
        if (is_address(address)) {
            article.url = address;
            break;
        }
    }
    if (article.source.empty()) article.source = host_of(article.url);
}

}  // namespace indexer
