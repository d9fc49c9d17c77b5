// SPDX-License-Identifier: GPL-2.0-or-later
// crawl_titles.h - The titles that the list of pages in a WACZ file gives.
//
//   {"format": "json-pages-1.0", "id": "pages", "title": "All Pages"}
//   {"url": "https://gull.example/pump", "title": "Market pump runs again", "ts":
//   "2019-04-05T06:00:00Z"}
#pragma once

#include "indexer/readers/reader.h"

#include <string>
#include <string_view>
#include <unordered_map>

namespace indexer {

class CrawlTitles {
public:
    /// Reads the list beside the crawl at `crawl`; no titles where there is none.
    explicit CrawlTitles(const Origin& crawl);

    /// The title of the page at `url`; empty when the list has none.
    std::string title_of(std::string_view url) const;

private:
    void read_list(Bytes& list);

    std::unordered_map<std::string, std::string> titles_;
};

}  // namespace indexer
