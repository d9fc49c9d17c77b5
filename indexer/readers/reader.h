// SPDX-License-Identifier: GPL-2.0-or-later
// reader.h - Turns one input file into articles.
//
// A reader knows one file format and nothing about the index. To add a format, write a Reader and
// one row in registry.cc; docs/formats.md walks through it.
#pragma once

#include "archive/base/result.h"
#include "archive/model/article.h"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace indexer {

/// Bytes of one file or one member of a container, read forwards once. Throws Failure when reading
/// fails: archive::ErrorCode::container_limit inside containers, file_unreadable outside. A
/// damaged container is a file that ends there: what came before is read, and broke_off() tells.
class Bytes {
public:
    virtual ~Bytes() = default;

    /// The first bytes, at most 4096, without consuming them.
    virtual std::string_view head() = 0;

    /// Fills `buffer` and says how much; 0 at the end.
    virtual std::size_t read(char* buffer, std::size_t size) = 0;

    /// Whether the end that was met, perhaps ahead of what was handed over, is none: damage of
    /// what the bytes lie in.
    virtual bool broke_off() const { return false; }
};

/// The files around the one that is read: in the same folders of the disk, or of the container.
class Neighbours {
public:
    virtual ~Neighbours() = default;

    /// Takes a file by its path, as in Origin. Return false to stop.
    using Taker = std::function<bool(const std::string& path, Bytes& bytes)>;

    /// Hands over those of `names` that are there, in any order. A name counts from the folder of
    /// the file that is read ("alto/0001.xml"), in a container one that begins with '/' from its
    /// top; one that leads out of that is not looked for, nor are links. Throws Failure as reading
    /// does.
    virtual void open(const std::vector<std::string>& names, const Taker& take) const = 0;

    /// Hands over the files in the folder of the file that is read and in the two above it whose
    /// first 4096 bytes are `wanted`. In folders of very many files only those whose name holds
    /// `word` are looked at.
    virtual void search(const std::function<bool(std::string_view head)>& wanted,
                        std::string_view word, const Taker& take) const = 0;
};

/// What a file is called and what is known of it from outside.
struct Origin {
    std::string path;    ///< for reports and identity: "a.tar.gz!b/c.jsonl"
    std::string folder;  ///< name of the folder it lies in: a source's last resort

    // What the crawl or container that holds it says; empty where nothing does.
    std::string url = {};                                ///< where it was published
    std::string charset = {};                            ///< as declared: "windows-1251"
    archive::DayNumber latest = archive::last_day_ever;  ///< nothing in it appeared later

    const Neighbours* neighbours = nullptr;  ///< lives while the file is read; null for none
};

/// One outcome of reading: an article, a rejected record, a record that is no article, or one that
/// takes an article back.
struct Record {
    enum class Kind : std::uint8_t { article, rejected, skipped, withdrawn };
    Kind kind = Kind::article;
    archive::Article
        article;  ///< for article: all the reader knows; provenance.path, record and reader set.
                  ///< For withdrawn: what its id is made of, and the version
    archive::Error error{archive::ErrorCode::article_unreadable,
                         {},
                         {},
                         {}};  ///< for rejected: the reason; `where` stays empty
    std::uint64_t record = 1;  ///< its number in the file; 0 when the whole file is meant
    std::string note;          ///< for skipped and withdrawn: why, for explain
};

/// Called once a record, in file order. Return false to stop reading.
using RecordSink = std::function<bool(Record)>;

class Reader {
public:
    virtual ~Reader() = default;

    /// The name users select it by and docs/formats.md has a section for: "jsonl".
    virtual std::string_view name() const = 0;

    /// Whether `head`, the first 4096 bytes of a file (or all of a shorter one), looks like this
    /// format. Cheap; never throws.
    virtual bool recognises(std::string_view head) const = 0;

    /// Reads every record up to the end, or until `sink` says stop. One damaged record is the
    /// sink's business, and reading goes on after it. Memory does not grow with the file, only with
    /// its largest record (archive/base/limits.h). Throws Failure when `bytes` does, after handing
    /// over what was read before.
    virtual void read(Bytes& bytes, const Origin& origin, const RecordSink& sink) const = 0;
};

}  // namespace indexer
