// SPDX-License-Identifier: GPL-2.0-or-later
// file_bytes.h - The bytes of a file on disk, or of one held in memory.
#pragma once

#include "indexer/readers/reader.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace indexer {

/// Bytes whose first ones can be looked at; what lies below is asked through pull().
class HeadedBytes : public Bytes {
public:
    std::string_view head() final;
    std::size_t read(char* buffer, std::size_t size) final;

protected:
    /// As read(), for bytes that head() did not fetch.
    virtual std::size_t pull(char* buffer, std::size_t size) = 0;

    /// Forgets what was looked at, after moving to another place.
    void drop_head();

private:
    std::string head_;
    std::size_t handed_over_ = 0;  // of head_
    bool looked_ = false;
};

/// Bytes of known length that can be read from any place.
class PlacedBytes : public HeadedBytes {
public:
    virtual std::uint64_t size() const = 0;

    /// Goes on at byte `at`, counted from the beginning; at most size().
    virtual void seek(std::uint64_t at) = 0;
};

/// A regular file. It is opened without following a link and without waiting for a pipe. Throws
/// Failure (file_unreadable) when that or reading fails.
class FileBytes final : public PlacedBytes {
public:
    explicit FileBytes(const std::string& path);
    ~FileBytes() override;
    FileBytes(const FileBytes&) = delete;
    FileBytes& operator=(const FileBytes&) = delete;

    /// When the file was opened.
    std::uint64_t size() const override { return opened_.size; }
    void seek(std::uint64_t at) override;

    /// Size and last change; one of them differs when somebody wrote to the file.
    struct Stamp {
        std::uint64_t size = 0;
        std::int64_t mtime_ns = 0;
        friend bool operator==(const Stamp&, const Stamp&) = default;
    };
    Stamp stamp() const;  ///< now

    /// SHA-256 of the whole file as 64 hex digits. Reading starts over afterwards.
    std::string sha256();

    /// How many bytes were read so far; those read twice count twice.
    std::uint64_t taken() const { return taken_; }

protected:
    std::size_t pull(char* buffer, std::size_t size) override;

private:
    std::string path_;
    int descriptor_ = -1;
    Stamp opened_;
    std::uint64_t at_ = 0;
    std::uint64_t taken_ = 0;
};

/// Bytes in memory.
class MemoryBytes final : public PlacedBytes {
public:
    explicit MemoryBytes(std::string bytes);

    std::uint64_t size() const override { return bytes_.size(); }
    void seek(std::uint64_t at) override;

protected:
    std::size_t pull(char* buffer, std::size_t size) override;

private:
    std::string bytes_;
    std::size_t at_ = 0;
};

/// Bytes of which the first were read already, and are read again.
class PrecededBytes final : public HeadedBytes {
public:
    /// `rest` must outlive this.
    PrecededBytes(std::string first, Bytes& rest) : first_(std::move(first)), rest_(rest) {}

protected:
    std::size_t pull(char* buffer, std::size_t size) override;

private:
    std::string first_;
    std::size_t at_ = 0;
    Bytes& rest_;
};

/// The next `size` bytes, fewer at the end; what follows is still there.
std::string read_first(Bytes& bytes, std::size_t size);

/// Everything `bytes` has left, at most `limit` bytes; `more` tells that there was more.
struct WholeText {
    std::string text;
    bool more = false;
};
WholeText read_whole(Bytes& bytes, std::size_t limit);

}  // namespace indexer
