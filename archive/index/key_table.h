// SPDX-License-Identifier: GPL-2.0-or-later
// key_table.h - Which documents of a segment are filed under a key.
//
// For look-ups by hash, where most keys belong to one document. A key's first bits choose a place
// in a directory, and an entry holds what is left of the key beside the docid:
//
//     1,000 documents, docids of 10 bits         directory of 1,024 places, by the key's first 10
//                                                entries  [22 bits of the key | 10 bits of docid]
//
// That is four bytes an entry and four to eight a document, where a term of the postings takes
// about a hundred (0.8 KB for eight terms an article).
#pragma once

#include "archive/index/bitmap.h"
#include "archive/index/columns.h"

#include <algorithm>
#include <cstdint>
#include <span>
#include <string>
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

    /// Throws Failure index_damaged when the file is no table for so many documents. The entries
    /// are not read: `check` does that.
    KeyTable(const std::string& path, std::uint32_t documents);

    /// A table in memory, of what key_table() gave.
    KeyTable(std::vector<std::uint32_t> values, std::uint32_t documents);

    /// For each of `wanted`, which are keys with numbers of the caller's, ascending: tells `sink`
    /// the number and each document under the key, as sink(number, docid).
    template <typename Sink>
    void for_each(std::span<const std::uint64_t> wanted, const Sink& sink) const {
        for (const auto want : wanted) {
            for (const auto entry : under(filed_key(want))) {
                const auto docid = docid_of(entry);
                if (docid >= 1 && docid <= documents_) sink(filed_number(want), docid);
            }
        }
    }

    /// How many documents are filed under the key.
    std::size_t count(std::uint32_t key) const { return under(key).size(); }

    /// Tells `sink` each document from `first` to `last` under the key, ascending, until it says
    /// no.
    template <typename Sink>
    void for_each_between(std::uint32_t key, Docid first, Docid last, const Sink& sink) const {
        const auto entries = under(key);
        auto entry = std::partition_point(entries.begin(), entries.end(),
                                          [&](std::uint32_t one) { return docid_of(one) < first; });
        for (; entry != entries.end() && docid_of(*entry) <= std::min(last, documents_); ++entry) {
            if (!sink(docid_of(*entry))) return;
        }
    }

private:
    Docid docid_of(std::uint32_t entry) const { return entry & docids_; }

    /// The entries of a key, by docid.
    std::span<const std::uint32_t> under(std::uint32_t key) const;

    void set_sizes(std::uint32_t documents);

    Column<std::uint32_t> file_;
    std::vector<std::uint32_t> made_;
    std::span<const std::uint32_t> values_;  ///< the directory, its end included, then the entries
    std::size_t places_ = 0;
    std::uint32_t documents_ = 0;
    unsigned docid_bits_ = 0;
    std::uint32_t docids_ = 0;  ///< the bits of a docid in an entry
};

/// Makes a table, in four bytes an entry. Entries come by file(), once to be counted and again to
/// be put in their places.
class KeyTableMaker {
public:
    explicit KeyTableMaker(std::uint32_t documents);

    /// An entry; `docid` is 1 to the number of documents.
    void file(std::uint32_t key, Docid docid);

    /// After all entries have come once: they come again.
    void begin_again();

    /// The directory and the entries. The maker is empty then.
    std::vector<std::uint32_t> values();

private:
    unsigned docid_bits_;
    std::size_t places_;
    bool counted_ = false;
    std::vector<std::uint32_t> values_;
    std::vector<std::uint32_t> next_;  ///< by place: where its next entry goes
};

/// The values of a table of `documents`. `each` tells a sink every key with each of its docids, as
/// sink(key, docid), the same both times it is called.
template <typename Each>
std::vector<std::uint32_t> key_table(std::uint32_t documents, const Each& each) {
    KeyTableMaker maker(documents);
    const auto file = [&](std::uint32_t key, Docid docid) { maker.file(key, docid); };
    each(file);
    maker.begin_again();
    each(file);
    return maker.values();
}

}  // namespace archive
