// SPDX-License-Identifier: GPL-2.0-or-later
// outcomes.h - Records as readers hand them over: read, rejected, skipped or taken back.
#pragma once

#include "archive/base/result.h"
#include "indexer/readers/reader.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace indexer {

struct StatedFields;

/// The article with where it comes from, or the reason why there is none.
Record outcome_of(archive::Result<archive::Article> article, const Origin& origin,
                  std::uint64_t number, std::string_view reader);

/// The same for a file that is one article: record 1, or the whole file rejected.
Record outcome_of_file(archive::Result<archive::Article> article, const Origin& origin,
                       std::string_view reader);

Record rejected_record(std::uint64_t number, archive::Error error);

/// `note` says why, for a person.
Record skipped_record(std::uint64_t number, std::string note);

/// An article that its provider takes back, known by external_id, source, address and version. All
/// versions are taken back when it names none; rejected when nothing says which article. Number and
/// provenance are left to the caller.
Record withdrawn_record(const StatedFields& stated);

}  // namespace indexer
