// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/rcv1.h"

#include "indexer/analysis/agencies.h"
#include "indexer/readers/html.h"
#include "indexer/readers/record_values.h"
#include "indexer/readers/xml_articles.h"

#include <string>
#include <utility>

namespace indexer {

namespace {

/// The value of a Dublin Core statement: <dc element="dc.source" value="..."/>.
std::string stated_value(const XmlNode& metadata, std::string_view element) {
    for (const auto& each : metadata.children("dc")) {
        if (each.attribute("element") == element) return clean_line(each.attribute("value"));
    }
    return {};
}

/// The codes of all classes; each is one tag.
void put_codes(StatedFields& stated, const XmlNode& metadata) {
    for (const auto& codes : metadata.children("codes")) {
        for (const auto& code : codes.children("code")) {
            add_line(stated.tags, clean_line(code.attribute("code")));
        }
    }
}

Record article_of(const XmlNode& item) {
    StatedFields stated;
    const XmlNode metadata = item.child("metadata");
    stated.external_id = clean_line(item.attribute("itemid"));
    if (stated.external_id.empty()) stated.external_id = clean_line(item.attribute("id"));
    stated.language = clean_line(item.attribute("lang"));
    stated.title = item.child("headline").line();
    // "UK: Storm hits coast." is the headline behind its country.
    std::string title = item.child("title").line();
    if (stated.title.empty()) stated.title = std::exchange(title, {});
    add_line(stated.more_titles, std::move(title));
    stated.byline = item.child("byline").line();
    stated.dateline = item.child("dateline").line();
    stated.source = stated_value(metadata, "dc.source");
    if (stated.source.empty()) stated.source = stated_value(metadata, "dc.publisher");
    if (stated.source.empty()) stated.source = item.child("source").line();
    add_agencies(stated.agency, stated.source);
    stated.published = stated_date({clean_line(item.attribute("date")),
                                    stated_value(metadata, "dc.date.published"),
                                    stated_value(metadata, "dc.date.created")});
    put_codes(stated, metadata);
    return agency_record(agency_text(item.child("text")), std::move(stated));
}

}  // namespace

bool Rcv1Reader::recognises(std::string_view head) const {
    return first_tag(head) == "newsitem" && head.find("<newsitem") != std::string_view::npos
           && head.find("iptc.org") == std::string_view::npos;
}

void Rcv1Reader::read(Bytes& bytes, const Origin& origin, const RecordSink& sink) const {
    read_xml_articles(
        bytes, origin, sink,
        {name(), [](const XmlNode& element) { return element.is("newsitem"); }, article_of});
}

}  // namespace indexer
