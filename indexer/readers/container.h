// SPDX-License-Identifier: GPL-2.0-or-later
// container.h - Looks into compressed files and archives.
//
// gz, bz2, xz, zst and lz4 around anything; tar, zip and 7z with their members; one in another up
// to three levels ("a.tar.gz" is one level). Nothing is ever unpacked to disk. A member is named
// after '!': "a.tar.gz!b/c.jsonl"; a compressed single file keeps its name: "a.jsonl.gz".
// What was read before damage or a limit is kept.
#pragma once

#include "archive/base/limits.h"
#include "indexer/readers/file_bytes.h"
#include "indexer/readers/reader.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace indexer {

/// What containers may do; beyond it the rest of the container is rejected (container.limit).
struct ContainerLimits {
    std::size_t entries = archive::limits::container_entries;
    std::size_t entry_bytes =
        archive::limits::container_entry_bytes;  ///< of a container in another
    std::size_t levels = archive::limits::container_levels;
    std::size_t ratio = archive::limits::container_ratio;  ///< beyond the first MiB
};

/// Who is told what a file holds.
class MemberVisitor {
public:
    virtual ~MemberVisitor() = default;

    /// A file that is no container, or a member of one; of damaged ones what came before, and
    /// rejected() afterwards. What `bytes` throws may leave. Returns false to stop.
    virtual bool member(const Origin& origin, Bytes& bytes) = 0;

    /// Damage or a limit: the member, or the container itself, is lost from there on. Returns false
    /// to stop.
    virtual bool rejected(const std::string& path, archive::Error error) = 0;

    /// A member that is no file to read: a link, a device, a hidden name. Returns false to stop.
    virtual bool skipped(const std::string& path, std::string note) = 0;
};

/// Hands over everything `file` holds, in its order: the file itself, or the members of the
/// container it is. What `file` or a member throws as a Failure goes to rejected(); what the
/// visitor throws otherwise leaves. False when the visitor said stop.
bool for_each_member(FileBytes& file, const Origin& origin, const ContainerLimits& limits,
                     MemberVisitor& visitor);

/// A path without the name of the file: "a.tar.gz!b/" of "a.tar.gz!b/c.jsonl", "/news/" of
/// "/news/a.tar.gz".
std::string_view place_of(std::string_view path);

/// The name of the nearest folder of `path` that has a letter in it, so that "courier/2016/a.html"
/// gives "courier"; for a member at the top of a container the container's name. May be empty.
std::string folder_of(std::string_view path);

}  // namespace indexer
