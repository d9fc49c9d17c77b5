// SPDX-License-Identifier: GPL-2.0-or-later
// json_quick.h - Well-formed JSON to values, in a fifth of the time.
//
// Archives keep millions of articles as JSON, and nearly all of it is well-formed: such text is
// read here, strings by eight bytes a step. Whatever is unusual is left to the library, which knows
// how to say what is wrong with it.
#pragma once

#include <nlohmann/json.hpp>

#include <cstddef>
#include <optional>
#include <string_view>

namespace indexer {

/// The value that the library makes of `text`. Nothing where it would refuse, and beyond so many
/// levels or values.
std::optional<nlohmann::json> parsed_quickly(std::string_view text, std::size_t most_levels,
                                             std::size_t most_values);

}  // namespace indexer
