// SPDX-License-Identifier: GPL-2.0-or-later
// agency_text.h - The text of an agency's or an editor's format, where everything inside is the
// article.
//
// A page has to be searched for its article; NITF, NewsML and their kind hold nothing else. So no
// paragraph is ever furniture here: they become body lines, subheads among them, credits at the end
// are told apart, captions of pictures are cut out.
#pragma once

#include "archive/model/article.h"
#include "indexer/readers/xml_tree.h"

#include <string>
#include <string_view>
#include <vector>

namespace indexer {

struct AgencyText {
    std::vector<std::string> paragraphs;  ///< one line each
    std::vector<std::string> captions;
    std::vector<std::string> header;    ///< lines of section and day that a template puts there
    std::vector<std::string> headings;  ///< of the outermost level (h1, hl1): headlines of the text

    bool empty() const { return paragraphs.empty() && headings.empty(); }
};

/// The paragraphs below `node`: NITF, XHTML, or plain text with wrapped lines.
AgencyText agency_text(const XmlNode& node);

/// The same for a text that holds markup as text, or none.
AgencyText agency_text(std::string_view written);

/// Adds the agencies that a credit or the name of a provider says: "Agence France-Presse",
/// "STT-AFP".
void add_agencies(std::vector<std::string>& agencies, std::string_view text);

/// The outlet that a provider's name means: Reuters of "reuters.com", anything else as it stands.
/// The same name always gives the same outlet, since ids are made of it.
std::string outlet_of(const std::string& provider);

/// A draft of the article with its zones: body, credits, captions.
archive::Article article_from_agency_text(const AgencyText& text);

}  // namespace indexer
