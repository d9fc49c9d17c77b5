// SPDX-License-Identifier: GPL-2.0-or-later
// ledger.h - What every input file yielded, so that an unchanged file costs one stat.
//
// Invariants:
//  1. The ledger of a revision names every record that revision has read: articles, duplicates,
//  rejects and skipped ones.
//  2. A file that was not read to its end is not `complete`, and is read again whatever its size
//  and time say.
//  3. It is kept in pieces, oldest first: a later piece's entry for a path replaces an earlier
//  one's; an update writes
//     one small piece, and all are joined when there are many.
#pragma once

#include "archive/base/error.h"
#include "archive/base/files.h"
#include "archive/index/identity.h"
#include "archive/index/manifest.h"

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace archive {

/// One article that a file holds, or takes back.
struct LedgerRecord {
    std::string member;  ///< inner path after the file's own, "!b/c.jsonl", or empty
    std::uint64_t record = 1;
    IdBytes id;
    std::uint64_t content = 0;  ///< content_hash(); 0 when the record takes the article back
    std::uint64_t version = 0;

    bool withdraws() const { return content == 0; }
    friend bool operator==(const LedgerRecord&, const LedgerRecord&) = default;
};

struct LedgerReject {
    std::string member;
    std::uint64_t record = 0;  ///< 0: the whole file or member
    std::string reason;
    friend bool operator==(const LedgerReject&, const LedgerReject&) = default;
};

struct LedgerFile {
    std::string path;
    std::uint64_t bytes = 0;
    std::int64_t modified_ns = 0;  ///< since 1970
    bool complete = true;
    bool named = false;  ///< given by name, not found in a folder: files of no known format are
                         ///< then rejected
    std::uint64_t skipped = 0;
    std::vector<LedgerRecord> records;
    std::vector<LedgerReject> rejects;
    friend bool operator==(const LedgerFile&, const LedgerFile&) = default;
};

/// Which of two records of one id counts: the higher version, of one version that which takes the
/// article back, else the later by path, member and record. A total order, so it does not matter in
/// which order files are read.
bool outranks(const LedgerFile& left_file, const LedgerRecord& left, const LedgerFile& right_file,
              const LedgerRecord& right);

/// Files by path.
using LedgerFiles = std::map<std::string, LedgerFile, std::less<>>;

/// Reads the pieces of a manifest. Throws Failure index_damaged.
LedgerFiles read_ledger(const std::string& index, const std::vector<NamedFile>& pieces);

/// Writes a piece: entries to put and paths to drop. `path` is relative to the index.
NamedFile write_ledger_piece(const std::string& index, const std::string& path,
                             const std::vector<const LedgerFile*>& files,
                             const std::vector<std::string>& dropped);

}  // namespace archive
