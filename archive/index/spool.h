// SPDX-License-Identifier: GPL-2.0-or-later
// spool.h - Analysed articles on disk, on their way from the readers to a segment.
//
// Segments are in order of date and files are not, so articles wait here. They are packed quickly,
// as a small segment stores them; a larger one packs them with what it learned. The file has no
// name once it is open, so that nothing is left of it when the program ends, however it ends.
#pragma once

#include "archive/index/identity.h"
#include "archive/index/signatures.h"
#include "archive/model/article.h"

#include <atomic>
#include <cstdint>
#include <mutex>
#include <string>
#include <string_view>

namespace archive {

/// Where an article lies in the spool, and what its order in a segment depends on. One is held for
/// each article of a run, so it is small.
struct SpooledArticle {
    IdBytes id;
    DayNumber first_day = 0, last_day = 0;
    std::uint64_t at = 0;
    std::uint64_t content =
        0;  ///< hash of the article without where it was read from: tells changed from unchanged
    std::int64_t added = 0;      ///< seconds since 1970; set by whoever knows
    std::uint64_t source = 0;    ///< tells sources apart; set by whoever knows
    std::uint64_t event_at = 0;  ///< behind where its event signature lies; 0 when it has none
    std::uint64_t notes_at = 0;  ///< where its notes lie
    std::uint32_t packed_bytes = 0;
    std::uint32_t notes_bytes = 0;
    Certainty certainty = Certainty::none;
    bool altered = false;  ///< machine-altered wording
};

class Spool {
public:
    /// A file in `folder`, of which no other spool has the name. Throws Failure.
    explicit Spool(const std::string& folder, const std::string& name = "spool.tmp");
    ~Spool();
    Spool(const Spool&) = delete;
    Spool& operator=(const Spool&) = delete;

    /// Packs and appends, with notes about the article that can be read without unpacking it. Any
    /// thread. Throws Failure (disk_full, io_failed).
    SpooledArticle add(const Article& article, std::string_view notes = {});

    /// Puts another reading of the article in its place; notes and `content` stay those of the
    /// first. Any thread, one an article.
    void replace(SpooledArticle& entry, const Article& article);

    /// The packed article. Any thread.
    std::string packed(const SpooledArticle& article) const;

    /// Its signatures. Any thread.
    Signatures signatures(const SpooledArticle& article) const;
    CopySignature copies(const SpooledArticle& article) const;
    EventSignature event(const SpooledArticle& article) const;

    /// Keeps what the article is about, which another floor works out. Any thread.
    void sign(SpooledArticle& entry, const EventSignature& event);

    /// The notes about it. Any thread.
    std::string notes(const SpooledArticle& article) const;

    /// Forgets everything, to start a new batch.
    void clear();

    std::uint64_t bytes() const { return end_; }

private:
    void place(SpooledArticle& entry, const Article& article, std::string_view encoded);
    std::uint64_t append(std::string_view bytes);
    std::string read(std::uint64_t at, std::size_t bytes) const;

    std::string path_;
    int fd_ = -1;
    std::mutex appending_;
    std::atomic<std::uint64_t> end_{0};  ///< asked while others append
};

/// The hash that SpooledArticle::content holds.
std::uint64_t content_hash(const Article& article);

}  // namespace archive
