// SPDX-License-Identifier: GPL-2.0-or-later
// json_quick.h - Well-formed JSON to values, in a fifth of the time.
//
// Archives keep millions of articles as JSON, and nearly all of it is well-formed: simdjson reads
// that many bytes at a time. It says little of what is wrong with the rest, which is left to
// nlohmann's parser and the repairs around it (json_parse.h).
#pragma once

#include <nlohmann/json.hpp>

#include <cstddef>
#include <optional>
#include <string_view>

namespace indexer {

/// The value that nlohmann's parser makes of `text`. Nothing where it would refuse, for whole
/// numbers beyond 64 bits, and beyond 1 MiB, or so many levels or values.
std::optional<nlohmann::json> parsed_quickly(std::string_view text, std::size_t most_levels,
                                             std::size_t most_values);

}  // namespace indexer
