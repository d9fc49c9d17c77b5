// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/news_sitemap.h"

#include "indexer/readers/article_body.h"
#include "indexer/readers/html.h"
#include "indexer/readers/xml_articles.h"

#include <string>
#include <utility>

namespace indexer {

namespace {

Record article_of(const XmlNode& entry) {
    const XmlNode news = entry.child("news");
    if (!news) return skipped_record(1, "an address without news");
    StatedFields stated;
    stated.url = entry.child("loc").line();
    stated.external_id = stated.url;  // the page itself is another article
    stated.title = plain_line(news.child("title").text());
    // Both stand in "publication", and beside it in files made by hand.
    const XmlNode publication = news.child("publication");
    for (const auto& node : {publication, news}) {
        if (stated.source.empty()) stated.source = plain_line(node.child("name").text());
        if (stated.language.empty()) stated.language = node.child("language").line();
    }
    stated.published = stated_date({news.child("publication_date").line()});
    stated.updated = stated_date({entry.child("lastmod").line()});
    add_keywords(stated.tags, news.child("keywords").line());
    for (const auto& image : entry.children("image")) {
        add_line(stated.captions, plain_line(image.child("caption").text()));
    }
    return article_record({}, stated);
}

}  // namespace

bool NewsSitemapReader::recognises(std::string_view head) const {
    const std::string tag = first_tag(head);
    return tag.substr(tag.find(':') + 1) == "urlset"
           && (head.find("sitemap-news") != std::string_view::npos
               || head.find("<news:") != std::string_view::npos);
}

void NewsSitemapReader::read(Bytes& bytes, const Origin& origin, const RecordSink& sink) const {
    read_xml_articles(
        bytes, origin, sink,
        {name(), [](const XmlNode& element) { return element.is("url"); }, article_of});
}

}  // namespace indexer
