// SPDX-License-Identifier: GPL-2.0-or-later
// segment_writer.h - Writes one segment, document by document, into a folder of its own.
//
// The folder is `NAME.tmp` until the caller renames it: a segment that is not finished is never
// seen. Any failure leaves the folder behind for the next run to sweep, and ends the run: a writer
// that threw is not used again.
#pragma once

#include "archive/index/document.h"
#include "archive/index/segment.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace archive {

class SegmentWriter {
public:
    /// Makes the folder. Throws Failure (cannot_create, disk_full, io_failed).
    explicit SegmentWriter(const std::string& folder);
    ~SegmentWriter();

    /// Adds the next document. The caller keeps the order of segment.h. `packed_article` is stored
    /// as it is; `text_bytes` is its size before packing; `added` in seconds since 1970.
    void add(const Document& document, std::string_view packed_article, std::uint64_t text_bytes,
             std::int64_t added);

    /// Compacts the postings, writes columns and segment.json, makes everything durable. At least
    /// one document.
    SegmentFacts finish();

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace archive
