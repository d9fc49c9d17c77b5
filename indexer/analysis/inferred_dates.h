// SPDX-License-Identifier: GPL-2.0-or-later
// inferred_dates.h - When an article appeared that does not say so, where two clues agree.
//
// A folder called 2016/11/05 and a story that happened "on Friday"; "on Friday to celebrate Victory
// Day" in a folder called 2025. One clue alone is no date: folders are named for other reasons, and
// weekdays come round. What is found is inferred, and its evidence names the clues. Nothing is ever
// taken from the clock or from the time of a file.
#pragma once

#include "archive/model/article.h"

#include <optional>
#include <string_view>

namespace indexer {

/// Worked out from the text of an undated article and `filed`, the part of its path that may say
/// when it appeared.
std::optional<archive::Date> inferred_date(const archive::Article& article, std::string_view filed);

/// The day that a path says, in a source whose paths say the days of all its dated articles.
std::optional<archive::Date> date_by_custom(std::string_view filed);

}  // namespace indexer
