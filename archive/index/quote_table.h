// SPDX-License-Identifier: GPL-2.0-or-later
// quote_table.h - The quotations of a segment, by docid: where their words stand and who spoke.
//
// `said:` takes the articles that have the words (XQ:) and the speaker (XV:), and looks here
// whether the words stand inside one quotation of that speaker. Speakers are numbers of name keys
// in `quotes.names`.
#pragma once

#include "archive/index/quote_positions.h"
#include "archive/model/quote.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace archive {

/// A quotation as a segment holds it.
struct StoredQuote {
    PositionSpan words;                    ///< positions of the forward store
    std::optional<std::uint32_t> speaker;  ///< number of the name key
    std::optional<std::uint32_t> via;
    std::uint32_t zone = 0;  ///< index into Article::zones
    std::uint32_t begin = 0;
    std::uint32_t end = 0;  ///< bytes in the zone's text
    QuoteBasis basis = QuoteBasis::none;
    std::uint8_t confidence = 0;

    friend bool operator==(const StoredQuote&, const StoredQuote&) = default;
};

/// Appends the quotations of a document.
void put_quotes(std::string& bytes, const std::vector<StoredQuote>& quotes);

/// Reads them back. Throws Failure index_damaged.
std::vector<StoredQuote> quotes_from(std::string_view bytes);

}  // namespace archive
