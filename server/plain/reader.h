// SPDX-License-Identifier: GPL-2.0-or-later
// reader.h - One article without scripts, with everything needed to walk back to its original.
#pragma once

#include "archive/search/search_result.h"
#include "server/json/article.h"
#include "server/plain/html.h"
#include "server/plain/search_address.h"

#include <optional>
#include <string>

namespace server {

/// Where the article stands in the list it was opened from.
struct PlaceInList {
    std::size_t offset = 0;
    std::uint64_t total = 0;
    std::string before, after;  ///< ids of its neighbours; empty at the ends
};

/// What a reader page is made of. Borrowed while it is written.
struct Reading {
    const archive::ArticleView& view;
    const SearchAddress& search;              ///< the list it was opened from
    std::size_t offset = 0;                   ///< its place there, as the address says
    const std::optional<PlaceInList>& place;  ///< nothing where that place holds another article
    Furniture furniture = Furniture::hidden;
};

/// What stands inside `main`.
Html reader(const Reading& reading);

}  // namespace server
