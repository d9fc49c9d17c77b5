// SPDX-License-Identifier: GPL-2.0-or-later
// url_dates.h - The day that many news sites put into an article's address.
#pragma once

#include "archive/model/date.h"

#include <optional>
#include <string_view>

namespace indexer {

/// The day in an address: "/2024/11/30/", "/2024-11-30-", "/20241130/", "/2024/nov/30/",
/// "/30-11-2024". Years before 1990 are article numbers.
std::optional<archive::Date> day_in_url(std::string_view url);

/// The month in an address that names no day: "/2024/11/".
std::optional<archive::Date> month_in_url(std::string_view url);

}  // namespace indexer
