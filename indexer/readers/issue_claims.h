// SPDX-License-Identifier: GPL-2.0-or-later
// issue_claims.h - Which pages are read with the issue they belong to, and so not by themselves.
#pragma once

#include "indexer/readers/reader.h"

#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

namespace indexer {

/// Remembers what the METS files of the last folders say. Thread-safe.
class IssueClaims {
public:
    /// The path of the METS file beside the page at `page` that lists it; empty when there is none.
    std::string issue_of_page(const Origin& page) const;

private:
    using Claims = std::unordered_map<std::string, std::string>;  // METS by path of the page

    static Claims claims_around(const Origin& page);

    mutable std::mutex mutex_;
    mutable std::map<std::string, Claims, std::less<>> places_;
};

}  // namespace indexer
