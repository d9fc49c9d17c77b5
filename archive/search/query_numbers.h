// SPDX-License-Identifier: GPL-2.0-or-later
// query_numbers.h - Reads the numbers people type: "500", ">500", "<=3", "200..800".
#pragma once

#include "archive/base/result.h"
#include "archive/search/query.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace archive {

/// A number of at most nine digits, and nothing else.
std::optional<std::uint32_t> whole_number(std::string_view text);

/// Reads the value of "words" or "copies". Fails with query_bad_number or query_reversed_range,
/// without a place: the whole value is at fault.
Result<NumberQuery> read_number(std::string_view field, std::string_view value);

}  // namespace archive
