// SPDX-License-Identifier: GPL-2.0-or-later
// html_pages.h - Invented pages for the tests of HTML, and questions to what is read from them.
#pragma once

#include "indexer/analysis/chain.h"
#include "indexer/extract/extract.h"
#include "tests/unit/indexer/article_texts.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace html_pages {

inline const std::string paragraphs =
    "<p>The people of Westhaven have voted to keep the ferry that links the town with the islands, "
    "the council said on Tuesday, after all ballots had been counted.</p>"
    "<p>The ferry has run since 1911, and it carries forty thousand passengers a year, most of "
    "them in summer, as the harbour master told reporters in the town hall.</p>"
    "<p>Nobody had expected the result, least of all the owners of the new bridge, who said they "
    "would appeal, and that the count had been too slow, too late, and too close.</p>"
    "<p>The mayor, who had campaigned for the ferry, thanked all voters and promised a new engine "
    "by the end of the year, as well as a lower fare for pupils and for the old.</p>";

/// A page of this head and this body.
inline std::string page(const std::string& head, const std::string& body) {
    return "<!DOCTYPE html><html lang=\"en-GB\"><head>" + head + "</head><body>" + body
           + "</body></html>";
}

inline archive::Article read(const std::string& html, std::string_view url = {}) {
    auto article = indexer::article_from_html(html, url);
    REQUIRE(article);
    indexer::analyse(*article);
    return *article;
}

using article_texts::holds;
using article_texts::zone;

}  // namespace html_pages
