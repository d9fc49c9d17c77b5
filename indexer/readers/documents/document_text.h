// SPDX-License-Identifier: GPL-2.0-or-later
// document_text.h - What a word processor's file says, once its markup is read away.
//
// RTF, Word and OpenDocument are shells: inside lies an export of a press database with many
// articles, or one article as somebody typed it. Both are read as text.
#pragma once

#include "indexer/readers/reader.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace indexer {

/// The text of a document and what it states of itself.
struct DocumentText {
    std::string text;      ///< UTF-8; a paragraph a line, the cells of a row parted by tabs
    std::string headline;  ///< the first paragraph of a title's or heading's style; may be empty
    std::string title;     ///< of its properties; often that of a template
    std::string language;  ///< of its properties
    std::vector<std::string> keywords;
    std::vector<std::pair<std::string, std::string>> other;  ///< further properties: "creator"
    bool truncated = false;                                  ///< its markup ends too early
};

/// Hands over what lies in `document`: the articles of an export, or one article. `reader` is the
/// format's name.
void read_document(DocumentText document, const Origin& origin, std::string_view reader,
                   const RecordSink& sink);

}  // namespace indexer
