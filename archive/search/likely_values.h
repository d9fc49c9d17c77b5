// SPDX-License-Identifier: GPL-2.0-or-later
// likely_values.h - What may be meant by the value of a filter that no article has.
//
// Filters compare values whole: "source:times" finds nothing where the paper is called "The Times",
// and "lang:german" nothing where the language is "de". Offered is what the archive does hold and
// what is like it: a language called so, a value one of whose words begins so, a value spelled
// nearly so.
#pragma once

#include "archive/search/archive_facts.h"
#include "archive/search/deadline.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace archive {

/// A value of a filter that articles have.
struct LikelyValue {
    std::string value;  ///< what the filter takes: the label, or the id of a name
    std::string label;
    std::uint32_t articles = 0;
};

/// At most `most` values that may be meant by `written`, the likeliest first; none for a value that
/// articles have, and for fields whose values are no list, such as site.
std::vector<LikelyValue> likely_values(const ArchiveFacts& facts, const schema::Field& field,
                                       std::string_view written, std::size_t most,
                                       DeadlineWatch& watch);

}  // namespace archive
