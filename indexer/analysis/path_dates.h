// SPDX-License-Identifier: GPL-2.0-or-later
// path_dates.h - The day, month or year that folders and file names say.
//
// Archives are filed by date: "courier/2016/11/page3.txt", "gull-2019-04-02.txt",
// "2024/nov/30/storm.html". Such a name is a clue, not a date: it may be the day of a copy.
#pragma once

#include "archive/model/date.h"

#include <optional>
#include <string_view>

namespace indexer {

/// The finest date that `path` says, with the words that say it as evidence, certainty inferred,
/// basis path. Nothing when it says two of them, or none. A year has to be a name of its own.
std::optional<archive::Date> date_in_path(std::string_view path);

}  // namespace indexer
