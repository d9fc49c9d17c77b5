// SPDX-License-Identifier: GPL-2.0-or-later
// presence.h - Which fields of an article have a value: what `has:author` and `lacks:date` ask.
#pragma once

#include "archive/model/article.h"

#include <cstdint>
#include <string_view>

namespace archive {

/// Whether the field of this name has a value; the names are those of schema::article_presences().
/// False for any other name.
bool has_value(const Article& article, std::string_view name);

/// All of them, as the column `has` keeps them: a bit for each field that has a value, by its place
/// in schema::article_presences().
std::uint32_t presence_bits(const Article& article);

/// The bit of the field of this name; 0 for any other name.
std::uint32_t presence_bit(std::string_view name);

}  // namespace archive
