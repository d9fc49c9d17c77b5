// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/feed.h"

#include "archive/base/text.h"
#include "archive/index/identity.h"
#include "indexer/extract/html_phrases.h"
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

/// The address that those below it are meant from (xml:base), else that of the feed's page.
std::string base_of(const XmlNode& link) {
    for (XmlNode node = link; node; node = node.parent()) {
        const std::string base(node.attribute("base"));
        if (!archive::canonical_url(base).empty()) return base;
    }
    const XmlNode head = head_of(link.parent());
    for (const auto& own : head.children("link")) {
        const std::string href(own.attribute("href"));
        const std::string page = href.empty() ? own.line() : href;
        if (!archive::canonical_url(page).empty()) return page;
    }
    return {};
}

/// "2021/quay.html" and "/2021/quay.html" from `base`; any other address as it is.
std::string resolved(std::string address, const std::string& base) {
    const auto scheme = base.find("://");
    const bool relative = !address.empty() && address.find(':') == std::string::npos
                          && address.find_first_of(" #") == std::string::npos;
    if (!relative || scheme == std::string::npos) return address;
    const auto path = std::min(base.find_first_of("/?#", scheme + 3), base.size());
    if (address.starts_with("//")) return base.substr(0, scheme + 1) + address;
    if (address.starts_with('/')) return base.substr(0, path) + address;
    const auto end = std::min(base.find_first_of("?#"), base.size());
    const auto folder = base.rfind('/', end);
    if (path == end || folder == std::string::npos || folder < path) {
        return base.substr(0, path) + "/" + address;
    }
    return base.substr(0, folder + 1) + address;
}

std::string address(const XmlNode& item) {
    std::vector<std::string> candidates{item.child("origLink").line()};
    for (const auto& link : item.children("link")) {
        const std::string href(link.attribute("href"));
        if (!is_page_link(link)) continue;
        candidates.push_back(resolved(href.empty() ? link.line() : href, base_of(link)));
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

/// Blogger's word for what an entry of its export is: "post", "comment", "settings"; empty in any
/// other feed.
std::string blogger_kind(const XmlNode& item) {
    for (const auto& node : item.children("category")) {
        if (node.attribute("scheme").find("/g/2005#kind") == std::string_view::npos) continue;
        const auto term = node.attribute("term");
        return std::string(term.substr(term.rfind('#') + 1));
    }
    return {};
}

/// Categories, and the sections among them.
void put_subjects(StatedFields& stated, const XmlNode& item, bool wordpress) {
    for (const auto name : {"category", "subject"}) {
        for (const auto& node : item.children(name)) {
            if (is_media(node)) continue;
            if (node.attribute("scheme").find("/g/2005#kind") != std::string_view::npos) continue;
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
    for (const auto& node : item.children("summary")) {
        if (is_podcast(node) && !node.line().empty()) return body_text(node);
    }
    return {};
}

/// A link that ends a paragraph and only leads to the whole story gets a line of its own, as it is
/// no text of the story: "... said. <a href=..>Read more</a>".
std::string with_parted_link(std::string html) {
    constexpr std::size_t longest = 60;
    const auto open = html.rfind("<a ");
    if (open == std::string::npos) return html;
    const auto text = html.find('>', open);
    const auto close = html.find("</a>", open);
    if (text == std::string::npos || close == std::string::npos || close < text) return html;
    const std::string rest = plain_line("<p>" + html.substr(close + 4) + "</p>");
    const std::string words = plain_line("<p>" + html.substr(text + 1, close - text - 1) + "</p>");
    if (!rest.empty() || words.size() > longest || !points_elsewhere(words)) return html;
    html.insert(open, "<p>");
    return html;
}

/// "The post Quay closed appeared first on The Coast.", which WordPress puts below summaries.
std::string without_origin(std::string line) {
    constexpr std::size_t longest = 400;
    for (const std::string_view begin :
         {"The post ", "Der Beitrag ", "L\u2019article ", "L'article ", "La entrada ",
          "L\u2019articolo ", "L'articolo ", "O post ", "Het bericht ", "Inl\u00e4gget "}) {
        const auto at = line.rfind(begin);
        if (at == std::string::npos || line.size() - at > longest) continue;
        if (!tells_origin(std::string_view(line).substr(at))) continue;
        line.resize(at);
        break;
    }
    return std::string(archive::trimmed(line));
}

/// "Quay closed - The Coast" where the source is "The Coast", as feeds of search engines write it.
std::string without_outlet(std::string title, const std::string& source) {
    const std::string end = " - " + source;
    if (!source.empty() && title.size() > end.size() && title.ends_with(end)) {
        title.resize(title.size() - end.size());
    }
    return title;
}

Record article_of(const XmlNode& item) {
    const bool wordpress = is_wordpress_item(item);
    if (wordpress) {
        if (std::string why = why_no_post(item); !why.empty()) return skipped_record(1, why);
    }
    if (const std::string kind = blogger_kind(item); !kind.empty() && kind != "post") {
        return skipped_record(1, "of a weblog, and no post: " + kind);
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
    stated.title = without_outlet(std::move(stated.title), stated.source);
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
        stated.standfirst = without_origin(plain_line(summary));
    if (archive::trimmed(body).empty() && !stated.captions.empty()) {
        body = std::exchange(stated.captions, {}).front();
    }
    return article_record(with_parted_link(std::move(body)), stated);
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
