// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/feed.h"

#include "archive/base/text.h"
#include "archive/index/identity.h"
#include "indexer/readers/article_body.h"
#include "indexer/readers/html.h"
#include "indexer/readers/record_values.h"
#include "indexer/readers/wordpress.h"
#include "indexer/readers/xml_articles.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace indexer {

namespace {

bool is_media(const XmlNode& node) {
    return node.prefix() == "media" || node.space().find("mrss") != std::string_view::npos;
}

bool is_podcast(const XmlNode& node) {
    return node.prefix() == "itunes" || node.space().find("itunes.com") != std::string_view::npos;
}

/// The child of a name that is the feed's own or of Dublin Core, not that of a picture or a
/// podcast; one without a prefix wins.
XmlNode own(const XmlNode& item, std::string_view name) {
    XmlNode best;
    for (const auto& node : item.children(name)) {
        if (is_media(node) || is_podcast(node)) continue;
        if (node.prefix().empty()) return node;
        if (!best) best = node;
    }
    return best;
}

XmlNode first_of(const XmlNode& item, std::initializer_list<std::string_view> names) {
    for (const auto name : names) {
        if (const XmlNode node = own(item, name); node && !node.line().empty()) return node;
    }
    return {};
}

/// What the feed says of itself: the channel, Atom's feed.
XmlNode head_of(const XmlNode& item) {
    const XmlNode around = item.parent();
    const XmlNode channel = around.child("channel");
    return channel && !around.child("title") ? channel : around;
}

/// A field that may be HTML: RSS and Atom's type="html" write tags as references.
std::string field_line(const XmlNode& node) {
    if (!node) return {};
    const auto type = node.attribute("type");
    if (type == "text" || type == "text/plain") return node.line();
    return plain_line(markup_of(node));
}

/// A text as article_from_body() tells HTML from plain text: what feeds write is HTML even when it
/// holds no tag but rare ones, or only references.
std::string body_text(const XmlNode& node) {
    std::string text = markup_of(node);
    const auto type = node.attribute("type");
    if (type == "text" || type == "text/plain" || has_markup(text)) return text;
    if (text.find('<') == std::string::npos) return without_references(text);
    return "<div>" + text + "</div>";
}

/// Whether a link leads to the article's page.
bool is_page_link(const XmlNode& link) {
    const auto rel = link.attribute("rel");
    const auto type = link.attribute("type");
    return (rel.empty() || rel == "alternate")
           && (type.empty() || type.find("html") != std::string_view::npos);
}

std::string address(const XmlNode& item) {
    std::vector<std::string> candidates{item.child("origLink").line()};
    for (const auto& link : item.children("link")) {
        const std::string href(link.attribute("href"));
        if (!is_page_link(link)) continue;
        candidates.push_back(href.empty() ? link.line() : href);
    }
    const XmlNode guid = item.child("guid");
    if (guid && guid.attribute("isPermaLink") != "false") candidates.push_back(guid.line());
    candidates.push_back(item.child("id").line());
    candidates.emplace_back(item.attribute("about"));
    for (auto& candidate : candidates) {
        if (!archive::canonical_url(candidate).empty()) return std::move(candidate);
    }
    return {};
}

/// "ann@courier.example (Ann Lee)" is Ann Lee; an address alone is nobody's name.
std::string person_of(std::string name) {
    const auto open = name.find('(');
    const auto close = name.rfind(')');
    if (name.find('@') == std::string::npos) return name;
    if (open == std::string::npos || close == std::string::npos || close < open) return {};
    return std::string(archive::trimmed(std::string_view(name).substr(open + 1, close - open - 1)));
}

std::vector<std::string> people(const XmlNode& item) {
    std::vector<std::string> names;
    for (const auto name : {"creator", "author"}) {
        for (const auto& node : item.children(name)) {
            if (is_media(node) || is_podcast(node)) continue;
            const XmlNode inner = node.child("name");
            add_line(names, person_of(inner ? inner.line() : field_line(node)));
        }
        if (!names.empty()) return names;
    }
    for (const auto& node : item.children("author")) {
        if (is_podcast(node)) add_line(names, person_of(node.line()));
    }
    return names;
}

void put_people(StatedFields& stated, std::vector<std::string> names) {
    // One string may name several people: reading it is the analysis' work.
    if (names.size() == 1)
        stated.byline = std::move(names.front());
    else
        stated.authors = std::move(names);
}

/// Categories, and the sections among them.
void put_subjects(StatedFields& stated, const XmlNode& item, bool wordpress) {
    for (const auto name : {"category", "subject"}) {
        for (const auto& node : item.children(name)) {
            if (is_media(node)) continue;
            std::string term(node.attribute("label"));
            if (term.empty()) term = field_line(node);
            if (term.empty()) term = std::string(node.attribute("term"));
            if (term.empty()) term = std::string(node.attribute("text"));
            const bool section = wordpress && node.attribute("domain") == "category";
            if (section && stated.section.empty() && term != "Uncategorized") {
                stated.section = term;
            } else {
                add_line(stated.tags, std::move(term));
            }
        }
    }
    for (const auto& node : item.children("keywords")) {
        add_keywords(stated.tags, node.line());
    }
    if (stated.section.empty()) stated.section = first_of(item, {"section"}).line();
}

/// Captions, and what a film's page says where the item has no text of its own.
void put_captions(StatedFields& stated, const XmlNode& item) {
    for (const auto name : {"description", "text"}) {
        for (const auto& node : item.all(name)) {
            if (is_media(node)) add_line(stated.captions, plain_line(markup_of(node)));
        }
    }
}

void put_dates(StatedFields& stated, const XmlNode& item, bool wordpress) {
    const auto line = [&](std::string_view name) { return own(item, name).line(); };
    // WordPress keeps the day on the spot beside that in Greenwich.
    stated.published = stated_date({wordpress ? line("post_date") : "", line("published"),
                                    line("pubDate"), line("pubdate"), line("issued"),
                                    line("created"), line("date"), line("publicationDate")});
    stated.updated = stated_date({wordpress ? line("post_modified") : "", line("updated"),
                                  line("modified"), line("dateUpdated")});
}

/// The item's whole text, where it brings it.
std::string whole_text(const XmlNode& item, bool wordpress) {
    for (const auto& node : item.children("encoded")) {
        if (node.prefix() == "excerpt" || node.space().find("/excerpt") != std::string_view::npos) {
            continue;
        }
        if (node.line().empty()) continue;
        return wordpress ? html_of_post(markup_of(node)) : body_text(node);
    }
    for (const auto name : {"content", "body", "fulltext", "fullText"}) {
        for (const auto& node : item.children(name)) {
            if (!is_media(node) && !node.line().empty()) return body_text(node);
        }
    }
    return {};
}

std::string excerpt(const XmlNode& item) {
    for (const auto& node : item.children("encoded")) {
        const bool is_excerpt =
            node.prefix() == "excerpt" || node.space().find("/excerpt") != std::string_view::npos;
        if (is_excerpt && !node.line().empty()) return body_text(node);
    }
    for (const auto name : {"description", "summary", "abstract", "tagline"}) {
        const XmlNode node = own(item, name);
        if (node && !node.line().empty()) return body_text(node);
    }
    return {};
}

Record article_of(const XmlNode& item) {
    const bool wordpress = is_wordpress_item(item);
    if (wordpress) {
        if (std::string why = why_no_post(item); !why.empty()) return skipped_record(1, why);
    }
    const XmlNode head = head_of(item);
    StatedFields stated;
    stated.title = field_line(first_of(item, {"title"}));
    stated.url = address(item);
    stated.external_id = first_of(item, {"guid", "id", "identifier"}).line();
    // A page of the same address brings more than its feed: they are two articles.
    if (stated.external_id.empty()) stated.external_id = stated.url;

    const XmlNode source = own(item, "source");
    stated.source = source.child("title") ? field_line(source.child("title")) : field_line(source);
    if (stated.source.empty()) stated.source = field_line(own(item, "publisher"));
    if (stated.source.empty()) stated.source = field_line(own(head, "title"));

    auto names = people(item);
    if (names.empty() && item.is("entry")) names = people(head);
    if (wordpress) {
        for (auto& name : names) name = shown_author(head, name);
    }
    put_people(stated, std::move(names));
    put_subjects(stated, item, wordpress);
    put_dates(stated, item, wordpress);
    put_captions(stated, item);
    for (const auto& node : {item, head, head.parent()}) {
        if (stated.language.empty()) stated.language = own(node, "language").line();
        if (stated.language.empty()) stated.language = std::string(node.attribute("lang"));
    }

    std::string body = whole_text(item, wordpress);
    const std::string summary = excerpt(item);
    if (archive::trimmed(body).empty())
        body = summary;
    else
        stated.standfirst = plain_line(summary);
    if (archive::trimmed(body).empty() && !stated.captions.empty()) {
        body = std::exchange(stated.captions, {}).front();
    }
    return article_record(body, stated);
}

}  // namespace

bool FeedReader::recognises(std::string_view head) const {
    const std::string tag = first_tag(head);
    const std::string root = tag.substr(tag.find(':') + 1);
    if (root == "rss" || root == "feed") return true;
    if (root != "rdf") return false;
    return head.find("purl.org/rss") != std::string_view::npos
           || head.find("netscape.com/rdf") != std::string_view::npos
           || head.find("<item") != std::string_view::npos
           || head.find("<channel") != std::string_view::npos;
}

void FeedReader::read(Bytes& bytes, const Origin& origin, const RecordSink& sink) const {
    read_xml_articles(
        bytes, origin, sink,
        {name(), [](const XmlNode& element) { return element.is("item") || element.is("entry"); },
         article_of});
}

}  // namespace indexer
