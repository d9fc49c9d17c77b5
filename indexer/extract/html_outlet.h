// SPDX-License-Identifier: GPL-2.0-or-later
// html_outlet.h - What the outlet of a page calls itself, to tell its name from others.
//
// "The Gull", "gull", "thegull.example": headlines end with it, and systems that know no author
// name it as one.
#pragma once

#include "archive/model/article.h"
#include "indexer/extract/html_metadata.h"

#include <string>
#include <string_view>
#include <vector>

namespace indexer {

class Outlet {
public:
    /// Of a page whose article came from `url` (may be empty).
    Outlet(const PageMetadata& metadata, std::string_view url);

    /// Whether `name` is the outlet's or holds it: "The Gull", "Gull Newsroom".
    bool is_named_in(std::string_view name) const;

    /// Whether `name` is the outlet's, all of it, or a part of it: "Gull", "gull.example".
    bool is(std::string_view name) const;

private:
    void add(std::string_view name);

    std::vector<std::string> names_;  ///< folded, without blanks and the article
};

}  // namespace indexer
