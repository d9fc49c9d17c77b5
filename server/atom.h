// SPDX-License-Identifier: GPL-2.0-or-later
// atom.h - Results as an Atom feed (RFC 4287), for who follows a search.
//
// Ids stay the same whatever the server's address: "urn:dateline:b3k7q2m9x4t1c8va". `updated` is
// when the article was added. `published` is there only for a day that somebody wrote; an inferred
// date stands in the title instead, where a reader sees it.
#pragma once

#include "archive/search/search_result.h"

#include <cstdint>
#include <string>
#include <vector>

namespace server {

/// What a feed says of itself.
struct FeedFacts {
    std::string title;         ///< "Dateline: ferry"
    std::string origin;        ///< "http://localhost:8080"
    std::string self;          ///< path and query of the feed
    std::string page;          ///< path and query of the same search on the page
    std::int64_t updated = 0;  ///< seconds since 1970; for a feed without entries
};

/// The document; `rows` newest added first.
std::string atom_feed(const FeedFacts& facts, const std::vector<archive::ResultRow>& rows);

}  // namespace server
