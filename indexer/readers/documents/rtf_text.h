// SPDX-License-Identifier: GPL-2.0-or-later
// rtf_text.h - The text in an RTF file.
//
// RTF is groups in braces, control words (\par), escaped bytes in the code page of the font at hand
// (\'e9) and characters beyond it (\u8217?). Groups named destinations hold what is no text:
// fonts, colours, pictures. What is read is the text, in its order, and title, author and keywords
// of the document's own properties.
#pragma once

#include "indexer/readers/documents/document_text.h"

#include <string_view>

namespace indexer {

/// Reads RTF of any quality: unclosed groups, wrong numbers and a million levels cost what lies in
/// them. Linear in the size of `rtf`.
DocumentText rtf_text(std::string_view rtf);

}  // namespace indexer
