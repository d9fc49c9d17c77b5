// SPDX-License-Identifier: GPL-2.0-or-later
// manifest.h - What an index consists of: one small file that is replaced by one rename.
//
// Invariants:
//  1. A reader that has read the manifest finds everything it names, unchanged, until one
//  publication later.
//  2. The manifest is the last thing written: what it does not name does not exist.
//  3. It names every file with size and checksum (those of a segment through segment.json) and ends
//  with a checksum
//     of itself, so that a flipped bit anywhere is found by `check`.
#pragma once

#include "archive/base/files.h"
#include "archive/base/result.h"
#include "archive/model/date.h"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace archive {

/// A file and its stamp; the path is relative to the index.
struct NamedFile {
    std::string path;
    FileStamp stamp;
    friend bool operator==(const NamedFile&, const NamedFile&) = default;
};

struct SegmentEntry {
    std::string name;  ///< "000017": segments/000017/
    FileStamp facts;   ///< of its segment.json
    std::uint32_t documents = 0;
    std::uint64_t bytes = 0;  ///< of all its files
    DayNumber first_day = 0, last_day = 0;
    std::uint32_t deleted = 0;            ///< documents that this revision no longer shows
    std::optional<NamedFile> tombstones;  ///< bitmap of them
    std::optional<NamedFile> links;       ///< of its articles; none when no article has any
    friend bool operator==(const SegmentEntry&, const SegmentEntry&) = default;
};

/// Sums of one run; read = new + updated + unchanged + duplicate + rejected + skipped.
struct RunCounts {
    std::uint64_t read = 0, added = 0, updated = 0, unchanged = 0, duplicate = 0, rejected = 0,
                  skipped = 0, removed = 0, withdrawn = 0;
    friend bool operator==(const RunCounts&, const RunCounts&) = default;
};

/// The names of the counts, in the order of the summary line: "read", "new", "updated" ...
std::span<const std::pair<std::string_view, std::uint64_t RunCounts::*>> run_count_names();

/// "segments/000017", relative to the index.
std::string segment_folder(std::string_view name);

struct Manifest {
    int schema = 0;
    std::string uuid;  ///< of the index; kept by update and rebuild
    std::uint64_t revision = 0;
    std::int64_t published = 0;                ///< seconds since 1970
    std::uint64_t next_segment = 1;            ///< number of the next segment's folder
    std::vector<SegmentEntry> segments;        ///< by first day; those without dates last
    std::vector<NamedFile> ledger;             ///< pieces, oldest first
    std::vector<NamedFile> sources;            ///< pieces of source_facts.h, oldest first
    std::optional<NamedFile> stories, events;  ///< the tables that links number
    std::vector<NamedFile>
        changes;  ///< ids added, changed, removed by the last revisions, oldest first
    RunCounts last_run;
    double last_run_seconds = 0;
    friend bool operator==(const Manifest&, const Manifest&) = default;
};

std::string to_json(const Manifest& manifest);

/// Reads INDEX/manifest.json. Errors: index_not_ready (there is none), index_schema (another
/// schema), index_damaged.
Result<Manifest> read_manifest(const std::string& index);

/// Replaces INDEX/manifest.json durably by one rename. Throws Failure.
void publish_manifest(const std::string& index, const Manifest& manifest);

}  // namespace archive
