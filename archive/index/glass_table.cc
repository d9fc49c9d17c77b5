// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/index/glass_table.h"

#include "archive/base/error.h"
#include "archive/index/number_bytes.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <random>

namespace archive {

namespace {

constexpr std::size_t block_bytes = 8192;
constexpr std::size_t directory_begin = 11;
constexpr std::size_t directory_entry = 2;
constexpr std::size_t leaf_head = 3;
constexpr std::uint32_t revision = 1;

/// Four of the largest items fit into a block.
constexpr std::size_t largest_item = (block_bytes - directory_begin - 4 * directory_entry) / 4;

void put_big_endian(std::string& bytes, std::uint32_t value, unsigned size) {
    while (size-- > 0) bytes += static_cast<char>(static_cast<unsigned char>(value >> 8U * size));
}

void set_big_endian(std::string& bytes, std::size_t at, std::uint32_t value, unsigned size) {
    for (; size > 0; ++at)
        bytes[at] = static_cast<char>(static_cast<unsigned char>(value >> 8U * --size));
}

std::string leaf_item(std::string_view key, std::string_view tag) {
    constexpr std::uint32_t first_and_last = 0x6000;
    std::string item;
    put_big_endian(item, static_cast<std::uint32_t>(key.size() + tag.size()) | first_and_last, 2);
    item += static_cast<char>(static_cast<unsigned char>(key.size()));
    item.append(key).append(tag);
    return item;
}

std::string branch_item(std::string_view key, std::uint32_t block) {
    std::string item;
    put_big_endian(item, block, 4);
    item += static_cast<char>(static_cast<unsigned char>(key.size()));
    item += key;
    put_big_endian(item, key.empty() ? 0 : 1, 2);
    return item;
}

/// The shortest beginning of `key` that sorts behind `before`.
std::string_view parting(std::string_view before, std::string_view key) {
    const auto differs = std::mismatch(before.begin(), before.end(), key.begin(), key.end());
    return key.substr(0, static_cast<std::size_t>(differs.second - key.begin()) + 1);
}

std::string random_bytes(std::size_t count) {
    std::random_device source;
    std::string bytes;
    while (bytes.size() < count) put_big_endian(bytes, source(), 4);
    return bytes;
}

}  // namespace

GlassTable::GlassTable(std::string folder)
    : folder_(std::move(folder)),
      file_(folder_ + "/postlist.glass"),
      block_(block_bytes, '\0'),
      directory_end_(directory_begin),
      items_begin_(block_bytes) {
    put(leaf_item("", ""));
}

std::size_t GlassTable::largest_tag(std::size_t key_size) {
    return largest_item - leaf_head - key_size;
}

std::size_t GlassTable::room(std::size_t key_size) const {
    const std::size_t taken = directory_end_ + directory_entry + leaf_head + key_size;
    return items_begin_ > taken ? std::min(items_begin_ - taken, largest_tag(key_size)) : 0;
}

void GlassTable::put(std::string_view item) {
    items_begin_ -= item.size();
    block_.replace(items_begin_, item.size(), item);
    set_big_endian(block_, directory_end_, static_cast<std::uint32_t>(items_begin_), 2);
    directory_end_ += directory_entry;
}

void GlassTable::end_block(std::uint8_t level) {
    const auto free = static_cast<std::uint32_t>(items_begin_ - directory_end_);
    set_big_endian(block_, 0, revision, 4);
    set_big_endian(block_, 4, level, 1);
    set_big_endian(block_, 5, free, 2);
    set_big_endian(block_, 7, free, 2);
    set_big_endian(block_, 9, static_cast<std::uint32_t>(directory_end_), 2);
    std::fill(block_.begin() + static_cast<std::ptrdiff_t>(directory_end_),
              block_.begin() + static_cast<std::ptrdiff_t>(items_begin_), '\0');
    file_.write(block_);
    ++blocks_;
    directory_end_ = directory_begin;
    items_begin_ = block_bytes;
}

void GlassTable::add(std::string_view key, std::string_view tag) {
    assert(!key.empty() && key.size() <= key_bytes && last_key_ < key);
    assert(tag.size() <= largest_tag(key.size()));
    const std::string item = leaf_item(key, tag);
    if (items_begin_ < directory_end_ + directory_entry + item.size()) {
        end_block(0);
        branches_.push_back({std::string(parting(last_key_, key)), blocks_});
    }
    put(item);
    last_key_ = key;
    ++entries_;
}

/// Level over level, until one block is enough. Returns the number of the root.
std::uint32_t GlassTable::write_branches() {
    branches_.insert(branches_.begin(), {"", 0});
    while (branches_.size() > 1) {
        ++level_;
        std::vector<Branch> above;
        for (std::size_t i = 0; i < branches_.size(); ++i) {
            const auto size = branch_item(branches_[i].key, branches_[i].block).size();
            const bool full = items_begin_ < directory_end_ + directory_entry + size;
            if (full) end_block(static_cast<std::uint8_t>(level_));
            const bool first = items_begin_ == block_bytes;
            if (first) above.push_back({branches_[i].key, blocks_});
            put(branch_item(first ? "" : branches_[i].key, branches_[i].block));
        }
        end_block(static_cast<std::uint8_t>(level_));
        branches_ = std::move(above);
    }
    return branches_.front().block;
}

std::string GlassTable::version(std::uint32_t root, const PostingStatistics& statistics) const {
    using namespace std::string_view_literals;
    constexpr auto magic = "\x0f\x0dXapian Glass\x04\x6e"sv;
    constexpr std::uint32_t block_unit = 2048;
    constexpr std::uint32_t whole_blocks_in_order = 2;  // the other bit: there is no root yet
    constexpr std::uint32_t no_root = 3;

    std::string bytes(magic);
    bytes += random_bytes(16);
    put_number(bytes, revision);

    put_number(bytes, root);
    put_number(bytes, level_ << 2U | whole_blocks_in_order);
    put_number(bytes, entries_);
    put_number(bytes, block_bytes / block_unit);
    put_number(bytes, 0);  // tags are not compressed
    std::string unused;    // the list of unused blocks: its revision, the first, and nothing
    put_number(unused, revision);
    put_number(unused, blocks_);
    unused.append(4, '\0');
    put_text(bytes, unused);

    // Document data, term lists, positions, spelling, synonyms: none. Tags from so many bytes on
    // would be compressed.
    for (const unsigned compressed_from : {18U, 18U, 0U, 18U, 18U}) {
        for (const unsigned value :
             {0U, no_root, 0U, unsigned{block_bytes / block_unit}, compressed_from, 0U})
            put_number(bytes, value);
    }
    put_number(bytes, statistics.documents);
    put_number(bytes, 0);  // the last docid less the number of documents
    put_number(bytes, statistics.shortest);
    put_number(bytes, statistics.most_occurrences);
    put_number(bytes, statistics.longest - statistics.most_occurrences);
    put_number(bytes, 0);  // changesets
    put_number(bytes, statistics.length);
    put_number(bytes, 0);  // spelling
    return bytes;
}

std::vector<std::pair<std::string, FileStamp>> GlassTable::finish(
    const PostingStatistics& statistics) {
    end_block(0);
    const auto root = write_branches();
    std::vector<std::pair<std::string, FileStamp>> files;
    files.emplace_back("iamglass",
                       write_whole_file(folder_ + "/iamglass", version(root, statistics)));
    files.emplace_back("postlist.glass", file_.finish());
    return files;
}

void put_sorting_number(std::string& key, std::uint32_t value) {
    // As many ones as there are bytes above the second, then a zero, then the number.
    unsigned size = 2;
    while (size < 5 && value >> (7U * size + 1U) != 0) ++size;
    const auto ones = static_cast<unsigned char>(0xFFU << (10U - size));
    const auto high = size < 5 ? static_cast<unsigned char>(value >> 8U * (size - 1)) : 0U;
    key += static_cast<char>(static_cast<unsigned char>(ones | high));
    put_big_endian(key, value, size - 1);
}

}  // namespace archive
