// SPDX-License-Identifier: GPL-2.0-or-later
// read_file.h - One input file to its records: opened, unpacked, recognised, read.
//
// Whatever a file holds, it yields at least one record: articles, rejects with their reason, or
// the reason why it was skipped. Damage in one place costs what lies there, never the rest.
#pragma once

#include "indexer/input_files.h"
#include "indexer/readers/container.h"
#include "indexer/readers/reader.h"
#include "indexer/readers/registry.h"

#include <cstdint>
#include <functional>
#include <string>

namespace indexer {

/// Whether the file's hash is worked out, by one more pass over it before it is read.
enum class Hashing : std::uint8_t { none, sha256 };

struct ReadOptions {
    ContainerLimits limits;
    Hashing hashing = Hashing::none;
};

/// One record, with the path to print: as given on the command line, inner paths after '!'. The
/// path of an article's provenance is the real one.
struct RecordOutcome {
    std::string path;
    Record record;  ///< article.id is not set yet
};

/// Called in file order. Return false to stop reading.
using OutcomeSink = std::function<bool(RecordOutcome)>;

/// What was read, for the ledger.
struct FileOutcome {
    std::uint64_t size = 0;     ///< when reading began
    std::int64_t mtime_ns = 0;  ///< when reading began
    std::string sha256;         ///< 64 hex digits; empty without Hashing::sha256
    bool changed = false;       ///< it changed while it was read; the next run must read it again
    bool stopped = false;       ///< the sink said stop
};

/// Reads one file whole and hands its records to `sink`. Every error becomes a rejected record,
/// with record 0 where the whole file or member is meant; only what `sink` throws leaves. A file
/// that changes meanwhile is read once more when nothing of it was handed over yet (of a file that
/// was written to in the last two seconds, up to 1,000 records and 16 MiB are held back for that);
/// else, or if it changes again, it gets one more rejected record (file.changed). Thread-safe.
FileOutcome read_file(const Registry& registry, const InputFile& file, const ReadOptions& options,
                      const OutcomeSink& sink);

/// The SHA-256 of a file as 64 hex digits. Throws Failure (file_unreadable).
std::string file_sha256(const std::string& real_path);

}  // namespace indexer
