// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/newsml_g2.h"

#include "archive/base/text.h"
#include "indexer/analysis/agencies.h"
#include "indexer/readers/html.h"
#include "indexer/readers/nitf.h"
#include "indexer/readers/record_values.h"
#include "indexer/readers/xml_articles.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

namespace indexer {

namespace {

bool contains(std::string_view text, std::string_view part) {
    return archive::ascii_lower(text).find(part) != std::string::npos;
}

/// "usable" of "stat:usable" or "http://cv.iptc.org/newscodes/pubstatusg2/usable".
std::string_view code_of(const XmlNode& node) {
    auto code = node.attribute("qcode");
    if (code.empty()) code = node.attribute("uri");
    if (code.empty()) code = node.attribute("literal");
    return code.substr(code.find_last_of(":/") + 1);
}

/// What a node is called: its name in words, else its literal.
std::string name_of(const XmlNode& node) {
    for (const auto& name : node.children("name")) {
        if (!contains(name.attribute("role"), "mnemonic") && !name.line().empty()) {
            return name.line();
        }
    }
    return clean_line(node.attribute("literal"));
}

/// The same, filled from the assertions about its code, and failing all that the code.
std::string provider_name(const XmlNode& provider) {
    std::string name = name_of(provider);
    if (name.empty()) name = provider.line();
    return name.empty() ? clean_line(code_of(provider)) : name;
}

/// The name that an <assert> gives for the code of a subject.
std::string asserted_name(const XmlNode& item, std::string_view code) {
    if (code.empty()) return {};
    // STT-Lehtikuva asserts "sttlocmeta:rich:8927" of "sttlocationalias:8927".
    const auto number = code.substr(code.rfind(':') + 1);
    for (const auto& assertion : item.children("assert")) {
        const auto asserted = assertion.attribute("qcode");
        const bool same_number = asserted.substr(asserted.rfind(':') + 1) == number
                                 && contains(asserted, "loc") && contains(code, "loc");
        if (asserted == code || same_number) return name_of(assertion);
    }
    return {};
}

void put_headlines(StatedFields& stated, const XmlNode& content, const XmlNode& meta) {
    std::vector<std::string> titles;
    for (const auto& headline : content.children("headline")) {
        std::string line = headline.line();
        const bool below = contains(headline.attribute("role"), "sub");
        if (below && stated.standfirst.empty())
            stated.standfirst = std::move(line);
        else
            add_line(titles, std::move(line));
    }
    for (const auto& title : meta.children("title")) add_line(titles, title.line());
    for (const auto& title : content.children("title")) add_line(titles, title.line());
    if (titles.empty()) return;
    stated.title = titles.front();
    stated.more_titles.assign(titles.begin() + 1, titles.end());
}

void put_standfirst(StatedFields& stated, const XmlNode& content) {
    for (const auto& description : content.children("description")) {
        const auto role = description.attribute("role");
        if (contains(role, "caption") || description.line().empty()) continue;
        if (stated.standfirst.empty() || contains(role, "summary")) {
            stated.standfirst = description.line();
        }
    }
}

/// A creator is a byline when it is somebody's name: two words, and no agency.
bool is_person(const XmlNode& creator, const std::string& name) {
    if (contains(creator.attribute("type"), "person")) return true;
    if (contains(creator.attribute("type"), "org")) return false;
    return name.find(' ') != std::string::npos && agency_named(name).empty()
           && agencies_in(name).empty();
}

void put_byline(StatedFields& stated, const XmlNode& content) {
    for (const auto& by : content.children("by")) {
        const std::string line = by.line();
        if (!line.empty()) stated.byline += (stated.byline.empty() ? "" : ", ") + line;
    }
    if (!stated.byline.empty()) return;
    std::vector<std::string> names;
    for (const auto& creator : content.children("creator")) {
        std::string name = name_of(creator);
        if (!name.empty() && is_person(creator, name)) add_line(names, std::move(name));
    }
    if (names.size() == 1)
        stated.byline = names.front();
    else
        stated.authors = std::move(names);
}

void put_source(StatedFields& stated, const XmlNode& meta, const XmlNode& content) {
    const XmlNode provider = meta.child("provider");
    stated.source = outlet_of(provider_name(provider));
    std::vector<std::string> texts;
    for (const auto& credit : content.children("creditline")) texts.push_back(credit.line());
    for (const auto& source : content.children("infoSource")) texts.push_back(name_of(source));
    if (texts.empty()) {
        texts.push_back(stated.source);
        texts.emplace_back(code_of(provider));
    }
    for (const auto& text : texts) add_agencies(stated.agency, text);
}

void put_subject(StatedFields& stated, const XmlNode& item, const XmlNode& subject) {
    std::string name = name_of(subject);
    const auto code = subject.attribute("qcode");
    if (name.empty()) name = asserted_name(item, code);
    if (name.size() < 2) return;  // a desk's code
    const auto type = subject.attribute("type");
    const auto scheme = code.substr(0, code.find(':'));
    const bool section = contains(scheme, "department") || contains(scheme, "section")
                         || type.ends_with(":cat") || contains(type, "section")
                         || contains(type, "desk");
    if (section && stated.section.empty()) {
        stated.section = std::move(name);
    } else if (type.ends_with(":subcat") && stated.title == name) {
        return;  // the headline once more
    } else if (contains(type, "person")) {
        add_line(stated.persons, std::move(name));
    } else if (contains(type, "organisation") || contains(type, "organization")
               || contains(type, "company")) {
        add_line(stated.orgs, std::move(name));
    } else if (contains(type, "geo") || contains(type, "place") || contains(type, "country")
               || contains(type, "city") || contains(type, "poi")) {
        add_line(stated.places, std::move(name));
    } else {
        add_line(stated.tags, std::move(name));
    }
}

void put_other(StatedFields& stated, const XmlNode& meta, const XmlNode& content) {
    constexpr std::size_t note_bytes = 500;
    const auto put = [&](std::string_view name, const std::string& text) {
        if (!text.empty()) {
            stated.other.emplace_back(std::string(name),
                                      std::string(archive::cut(text, note_bytes)));
        }
    };
    put("slugline", content.child("slugline").line());
    for (const auto& note : meta.children("edNote")) put("editor's note", note.line());
}

/// A dateline names a place; what only says the hour is none.
bool is_dateline(std::string_view line) {
    return !line.empty() && (line[0] < '0' || line[0] > '9');
}

/// The inline text, whichever of its forms comes first and holds some; what NITF in it says is put
/// into `stated` where the item itself says nothing.
AgencyText text_of(const XmlNode& item, StatedFields& stated) {
    AgencyText text;
    const XmlNode set = item.child("contentSet");
    for (const auto& form : set.children()) {
        if (!form.is("inlineXML") && !form.is("inlineData")) continue;
        if (const XmlNode nitf = form.is("nitf") ? form : form.find("nitf")) {
            NitfArticle inner = nitf_article(nitf);
            text = std::move(inner.text);
            const auto fill = [](std::string& field, std::string& from) {
                if (field.empty()) field = std::move(from);
            };
            fill(stated.title, inner.stated.title);
            fill(stated.standfirst, inner.stated.standfirst);
            fill(stated.byline, inner.stated.byline);
            fill(stated.dateline, inner.stated.dateline);
            fill(stated.section, inner.stated.section);
            for (auto& tag : inner.stated.tags) add_line(stated.tags, std::move(tag));
            for (auto& place : inner.stated.places) add_line(stated.places, std::move(place));
            if (!stated.published) stated.published = inner.stated.published;
        } else {
            const XmlNode body = form.find("body");
            text = agency_text(body ? body : form);
            if (stated.title.empty()) stated.title = form.find("head").child("title").line();
        }
        if (!text.empty()) return text;
    }
    return text;
}

/// Whether an item without a text still is an article: one line of news has only a headline.
bool is_text_item(const XmlNode& meta) {
    const auto kind = code_of(meta.child("itemClass"));
    return kind.empty() || kind == "text" || kind == "composite";
}

Record article_of(const XmlNode& item) {
    if (!item.is("newsItem")) return skipped_record(1, "no news item: " + std::string(item.name()));
    const XmlNode meta = item.child("itemMeta");
    const XmlNode content = item.child("contentMeta");
    StatedFields stated;
    stated.external_id = clean_line(item.attribute("guid"));
    stated.version = whole_number(item.attribute("version"));
    put_source(stated, meta, content);
    put_headlines(stated, content, meta);
    if (is_withdrawal(code_of(meta.child("pubStatus")))) return withdrawn_record(stated);

    put_byline(stated, content);
    put_standfirst(stated, content);
    if (std::string line = content.child("dateline").line(); is_dateline(line)) {
        stated.dateline = std::move(line);
    }
    for (const auto& subject : content.children("subject")) put_subject(stated, item, subject);
    for (const auto& keyword : content.children("keyword")) add_line(stated.tags, keyword.line());
    put_other(stated, meta, content);
    for (auto language : {clean_line(content.child("language").attribute("tag")),
                          clean_line(item.attribute("lang"))}) {
        if (stated.language.empty()) stated.language = std::move(language);
    }
    AgencyText text = text_of(item, stated);
    const std::string version_made = meta.child("versionCreated").line();
    stated.published = stated_date(
        {meta.child("firstCreated").line(), content.child("contentCreated").line(), version_made});
    stated.updated = stated_date({version_made, content.child("contentModified").line()});
    if (stated.updated && stated.published
        && stated.updated->evidence == stated.published->evidence) {
        stated.updated.reset();
    }
    if (text.empty() && !is_text_item(meta)) {
        return skipped_record(
            1, "a " + clean_line(code_of(meta.child("itemClass"))) + " without a text");
    }
    return agency_record(std::move(text), std::move(stated));
}

bool is_item(const XmlNode& element) {
    constexpr std::array<std::string_view, 6> items{"newsItem",     "packageItem",   "conceptItem",
                                                    "planningItem", "knowledgeItem", "catalogItem"};
    return std::any_of(items.begin(), items.end(),
                       [&](std::string_view name) { return element.is(name); });
}

}  // namespace

bool NewsmlG2Reader::recognises(std::string_view head) const {
    const std::string tag = first_tag(head);
    const std::string root = tag.substr(tag.find(':') + 1);
    constexpr std::array<std::string_view, 7> roots{"newsmessage", "newsitem",     "packageitem",
                                                    "conceptitem", "planningitem", "knowledgeitem",
                                                    "catalogitem"};
    if (std::find(roots.begin(), roots.end(), root) == roots.end()) return false;
    // The Reuters corpus has a <newsitem> of its own.
    return root != "newsitem" || head.find("newsItem") != std::string_view::npos;
}

void NewsmlG2Reader::read(Bytes& bytes, const Origin& origin, const RecordSink& sink) const {
    read_xml_articles(bytes, origin, sink, {name(), is_item, article_of});
}

}  // namespace indexer
