// SPDX-License-Identifier: GPL-2.0-or-later
// pdf_pages.h - The pages of a PDF document as blocks of lines of words, with their sizes.
//
// The only place that names Poppler. It is fed hostile bytes: the document's size, its pages and
// its words are limited, and what it complains of is silenced.
#pragma once

#include "archive/base/result.h"
#include "indexer/readers/printed_page.h"

#include <optional>
#include <string>
#include <vector>

namespace indexer {

/// What the document says of itself. Programs fill much of it in unasked.
struct PdfInfo {
    std::string title;
    std::string author;
    std::string keywords;
    std::string created;  ///< "2019-04-05", of the file; may be empty
};

struct PdfDocument {
    PdfInfo info;
    std::vector<PrintedPage> pages;  ///< in order; those without text are empty
    bool cut = false;                ///< it has more pages or words than are read
};

/// Reads the document in `bytes`. Fails with article_unreadable for what is damaged beyond repair
/// or locked with a password.
archive::Result<PdfDocument> read_pdf(const std::string& bytes);

}  // namespace indexer
