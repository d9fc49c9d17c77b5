// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/filter_term.h"

#include "archive/base/text.h"
#include "archive/index/document.h"
#include "archive/index/schema.h"
#include "archive/index/sites.h"

#include <cassert>

namespace archive {

namespace {

/// "https://www.bbc.co.uk/news" and "BBC.co.uk" are "bbc.co.uk".
std::string site_of(std::string_view value) {
    const auto typed = trimmed(value);
    const bool is_url = typed.find("://") != std::string_view::npos;
    return host_of(is_url ? std::string(typed) : "http://" + std::string(typed));
}

}  // namespace

std::string filter_term(std::string_view field, std::string_view value) {
    if (field == "lacks") field = "has";
    const auto* found = schema::field_named(field);
    assert(found != nullptr && !found->prefix.empty());
    switch (found->matching) {
        case schema::Matching::host: return exact_term(found->prefix, site_of(value));
        case schema::Matching::presence:
        case schema::Matching::identity:
            return std::string(found->prefix) + ascii_lower(trimmed(value));
        default: return exact_term(found->prefix, value);
    }
}

}  // namespace archive
