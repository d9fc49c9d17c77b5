// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/nitf.h"

#include "archive/base/fold.h"
#include "archive/base/text.h"
#include "archive/index/identity.h"
#include "indexer/analysis/agencies.h"
#include "indexer/readers/html.h"
#include "indexer/readers/record_values.h"
#include "indexer/readers/xml_articles.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

namespace indexer {

namespace {

std::string value(const XmlNode& node, std::string_view attribute) {
    return clean_line(node.attribute(attribute));
}

/// Text of an element with blanks between its parts, without those called `left_out`.
std::string line_without(const XmlNode& node, std::string_view left_out) {
    std::string line;
    for (XmlNode part = node.first(); part; part = part.next()) {
        if (part.is(left_out)) continue;
        line += part.is_text() ? std::string(part.own_text()) : ' ' + part.text() + ' ';
    }
    return clean_line(line);
}

void put_headlines(StatedFields& stated, const XmlNode& nitf, const XmlNode& body_head) {
    const XmlNode headlines = body_head.find("hedline");
    std::vector<std::string> titles;
    for (const auto& line : headlines.children("hl1")) add_line(titles, line.line());
    if (titles.empty()) add_line(titles, headlines.line());
    add_line(titles, nitf.child("head", "title").line());
    const std::string abstract = body_head.child("abstract").line();
    stated.standfirst = abstract;
    constexpr std::size_t standfirst_words = 5;
    for (const auto& line : headlines.children("hl2")) {
        std::string text = line.line();
        const auto words = std::count(text.begin(), text.end(), ' ') + 1;
        const bool other = std::none_of(titles.begin(), titles.end(), [&](const auto& title) {
            return archive::folded_words(title) == archive::folded_words(text);
        });
        if (!other) continue;
        if (stated.standfirst.empty() && static_cast<std::size_t>(words) >= standfirst_words) {
            stated.standfirst = std::move(text);
        } else {
            add_line(titles, std::move(text));
        }
    }
    if (titles.empty()) return;
    stated.title = titles.front();
    stated.more_titles.assign(titles.begin() + 1, titles.end());
}

void put_byline(StatedFields& stated, const XmlNode& body_head) {
    std::vector<std::string> lines;
    for (const auto& byline : body_head.children("byline")) {
        // The New York Times Annotated Corpus gives "Berg, Ann" beside "By ANN BERG".
        const auto kind = byline.attribute("class");
        if (!lines.empty() && kind.find("normalized") != std::string_view::npos) continue;
        std::string line = line_without(byline, "byttl");
        if (line.empty()) line = byline.line();
        add_line(lines, std::move(line));
    }
    for (const auto& line : lines) stated.byline += (stated.byline.empty() ? "" : ", ") + line;
}

void put_source(StatedFields& stated, const XmlNode& docdata, const XmlNode& pubdata,
                const XmlNode& body_head) {
    const XmlNode doc_id = docdata.child("doc-id");
    const XmlNode distributor = body_head.child("distributor");
    const XmlNode from = docdata.child("del-list", "from-src");
    for (auto source :
         {value(pubdata, "name"), distributor.line(), value(doc_id, "regsrc"),
          value(docdata.child("doc.copyright"), "holder"),
          body_head.child("rights", "rights.owner").line(), value(from, "src-name")}) {
        if (stated.source.empty()) stated.source = std::move(source);
    }
    for (const auto& text : {distributor.line(), value(doc_id, "regsrc"), stated.source}) {
        add_agencies(stated.agency, text);
    }
}

void put_subjects(StatedFields& stated, const XmlNode& head, const XmlNode& docdata) {
    for (const auto& keyword : docdata.child("key-list").children("keyword")) {
        add_line(stated.tags, value(keyword, "key"));
    }
    for (const auto& subject : head.child("tobject").children("tobject.subject")) {
        for (const auto attribute :
             {"tobject.subject.type", "tobject.subject.matter", "tobject.subject.detail"}) {
            add_line(stated.tags, value(subject, attribute));
        }
    }
    for (const auto& event : docdata.children("evloc")) {
        for (const auto attribute : {"city", "county-dist", "state-prov"}) {
            add_line(stated.places, value(event, attribute));
        }
    }
    const XmlNode content = docdata.child("identified-content");
    for (const auto& each : content.children("classifier")) {
        add_line(stated.tags, each.line().empty() ? value(each, "value") : each.line());
    }
    for (const auto& each : content.children("person")) add_line(stated.persons, each.line());
    for (const auto& each : content.children("org")) add_line(stated.orgs, each.line());
    for (const auto& each : content.children("location")) add_line(stated.places, each.line());
    for (const auto& each : content.children("object.title")) add_line(stated.tags, each.line());
}

/// The section of the paper, or what an agency calls the kind of its service.
std::string section_of(const XmlNode& head, const XmlNode& pubdata) {
    std::string section = value(pubdata, "position.section");
    for (const auto& meta : head.children("meta")) {
        const std::string name = archive::ascii_lower(meta.attribute("name"));
        if (section.empty() && (name == "section" || name == "online_sections")) {
            section = value(meta, "content");
        }
    }
    if (!section.empty()) return section;
    constexpr std::array<std::string_view, 8> kinds{"news",    "data",     "alert",   "advisory",
                                                    "feature", "analysis", "archive", "standard"};
    section = value(head.child("tobject"), "tobject.type");
    const std::string lower = archive::ascii_lower(section);
    return std::find(kinds.begin(), kinds.end(), lower) == kinds.end() ? section : std::string();
}

void put_other(StatedFields& stated, const XmlNode& docdata) {
    const auto put = [&](std::string_view name, const std::string& text) {
        if (!text.empty()) stated.other.emplace_back(std::string(name), text);
    };
    const XmlNode series = docdata.child("series");
    put("series", clean_line(value(series, "series.name") + ' ' + value(series, "series.part")
                             + (whole_number(series.attribute("series.totalpart")) == 0
                                    ? std::string()
                                    : " of " + value(series, "series.totalpart"))));
    const XmlNode correction = docdata.child("correction");
    put("correction", clean_line(value(correction, "info") + ' ' + correction.line()));
    put("editor's note", value(docdata.child("ed-msg"), "info"));
}

/// "key" with its version where the format counts versions, else the id of the document.
void put_identity(StatedFields& stated, const XmlNode& docdata) {
    const XmlNode story = docdata.child("du-key");
    stated.version = whole_number(story.attribute("version"));
    if (stated.version != 0) stated.external_id = value(story, "key");
    if (stated.external_id.empty()) {
        stated.external_id = value(docdata.child("doc-id"), "id-string");
        stated.version = 0;
    }
}

Record article_of(const XmlNode& nitf) {
    NitfArticle article = nitf_article(nitf);
    if (article.withdrawn) return withdrawn_record(article.stated);
    return agency_record(std::move(article.text), std::move(article.stated));
}

}  // namespace

bool is_withdrawal(std::string_view status) {
    status = archive::trimmed(status);
    status = status.substr(status.find_last_of(":/") + 1);
    constexpr std::array<std::string_view, 9> words{"canceled",  "cancelled", "withheld",
                                                    "killed",    "kill",      "withdrawn",
                                                    "retracted", "deleted",   "delete"};
    const std::string lower = archive::ascii_lower(status);
    return std::find(words.begin(), words.end(), lower) != words.end();
}

NitfArticle nitf_article(const XmlNode& nitf) {
    NitfArticle article;
    StatedFields& stated = article.stated;
    const XmlNode head = nitf.child("head");
    const XmlNode docdata = head.child("docdata");
    const XmlNode pubdata = head.child("pubdata");
    const XmlNode body = nitf.child("body");
    const XmlNode body_head = body.child("body.head");

    put_identity(stated, docdata);
    put_headlines(stated, nitf, body_head);
    put_byline(stated, body_head);
    put_source(stated, docdata, pubdata, body_head);
    put_subjects(stated, head, docdata);
    put_other(stated, docdata);
    stated.section = section_of(head, pubdata);

    const XmlNode dateline = body_head.child("dateline");
    const XmlNode story_date = dateline.child("story.date");
    stated.dateline = line_without(dateline, "story.date");
    stated.published =
        stated_date({value(docdata.child("date.issue"), "norm"), value(pubdata, "date.publication"),
                     value(docdata.child("date.release"), "norm"), value(story_date, "norm"),
                     story_date.line(), docdata.child("date.issue").line()});
    for (const auto& node : {nitf, body, body.child("body.content")}) {
        if (stated.language.empty()) stated.language = value(node, "baselang");
        if (stated.language.empty()) stated.language = value(node, "lang");
    }
    const std::string address = value(pubdata, "ex-ref");
    if (!archive::canonical_url(address).empty()) stated.url = address;

    const XmlNode content = body.child("body.content");
    article.text = agency_text(content ? content : body);
    const XmlNode end = body.child("body.end");
    for (auto& line : agency_text(end).paragraphs) article.text.paragraphs.push_back(line);
    article.withdrawn = is_withdrawal(docdata.attribute("management-status"));
    return article;
}

bool NitfReader::recognises(std::string_view head) const {
    const std::string tag = first_tag(head);
    if (tag.substr(tag.find(':') + 1) == "nitf") return true;
    return tag == "contentset" && head.find("<nitf") != std::string_view::npos;
}

void NitfReader::read(Bytes& bytes, const Origin& origin, const RecordSink& sink) const {
    read_xml_articles(
        bytes, origin, sink,
        {name(), [](const XmlNode& element) { return element.is("nitf"); }, article_of});
}

}  // namespace indexer
