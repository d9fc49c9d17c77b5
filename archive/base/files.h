// SPDX-License-Identifier: GPL-2.0-or-later
// files.h - Files that are written once, made durable and read through memory.
//
// Everything throws Failure with the path: disk_full when there is no space, else io_failed or what
// is said below.
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

struct XXH3_state_s;

namespace archive {

/// What a manifest says of a file.
struct FileStamp {
    std::uint64_t bytes = 0;
    std::uint64_t checksum = 0;  ///< XXH3, 64 bits, of all bytes

    friend bool operator==(const FileStamp&, const FileStamp&) = default;
};

/// A new file, written forwards. finish() makes it durable; without it the destructor leaves what
/// is there.
class NewFile {
public:
    /// Fails when the file exists.
    explicit NewFile(std::string path);
    ~NewFile();
    NewFile(const NewFile&) = delete;
    NewFile& operator=(const NewFile&) = delete;

    void write(std::string_view bytes);
    std::uint64_t size() const { return size_; }

    /// Flushes, fsyncs and closes.
    FileStamp finish();

private:
    void flush();

    std::string path_;
    std::string buffer_;
    XXH3_state_s* hash_;
    std::uint64_t size_ = 0;
    int fd_ = -1;
};

/// A file mapped read-only for as long as the object lives. An empty file has no bytes.
class Mapping {
public:
    Mapping() = default;
    explicit Mapping(const std::string& path);
    Mapping(Mapping&& other) noexcept;
    Mapping& operator=(Mapping&& other) noexcept;
    ~Mapping();

    std::string_view bytes() const { return {static_cast<const char*>(start_), size_}; }

    /// Asks the kernel to read the file ahead, in the background.
    void will_need() const;

    /// That bytes `from` to before `to` are done with: whole pages of them no longer count as
    /// memory of ours. They can still be read.
    void done_with(std::size_t from, std::size_t to) const;

private:
    void* start_ = nullptr;
    std::size_t size_ = 0;
};

/// Fills `into` with the bytes of a file from `at` on, all of which must be there.
void read_part_of_file(const std::string& path, std::uint64_t at, std::span<char> into);

/// The whole file.
std::string read_whole_file(const std::string& path);

/// Writes a new file durably; fails when it exists.
FileStamp write_whole_file(const std::string& path, std::string_view bytes);

/// Replaces `path` by one rename of a durable file, and fsyncs its directory.
void replace_file(const std::string& path, std::string_view bytes);

/// The stamp of an existing file, read whole.
FileStamp stamp_of(const std::string& path);

/// The checksum that stamps hold, of bytes at hand.
std::uint64_t checksum_of(std::string_view bytes);

/// Makes the entries of a directory durable.
void sync_directory(const std::string& path);

/// Fails with disk_full unless the file system of `path` has `bytes` free.
void require_space(const std::string& path, std::uint64_t bytes);

}  // namespace archive
