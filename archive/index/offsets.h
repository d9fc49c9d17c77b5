// SPDX-License-Identifier: GPL-2.0-or-later
// offsets.h - Where in a file what belongs to each document begins.
//
// Most of a small index is offsets, and few need eight bytes, or any: where every document has as
// much as every other, the file holds how many offsets there are and what lies between two; where
// the file they lead into is below 4 GiB, four bytes each; else eight.
#pragma once

#include "archive/index/columns.h"

#include <cassert>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace archive {

/// Writes offsets by docid, and behind the last one the end; documents have at[docid] up to
/// at[docid + 1], the zeroth nothing. At least one document.
FileStamp write_offsets(const std::string& path, std::span<const std::uint64_t> at);

class Offsets {
public:
    Offsets() = default;

    /// Throws Failure index_damaged unless the offsets end at `end`. The others are not read yet,
    /// since an index of a million articles has a hundred megabytes of them.
    Offsets(std::string path, std::uint64_t end);

    /// Documents, the zeroth and the end.
    std::size_t size() const { return size_; }

    struct Stretch {
        std::uint64_t begin = 0;
        std::uint64_t end = 0;
        std::uint64_t size() const { return end - begin; }
    };

    /// Where what belongs to a document lies. Throws Failure index_damaged unless that is in the
    /// file.
    Stretch operator[](std::size_t docid) const {
        assert(docid + 1 < size_);
        if (narrow_.empty() && wide_.empty())
            return docid == 0 ? Stretch{} : Stretch{(docid - 1) * step_, docid * step_};
        const auto stretch = narrow_.empty() ? Stretch{wide_[docid], wide_[docid + 1]}
                                             : Stretch{narrow_[docid], narrow_[docid + 1]};
        if (stretch.begin > stretch.end || stretch.end > end_) fail();
        return stretch;
    }

    /// Lets memory fetch an offset that is read soon.
    void fetch(std::size_t docid) const {
        if (!narrow_.empty())
            __builtin_prefetch(&narrow_[docid]);
        else if (!wide_.empty())
            __builtin_prefetch(&wide_[docid]);
    }

private:
    [[noreturn]] void fail() const;

    std::string path_;
    Mapping file_;
    std::span<const std::uint32_t> narrow_;
    std::span<const std::uint64_t> wide_;
    std::size_t size_ = 0;
    std::uint64_t step_ = 0;
    std::uint64_t end_ = 0;
};

/// Any number of values an article: offsets by docid (`stem`.at) and the values end to end
/// (`stem`.all).
template <typename T>
class ListColumn {
public:
    ListColumn() = default;
    explicit ListColumn(const std::string& stem)
        : all_(stem + ".all"), at_(stem + ".at", all_.values().size()) {}

    /// Documents and the zeroth.
    std::size_t size() const { return at_.size() == 0 ? 0 : at_.size() - 1; }

    /// The values of a document, 1 to the number of documents. Throws as Offsets do.
    std::span<const T> operator[](std::size_t docid) const {
        const auto stretch = at_[docid];
        return all_.values().subspan(stretch.begin, stretch.size());
    }

private:
    Column<T> all_;
    Offsets at_;
};

}  // namespace archive
