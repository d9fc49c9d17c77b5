// SPDX-License-Identifier: GPL-2.0-or-later
// unpacking.h - One layer of compression, or one archive of files, undone as it is read.
//
// The only place that names libarchive; gzip and zstd are undone by stream_unpacking.h. Of its
// filters and formats just the one needed is switched on: never its own WARC reader, which loses
// records without a word, nor those that take any text for an archive.
#pragma once

#include "indexer/readers/file_bytes.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace indexer {

enum class Packing : std::uint8_t { none, gzip, bzip2, xz, zstd, lz4, tar, zip, seven_zip };

/// How a file that begins with `head` (4096 bytes, or all) is packed.
Packing packing_of(std::string_view head);

/// Whether it holds files by name; else it is one file, compressed.
bool is_box(Packing packing);

/// The name of the first entry of a zip file that begins with `head`; empty for anything else.
std::string_view first_zip_entry(std::string_view head);

/// Whether a zip file with this first entry is one document in parts (an office file, a book, a
/// program) and not a box of files: packing_of() says none.
bool is_zipped_document(std::string_view first_entry);

/// What comes out of a layer.
class Unpacked {
public:
    virtual ~Unpacked() = default;

    /// Fills `buffer`; 0 at the end. Throws Failure: container_damaged, or what reading the layer
    /// below throws.
    virtual std::size_t read(char* buffer, std::size_t size) = 0;

    /// How far it has come in the layer below, and how many bytes it made of that.
    virtual std::uint64_t position() const = 0;
    virtual std::uint64_t unpacked() const = 0;
};

class Unpacking final : public Unpacked {
public:
    /// `from` must outlive this; zip and 7z need a PlacedBytes, which is read from its beginning.
    Unpacking(Bytes& from, Packing packing);
    ~Unpacking() override;
    Unpacking(const Unpacking&) = delete;
    Unpacking& operator=(const Unpacking&) = delete;

    struct Entry {
        enum class Kind : std::uint8_t { file, folder, link, special };
        Kind kind = Kind::file;
        std::string
            name;  ///< UTF-8 where that is known, else its bytes; empty in a compressed file
        bool encrypted = false;
    };

    /// The next entry, or nothing after the last one. Throws Failure (container_damaged), or what
    /// reading `from` throws.
    std::optional<Entry> next();

    /// Fills `buffer` from the current entry; 0 at its end. Throws as next().
    std::size_t read(char* buffer, std::size_t size) override;

    /// Whether more entries may follow after a Failure.
    bool usable() const;

    std::uint64_t position() const override;
    std::uint64_t unpacked() const override;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace indexer
