// SPDX-License-Identifier: GPL-2.0-or-later
// docid_packing.h - A set of documents of a segment in as few bytes as can be read quickly.
//
// For sets that are read whole. Docids ascend; of each the last `low` bits are written as they are,
// one after the other, and the rest in a row of bits: the i-th docid sets bit (docid >> low) + i
// (Elias, J. ACM 21, 1974; Fano, MIT 1971). Where a bit for each document of the segment takes less
// that is written instead. The number of documents in the set says which and how many bytes, so
// that neither is written:
//
//     3, 9 and 12 of 16 documents, low = 2      11 01 00, then bits 0 + 0, 2 + 1 and 3 + 2
//
// 1,000 of 100,000 documents take 1.1 KB; varints of the gaps would take 1.3.
#pragma once

#include "archive/index/bitmap.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace archive {

class DocidPacking {
public:
    /// Of so many of the segment's documents.
    DocidPacking(std::uint32_t members, std::uint32_t documents);

    /// What the set takes.
    std::size_t bytes() const { return bitmap_ ? bitmap_bytes() : low_bytes() + high_bytes(); }

    /// Writes the docid, the i-th from 0 in ascending order, into bytes() that were zero.
    void put(std::span<char> set, std::uint32_t i, Docid docid) const;

    /// Sets the bit of each member; `into` is a Bitmap of the segment. Throws Failure index_damaged
    /// when the bytes are no such set.
    void add_to(std::span<std::uint64_t> into, std::string_view set) const;

private:
    std::size_t bitmap_bytes() const { return documents_ / 8 + 1; }
    std::size_t low_bytes() const { return (std::size_t{members_} * low_ + 7) / 8; }
    std::size_t high_bytes() const { return (members_ + (documents_ >> low_) + 8) / 8; }

    std::uint32_t members_;
    std::uint32_t documents_;
    unsigned low_;
    bool bitmap_;
};

}  // namespace archive
