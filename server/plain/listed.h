// SPDX-License-Identifier: GPL-2.0-or-later
// listed.h - A search with its answer, as the parts of a list page read it.
#pragma once

#include "archive/search/search_request.h"
#include "archive/search/search_result.h"
#include "server/plain/search_address.h"

#include <string>

namespace server {

/// Borrowed while a page is written.
struct Listed {
    const archive::SearchRequest& request;
    const archive::SearchResult& result;
    const SearchAddress& address;  ///< of this page of the list

    /// Rows of the whole list: stories when folded.
    std::uint64_t rows() const;

    /// Whether days are asked for, by parameters or by the query.
    bool limited_to_days() const;
};

/// Words and where they lead: a filter of the address by the name that the lists have for it.
std::string filter_name(const Listed& listed, std::string_view field, const std::string& value);

/// The address with an offered change: {q: "ferry", from: nothing}.
SearchAddress changed(
    const SearchAddress& address,
    const std::vector<std::pair<std::string, std::optional<std::string>>>& change);

}  // namespace server
