// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/html_metadata.h"

#include "archive/base/fold.h"
#include "archive/base/limits.h"
#include "archive/base/text.h"
#include "indexer/analysis/bylines.h"
#include "indexer/analysis/language.h"
#include "indexer/extract/line_shape.h"
#include "indexer/extract/page_text.h"

#include <algorithm>

namespace indexer {

namespace {

using archive::TitleBasis;

bool starts(std::string_view text, std::string_view begin) {
    return text.substr(0, begin.size()) == begin;
}

bool is_address(std::string_view text) {
    return starts(text, "http://") || starts(text, "https://");
}

/// Meta values may hold entities twice encoded, and any white space.
std::string plain(std::string_view text) {
    std::string folded;
    if (text.find('&') != std::string_view::npos) {
        append_folded(folded, text_without_tags(text));
    } else {
        append_folded(folded, text);
    }
    return std::string(archive::trimmed(folded));
}

void read_meta(const PageTree& page, int node, PageMetadata& found) {
    std::string_view value = page.attribute(node, "content");
    if (value.empty()) value = page.attribute(node, "datetime");
    if (value.empty()) return;
    for (const std::string_view key : {"property", "name", "itemprop", "http-equiv"}) {
        const std::string name = archive::ascii_lower(page.attribute(node, key));
        if (name.empty()) continue;
        if (name == "article:tag") found.article_tags.push_back(plain(value));
        found.meta.emplace(name, value);
    }
}

void read_heading(const PageTree& page, int node, PageMetadata& found) {
    const std::string text = text_inside(page, node);
    if (text.empty()) return;
    const bool better = !starts(found.title_tag, found.h1) && starts(found.title_tag, text);
    if (found.h1.empty() || better) {
        found.h1 = text;
        found.h1_node = node;
    }
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

/// "Reuters https://facebook.com/x" and the like say no name.
std::string names_in_meta(std::string_view value) {
    const auto text = archive::trimmed(value);
    return is_address(text) || text.find('@') == 0 ? std::string() : plain(text);
}

void put_title(const PageMetadata& metadata, archive::Article& article) {
    const auto meta =
        metadata.first_of({"og:title", "parsely-title", "sailthru.title", "twitter:title",
                           "dc.title", "headline", "citation_title"});
    struct Choice {
        std::string text;
        TitleBasis basis;
    };
    const Choice choices[]{{metadata.linked.headline, TitleBasis::jsonld},
                           {plain(meta), TitleBasis::meta},
                           {metadata.h1, TitleBasis::h1},
                           {metadata.title_tag, TitleBasis::meta}};
    for (const auto& choice : choices) {
        if (choice.text.empty()) continue;
        article.title = archive::cut(choice.text, archive::limits::title_bytes);
        article.title_basis = choice.basis;
        return;
    }
}

void put_byline(const PageMetadata& metadata, archive::Article& article) {
    for (const auto& author : metadata.linked.authors) {
        if (!article.byline.empty()) article.byline += "; ";
        article.byline += author;
    }
    if (article.byline.empty()) {
        for (const std::string_view name :
             {"author", "parsely-author", "sailthru.author", "article:author", "dc.creator", "byl",
              "cxenseparse:author", "article:author_name", "twitter:data1"}) {
            article.byline = names_in_meta(metadata.first_of({name}));
            if (!article.byline.empty()) break;
        }
    }
    article.authors = authors_in(article.byline);
}

}  // namespace

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
                    found.canonical = archive::trimmed(page.attribute(i, "href"));
                }
                break;
            case Tag::title:
                if (found.title_tag.empty()) found.title_tag = text_inside(page, i);
                break;
            case Tag::h1: read_heading(page, i, found); break;
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
    put_title(metadata, article);
    put_byline(metadata, article);
    article.standfirst = metadata.linked.description;
    if (article.standfirst.empty()) {
        article.standfirst =
            plain(metadata.first_of({"og:description", "description", "twitter:description",
                                     "dc.description", "sailthru.description"}));
    }
    article.source = metadata.linked.publisher;
    if (article.source.empty() || is_address(article.source)) {
        article.source = plain(metadata.first_of(
            {"og:site_name", "application-name", "dc.publisher", "cre", "source"}));
    }
    article.section = metadata.linked.section;
    if (article.section.empty()) {
        article.section =
            plain(metadata.first_of({"article:section", "parsely-section", "section",
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
    for (const std::string_view address :
         {std::string_view(metadata.canonical), metadata.first_of({"og:url"}), url}) {
        if (is_address(address)) {
            article.url = address;
            break;
        }
    }
    if (article.source.empty()) article.source = host_of(article.url);
}

std::vector<std::string> all_titles(const PageMetadata& metadata, const archive::Article& article) {
    std::vector<std::string> titles;
    std::vector<std::string> seen;
    for (const std::string_view title :
         {std::string_view(article.title), std::string_view(metadata.linked.headline),
          metadata.first_of({"og:title"}), std::string_view(metadata.h1)}) {
        std::string text = plain(title);
        std::string key = archive::folded_words(text);
        if (key.empty() || std::find(seen.begin(), seen.end(), key) != seen.end()) continue;
        seen.push_back(std::move(key));
        titles.push_back(std::move(text));
    }
    return titles;
}

}  // namespace indexer
