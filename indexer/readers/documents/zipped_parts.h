// SPDX-License-Identifier: GPL-2.0-or-later
// zipped_parts.h - A document that is a zip file: Word, OpenDocument.
//
// Its parts are read by name, within the limits of containers: at most 64 MiB a part and 200 times
// what the file has, beyond the first MiB.
#pragma once

#include "archive/base/result.h"
#include "indexer/readers/reader.h"

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>

namespace indexer {

/// What kind of document a zip file is.
enum class ZippedKind : std::uint8_t { none, word, open_text, other };

/// The kind of the zip file that begins with `head`, by its first entries: word for .docx,
/// open_text for .odt, other for what is one document but none of these, none for a box of files.
ZippedKind zipped_kind(std::string_view head);

/// The parts of the document in `bytes` that `names` asks for; those it does not have are missing.
/// Fails with article_too_large, container_damaged or container_limit; throws what reading does.
archive::Result<std::map<std::string, std::string>> zipped_parts(
    Bytes& bytes, std::span<const std::string_view> names);

}  // namespace indexer
