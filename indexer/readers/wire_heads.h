// SPDX-License-Identifier: GPL-2.0-or-later
// wire_heads.h - What the lines around the text of a wire message say.
#pragma once

#include "archive/model/date.h"
#include "indexer/readers/wire_message.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace indexer {

/// A message taken apart; single lines without control characters, empty where it says nothing.
struct WireParts {
    std::string keyword;   ///< slug: "Germany-politics"
    std::string category;  ///< as written: "i"
    std::string priority;
    std::string agency;  ///< "dpa"
    std::string headline;
    std::string summary;
    std::string byline;
    std::vector<std::string> marks;  ///< "1ST LEAD", notes to editors: above the story
    std::string story;               ///< lines with their indents
    std::string notes;               ///< lines below the story that are not for readers
    std::string signature;           ///< "dpa wsz jln npr"
    std::optional<archive::Date> date;
};

WireParts iptc7901_parts(const WireMessage& message);
WireParts anpa_parts(const WireMessage& message);

/// Whether a message is written as ANPA 1312 says.
bool is_anpa(const WireMessage& message);

/// The section that a category letter of agencies stands for; empty for a letter nobody shares.
std::string_view section_of_category(std::string_view category);

}  // namespace indexer
