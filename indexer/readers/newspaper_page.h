// SPDX-License-Identifier: GPL-2.0-or-later
// newspaper_page.h - Divides a printed page into articles by its columns and sizes of type.
//
// A page is a newspaper's when body text stands in columns side by side and two lines and more of
// far larger type have text of their own below. Everything else is a page of one text: a release, a
// report, a letter.
#pragma once

#include "indexer/readers/printed_page.h"

#include <string>
#include <vector>

namespace indexer {

/// An article on a page, as texts of its blocks.
struct PageArticle {
    std::string title;
    std::string standfirst;               ///< of smaller type below the title; may be empty
    std::vector<std::string> paragraphs;  ///< in reading order, smaller headings among them
};

struct DividedPage {
    std::vector<PageArticle> articles;  ///< none where the page is not a newspaper's
    std::vector<std::string> front;     ///< the paper's own name, day and the like
};

DividedPage divided(const PrintedPage& page);

/// The size of type in which most words of the pages are set; 0 when it is not known.
float usual_type_size(const std::vector<const PrintedPage*>& pages);

/// Whether a block could be a headline: 2 to 25 words of mostly letters.
bool could_be_headline(const PrintedBlock& block);

/// Makes margins of what stands at the top or bottom of many pages alike, and of page numbers.
void find_running_heads(std::vector<PrintedPage>& pages);

}  // namespace indexer
