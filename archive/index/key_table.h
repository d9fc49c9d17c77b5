// SPDX-License-Identifier: GPL-2.0-or-later
// key_table.h - Which documents of a segment are filed under a key: a sorted array.
//
// For look-ups by hash, where most keys belong to one document. Eight bytes an entry, where a term
// of the postings takes about a hundred (0.8 KB for eight terms an article).
#pragma once

#include "archive/index/bitmap.h"
#include "archive/index/columns.h"

#include <algorithm>
#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace archive {

/// A key in the upper half, a number in the lower.
constexpr std::uint64_t filed(std::uint32_t key, std::uint32_t number) {
    return std::uint64_t{key} << 32U | number;
}
constexpr std::uint32_t filed_key(std::uint64_t entry) {
    return static_cast<std::uint32_t>(entry >> 32U);
}
constexpr std::uint32_t filed_number(std::uint64_t entry) {
    return static_cast<std::uint32_t>(entry);
}

class KeyTable {
public:
    KeyTable() = default;

    /// Throws Failure index_damaged when the file is no column. What it holds is not read: `check`
    /// does that.
    KeyTable(const std::string& path, std::uint32_t documents)
        : entries_(path), documents_(documents) {}

    /// For each of `wanted`, which are keys with numbers of the caller's, ascending: tells `sink`
    /// the number and each document under the key, as sink(number, docid). Goes forward through
    /// the table in leaps, so that few keys cost few steps and many no more than a walk.
    template <typename Sink>
    void for_each(std::span<const std::uint64_t> wanted, const Sink& sink) const {
        const auto entries = entries_.values();
        std::size_t at = 0;
        for (const auto want : wanted) {
            at = leap(at, filed(filed_key(want), 0));
            for (std::size_t same = at;
                 same < entries.size() && filed_key(entries[same]) == filed_key(want); ++same) {
                const Docid docid = filed_number(entries[same]);
                if (docid >= 1 && docid <= documents_) sink(filed_number(want), docid);
            }
        }
    }

    /// How many documents are filed under the key.
    std::size_t count(std::uint32_t key) const;

    /// Tells `sink` each document from `first` to `last` under the key, ascending, until it says
    /// no.
    template <typename Sink>
    void for_each_between(std::uint32_t key, Docid first, Docid last, const Sink& sink) const {
        const auto entries = entries_.values();
        auto entry = std::lower_bound(entries.begin(), entries.end(), filed(key, first));
        for (; entry != entries.end() && *entry <= filed(key, std::min(last, documents_));
             ++entry) {
            if (!sink(Docid{filed_number(*entry)})) return;
        }
    }

private:
    /// The first entry from `at` on that is not below `entry`.
    std::size_t leap(std::size_t at, std::uint64_t entry) const;

    Column<std::uint64_t> entries_;
    std::uint32_t documents_ = 0;
};

/// Sorts the entries and writes them. Throws Failure.
FileStamp write_key_table(const std::string& path, std::vector<std::uint64_t> entries);

}  // namespace archive
