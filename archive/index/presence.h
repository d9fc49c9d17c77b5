// SPDX-License-Identifier: GPL-2.0-or-later
// presence.h - Which fields of an article have a value: what `has:author` and `lacks:date` ask.
#pragma once

#include "archive/model/article.h"

#include <string_view>

namespace archive {

/// Whether the field of this name has a value; the names are those of schema::article_presences().
/// False for any other name.
bool has_value(const Article& article, std::string_view name);

}  // namespace archive
