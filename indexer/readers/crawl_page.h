// SPDX-License-Identifier: GPL-2.0-or-later
// crawl_page.h - What a record of a crawl carries: a page to be read, or why there is none.
#pragma once

#include "archive/model/date.h"
#include "indexer/readers/crawl_records.h"

#include <cstdint>
#include <string>

namespace indexer {

/// What the crawler and the server say of a page's format.
enum class PageType : std::uint8_t {
    html,
    json,
    xml,
    text,   ///< that a crawler made of a page
    unsaid  ///< to be recognised
};

struct CrawlPage {
    std::string why_not;  ///< why the record carries no page; empty when it does
    PageType type = PageType::unsaid;
    std::string charset;  ///< as declared; may be empty
    std::string bytes;
    bool cut = false;   ///< the page ends too early
    bool bomb = false;  ///< it expands too far to be looked at
};

/// The page in a record, unpacked: of an answer with status 2xx, a resource or a conversion.
CrawlPage page_of(const CrawlRecord& record);

/// The day a record was made: of "2019-04-04T08:15:00Z" or "20190404081500"; 0 when it says none.
archive::DayNumber crawl_day(const CrawlRecord& record);

}  // namespace indexer
