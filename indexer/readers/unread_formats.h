// SPDX-License-Identifier: GPL-2.0-or-later
// unread_formats.h - Formats that are known by name and not read.
//
// So that a picture or a PDF is never indexed as text, and a file of articles in a format that a
// later version reads is refused by name and not turned into one article full of tags.
#pragma once

#include "indexer/readers/record_fields.h"

#include <span>
#include <string_view>

namespace indexer {

struct UnreadFormat {
    std::string_view name;  ///< "pdf"
    std::string_view help;  ///< for a message: "a PDF document"
    bool articles;  ///< likely to hold articles: rejected wherever it lies. Others are rejected
                    ///< when they were named and skipped in folders and containers
    bool (*recognises)(std::string_view head);
    bool after_readers = false;  ///< asked when no reader but plain text recognises the file
};

/// All of them.
std::span<const UnreadFormat> unread_formats();

/// The one that a file beginning with `head` (at most 4096 bytes) is in, or null.
const UnreadFormat* unread_format(std::string_view head);

}  // namespace indexer
