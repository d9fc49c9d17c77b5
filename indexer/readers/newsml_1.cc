// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/newsml_1.h"

#include "archive/base/text.h"
#include "indexer/analysis/agencies.h"
#include "indexer/readers/article_body.h"
#include "indexer/readers/html.h"
#include "indexer/readers/nitf.h"
#include "indexer/readers/record_values.h"
#include "indexer/readers/xml_articles.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace indexer {

namespace {

std::string formal_name(const XmlNode& node) {
    return clean_line(node.attribute("FormalName"));
}

/// The text of a line that may hold markup of its own.
std::string news_line(const XmlNode& node) {
    return plain_line(markup_of(node));
}

/// The role of a component, in small letters: "main", "caption".
std::string role_of(const XmlNode& component) {
    return archive::ascii_lower(formal_name(component.child("Role")));
}

/// The text that stands in a component itself, not in those within it.
AgencyText own_text(const XmlNode& component, StatedFields& stated) {
    AgencyText text;
    for (const auto& content : component.children("ContentItem")) {
        for (const auto name : {"DataContent", "InlineData"}) {
            const XmlNode holder = content.child(name);
            if (!holder) continue;
            if (const XmlNode nitf = holder.find("nitf")) {
                NitfArticle inner = nitf_article(nitf);
                text = std::move(inner.text);
                if (stated.title.empty()) stated.title = std::move(inner.stated.title);
                if (stated.byline.empty()) stated.byline = std::move(inner.stated.byline);
                if (stated.dateline.empty()) stated.dateline = std::move(inner.stated.dateline);
                if (stated.standfirst.empty()) {
                    stated.standfirst = std::move(inner.stated.standfirst);
                }
            } else {
                const XmlNode body = holder.find("body.content");
                text = agency_text(body ? body : holder);
            }
            if (!text.empty()) return text;
        }
    }
    return text;
}

/// The article's text and the captions of its pictures.
AgencyText text_of(const XmlNode& item, StatedFields& stated) {
    const auto components = item.all("NewsComponent");
    AgencyText chosen;
    bool main = false;
    std::vector<std::string> captions;
    for (const auto& component : components) {
        const std::string role = role_of(component);
        AgencyText text = own_text(component, stated);
        if (role.find("caption") != std::string::npos) {
            for (auto& line : text.paragraphs) captions.push_back(std::move(line));
            continue;
        }
        const bool better = chosen.empty() || (!main && role == "main");
        if (text.empty() || !better) continue;
        main = role == "main";
        chosen = std::move(text);
    }
    for (auto& caption : captions) chosen.captions.push_back(std::move(caption));
    return chosen;
}

void put_identity(StatedFields& stated, const XmlNode& item) {
    const XmlNode identifier = item.child("Identification", "NewsIdentifier");
    const XmlNode revision = identifier.child("RevisionId");
    stated.version = whole_number(revision.line());
    const std::string provider = identifier.child("ProviderId").line();
    const std::string id = identifier.child("NewsItemId").line();
    if (id.empty()) {
        stated.external_id = identifier.child("PublicIdentifier").line();
    } else {
        stated.external_id =
            "urn:newsml:" + provider + ':' + identifier.child("DateId").line() + ':' + id;
    }
    stated.source = outlet_of(provider);
}

void put_lines(StatedFields& stated, const XmlNode& item) {
    std::vector<std::string> titles;
    for (const auto& lines : item.all("NewsLines")) {
        for (const auto& line : lines.children("HeadLine")) add_line(titles, news_line(line));
        for (const auto& line : lines.children("SubHeadLine")) {
            if (stated.standfirst.empty()) stated.standfirst = news_line(line);
        }
        for (const auto& line : lines.children("ByLine")) {
            if (stated.byline.empty()) stated.byline = news_line(line);
        }
        for (const auto& line : lines.children("DateLine")) {
            std::string text = news_line(line);
            const bool place = !text.empty() && (text[0] < '0' || text[0] > '9');
            if (stated.dateline.empty() && place) stated.dateline = std::move(text);
        }
        for (const auto& line : lines.children("KeywordLine"))
            add_keywords(stated.tags, line.line());
        // Pictures and other versions have lines of their own further in.
        if (!titles.empty()) break;
    }
    if (titles.empty()) return;
    stated.title = titles.front();
    stated.more_titles.assign(titles.begin() + 1, titles.end());
}

void put_agency(StatedFields& stated, const XmlNode& item) {
    std::vector<std::string> texts{item.find("CreditLine").line()};
    for (const auto name : {"Provider", "Source"}) {
        for (const auto& party : item.find(name).children("Party")) {
            texts.push_back(formal_name(party));
        }
    }
    for (const auto& text : texts) add_agencies(stated.agency, text);
    for (const auto& text : texts) {
        if (stated.source.empty()) stated.source = text;
    }
}

void put_subjects(StatedFields& stated, const XmlNode& item) {
    const XmlNode described = item.find("DescriptiveMetadata");
    stated.language = archive::ascii_lower(formal_name(described.child("Language")));
    if (stated.language.empty()) stated.language = clean_line(item.attribute("lang"));
    for (const auto& property : described.all("Property")) {
        const std::string kind = archive::ascii_lower(formal_name(property));
        std::string value = clean_line(property.attribute("Value"));
        if (kind == "keyword")
            add_line(stated.tags, std::move(value));
        else if (kind == "city")
            add_line(stated.places, std::move(value));
        else if (kind == "section" && stated.section.empty())
            stated.section = std::move(value);
    }
    if (stated.section.empty()) {
        stated.section = formal_name(item.find("NewsProduct").parent().child("Section"));
    }
}

Record article_of(const XmlNode& item) {
    StatedFields stated;
    put_identity(stated, item);
    put_lines(stated, item);
    put_agency(stated, item);
    const XmlNode managed = item.child("NewsManagement");
    const bool instructed = is_withdrawal(managed.child("Instruction").attribute("FormalName"));
    if (instructed || is_withdrawal(managed.child("Status").attribute("FormalName"))) {
        return withdrawn_record(stated);
    }
    put_subjects(stated, item);
    stated.published =
        stated_date({managed.child("FirstCreated").line(), item.find("DateLineDate").line(),
                     managed.child("ThisRevisionCreated").line(),
                     item.child("Identification", "NewsIdentifier", "DateId").line()});
    stated.updated = stated_date({managed.child("ThisRevisionCreated").line()});
    if (stated.updated && stated.published
        && stated.updated->evidence == stated.published->evidence) {
        stated.updated.reset();
    }
    const XmlNode slug = item.find("SlugLine");
    if (!slug.line().empty()) stated.other.emplace_back("slugline", slug.line());
    AgencyText text = text_of(item, stated);
    if (text.empty() && stated.title.empty()) return skipped_record(1, "an item without a text");
    return agency_record(std::move(text), std::move(stated));
}

}  // namespace

bool Newsml1Reader::recognises(std::string_view head) const {
    const std::string tag = first_tag(head);
    return tag.substr(tag.find(':') + 1) == "newsml";
}

void Newsml1Reader::read(Bytes& bytes, const Origin& origin, const RecordSink& sink) const {
    read_xml_articles(
        bytes, origin, sink,
        {name(), [](const XmlNode& element) { return element.is("NewsItem"); }, article_of});
}

}  // namespace indexer
