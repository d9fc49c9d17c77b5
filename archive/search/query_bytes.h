// SPDX-License-Identifier: GPL-2.0-or-later
// query_bytes.h - Refuses bytes that are no query: too many, not UTF-8, control characters.
#pragma once

#include "archive/base/error.h"

#include <optional>
#include <string_view>

namespace archive {

/// What is wrong with the bytes of `text`: query_too_long or query_bad_encoding, with their place;
/// empty when nothing is.
std::optional<Error> fault_of_bytes(std::string_view text);

/// The refusal, query_too_long, of a `text` of which `what` has so many bytes.
Error too_long(std::string_view text, std::string_view what, std::size_t bytes);

}  // namespace archive
