// SPDX-License-Identifier: GPL-2.0-or-later
// outcomes.h - Records as readers hand them over: read, rejected or skipped.
#pragma once

#include "archive/base/result.h"
#include "indexer/readers/reader.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace indexer {

/// The article with where it comes from, or the reason why there is none.
Record outcome_of(archive::Result<archive::Article> article, const Origin& origin,
                  std::uint64_t number, std::string_view reader);

Record rejected_record(std::uint64_t number, archive::Error error);

/// `note` says why, for a person.
Record skipped_record(std::uint64_t number, std::string note);

}  // namespace indexer
