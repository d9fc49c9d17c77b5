// SPDX-License-Identifier: GPL-2.0-or-later
// file_work.h - What has been read of one input file so far.
#pragma once

#include "archive/index/ledger.h"
#include "archive/index/spool.h"
#include "indexer/input_files.h"

#include <cstddef>
#include <string>
#include <vector>

namespace indexer {

/// A file on its way into the index. Written by the reading room, read by the run while the room
/// pauses.
struct FileWork {
    InputFile file;
    archive::LedgerFile entry;  ///< `complete` once all of it was read
    /// The articles of entry.records, one for one; an empty id once it was published (or was never
    /// spooled).
    std::vector<archive::SpooledArticle> spooled;
    std::uint64_t read = 0;   ///< records that came from the reader, of whatever kind
    std::size_t pending = 0;  ///< those of them that still lie with a thread
    bool read_whole = false;  ///< no further record comes from the reader
    bool unreadable = false;  ///< could not be opened or read: what it held has not vanished
    bool done = false;        ///< nothing more will come
};

}  // namespace indexer
