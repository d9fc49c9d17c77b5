// SPDX-License-Identifier: GPL-2.0-or-later
// segment_writer.h - Writes one segment, document by document, into a folder of its own.
//
// The folder is `NAME.tmp` until the caller renames it: a segment that is not finished is never
// seen. Any failure leaves the folder behind for the next run to sweep, and ends the run: a writer
// that threw is not used again.
#pragma once

#include "archive/index/document.h"
#include "archive/index/segment.h"
#include "archive/index/signatures.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace archive {

class PostingPart;

class SegmentWriter {
public:
    /// Makes the folder, for so many documents. `text_dictionary` is of text_dictionary.h, or
    /// empty. Throws Failure (cannot_create, disk_full, io_failed).
    SegmentWriter(const std::string& folder, std::size_t documents,
                  std::string_view text_dictionary = {});
    ~SegmentWriter();

    /// Writes the postings of documents that follow each other, as part `number` of the segment.
    /// Parts are numbered from 0 in the order of their documents, and may be written by several
    /// threads at once.
    void write_postings(std::size_t number, const PostingPart& postings) const;

    /// An encoded article as the segment stores it; `frame` is the same without a
    /// dictionary, or empty. Any thread.
    std::string packed(std::string_view encoded, std::string frame = {}) const;

    /// Adds all but the postings of the next document. The caller keeps the order of segment.h.
    /// `packed_article` is what packed() gave; `text_bytes` is its size before; `added` in seconds
    /// since 1970; `signatures` are the article's.
    void add(const Document& document, std::string_view packed_article, std::uint64_t text_bytes,
             std::int64_t added, const Signatures& signatures);

    /// Joins parts 0 to `parts`-1 of the postings, writes columns and segment.json, makes
    /// everything durable. At least one document.
    SegmentFacts finish(std::size_t parts);

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace archive
