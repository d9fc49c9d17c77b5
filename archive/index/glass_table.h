// SPDX-License-Identifier: GPL-2.0-or-later
// glass_table.h - Writes a Xapian database of postings front to back, as xapian-compact leaves it.
//
// Xapian's own writer takes postings document by document, in any order, and pays for it with two
// balanced trees in memory; its compaction keeps the pieces apart. When all entries come in the
// order of their keys, a B-tree is a row of full blocks, and the levels above them. The format is
// "glass", 2016-03-14, which Xapian 1.4 writes and all later versions read:
//
//   iamglass          magic, uuid, revision; of each of six tables its root, level, entries, block
//                     size; counts and lengths of the documents
//   postlist.glass    blocks of 8 KiB, the leaves in order, then the branches
//
//   block    revision (4 bytes), level (1), free (2), free (2), end of directory (2), directory
//            (an offset of 2 bytes an item), free space, items from the end of the block backwards
//   leaf     size less 3 with the bits "first" and "last" (2), length of key (1), key, tag
//   branch   block (4), length of key (1), key, component (2): keys from here on are in that block
//
// The first item of the first leaf is empty, and the first key of every branch. Tags are kept small
// enough never to be split among items. Numbers are big-endian, but varints in iamglass and tags.
#pragma once

#include "archive/base/files.h"
#include "archive/index/posting_part.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace archive {

class GlassTable {
public:
    /// The longest key.
    static constexpr std::size_t key_bytes = 255;

    /// Makes the table in a folder that exists. Throws Failure, as everything does.
    explicit GlassTable(std::string folder);

    /// How long a tag may be under a key of so many bytes: in any block, and in the one at hand.
    static std::size_t largest_tag(std::size_t key_size);
    std::size_t room(std::size_t key_size) const;

    /// Adds an entry. Keys come in ascending order, each once; the tag is no longer than
    /// largest_tag().
    void add(std::string_view key, std::string_view tag);

    /// Writes what is left and makes all durable. Returns the files, named as in the folder.
    std::vector<std::pair<std::string, FileStamp>> finish(const PostingStatistics& statistics);

private:
    struct Branch {
        std::string key;  ///< the least that tells the block from the one before
        std::uint32_t block = 0;
    };

    void put(std::string_view item);
    void end_block(std::uint8_t level);
    std::uint32_t write_branches();
    std::string version(std::uint32_t root, const PostingStatistics& statistics) const;

    std::string folder_;
    NewFile file_;
    std::string block_;
    std::string last_key_;
    std::size_t directory_end_;  ///< within block_
    std::size_t items_begin_;    ///< within block_
    std::uint32_t blocks_ = 0;   ///< written
    std::uint32_t entries_ = 0;
    std::uint32_t level_ = 0;  ///< of the root, when all is written
    std::vector<Branch> branches_;
    std::string item_;
};

/// A docid behind the key of a term's first postings: it sorts as the number does.
void put_sorting_number(std::string& key, std::uint32_t value);

}  // namespace archive
