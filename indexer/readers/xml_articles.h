// SPDX-License-Identifier: GPL-2.0-or-later
// xml_articles.h - The records of a file of XML to articles, for the readers of feeds and of
// agencies' formats.
#pragma once

#include "indexer/analysis/dates.h"
#include "indexer/readers/agency_text.h"
#include "indexer/readers/outcomes.h"
#include "indexer/readers/reader.h"
#include "indexer/readers/stated_fields.h"
#include "indexer/readers/xml_records.h"

#include <cstdint>
#include <functional>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace indexer {

/// How a format of XML finds its articles.
struct XmlFormat {
    std::string_view name;  ///< of the reader
    /// Whether an element is one of the records.
    std::function<bool(const XmlNode& element)> begins;
    /// What a record becomes. Number, provenance and damage are added by read_xml_articles().
    std::function<Record(const XmlNode& element)> make;
};

/// Reads every record of `bytes`; their numbers are their positions. A record that the end of the
/// file cuts is an article whose text is truncated. A damaged file gets one more rejected record,
/// number 0, that names the line.
void read_xml_articles(Bytes& bytes, const Origin& origin, const RecordSink& sink,
                       const XmlFormat& format);

/// A record's article: `body` (text or HTML) with `stated` put over it; rejected when neither holds
/// a word. Dates that the text merely mentions date nothing.
Record article_record(const std::string& body, const StatedFields& stated);

/// The same for a text in which everything is the article. A first line that is the headline or the
/// byline once more is not said twice.
Record agency_record(AgencyText text, StatedFields stated);

/// The written date of the first of `values` that holds one.
std::optional<archive::Date> stated_date(std::initializer_list<std::string> values);

/// What an element holds as text or as HTML: its text, or its inside when it holds elements.
std::string markup_of(const XmlNode& element, const HtmlTag& tag = {});

/// A number as written; 0 for anything else.
std::uint64_t whole_number(std::string_view text);

/// Adds a line to a list, once, if it has a word.
void add_line(std::vector<std::string>& lines, std::string line);

/// The same for every part of "storm, coast, Port Lessing".
void add_keywords(std::vector<std::string>& tags, std::string_view written);

}  // namespace indexer
