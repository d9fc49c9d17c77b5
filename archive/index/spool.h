// SPDX-License-Identifier: GPL-2.0-or-later
// spool.h - Analysed articles on disk, on their way from the readers to a segment.
//
// Segments are in order of date and files are not, so articles wait here: packed as the segment
// will store them. The file has no name once it is open, so that nothing is left of it when the
// program ends, however it ends.
#pragma once

#include "archive/model/article.h"

#include <cstdint>
#include <mutex>
#include <string>

namespace archive {

/// Where an article lies in the spool, and what its order in a segment depends on.
struct SpooledArticle {
    std::string id;
    DayNumber first_day = 0, last_day = 0;
    std::uint64_t at = 0;
    std::uint32_t packed_bytes = 0;
    std::uint64_t content =
        0;  ///< hash of the article without where it was read from: tells changed from unchanged
    std::int64_t added = 0;  ///< seconds since 1970; set by whoever knows
};

class Spool {
public:
    /// A file in `folder`. Throws Failure.
    explicit Spool(const std::string& folder);
    ~Spool();
    Spool(const Spool&) = delete;
    Spool& operator=(const Spool&) = delete;

    /// Packs and appends. Any thread. Throws Failure (disk_full, io_failed).
    SpooledArticle add(const Article& article);

    /// The packed article. Any thread.
    std::string packed(const SpooledArticle& article) const;

    /// Forgets everything, to start a new batch.
    void clear();

    std::uint64_t bytes() const { return end_; }

private:
    std::string path_;
    int fd_ = -1;
    std::mutex appending_;
    std::uint64_t end_ = 0;
};

/// The hash that SpooledArticle::content holds.
std::uint64_t content_hash(const Article& article);

}  // namespace archive
