// SPDX-License-Identifier: GPL-2.0-or-later
// office_text.h - The text in the parts of a Word or an OpenDocument file.
#pragma once

#include "indexer/readers/documents/document_text.h"

#include <map>
#include <string>

namespace indexer {

using DocumentParts = std::map<std::string, std::string>;

/// Word: paragraphs of word/document.xml, properties of docProps/core.xml. Deleted text, field
/// codes and what stands in for drawings are left out.
DocumentText word_text(const DocumentParts& parts);

/// OpenDocument: paragraphs of content.xml, properties of meta.xml. Deleted text and notes of
/// reviewers are left out.
DocumentText open_document_text(const DocumentParts& parts);

}  // namespace indexer
