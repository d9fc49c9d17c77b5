// SPDX-License-Identifier: GPL-2.0-or-later
// publication.h - Makes revisions: new segments, tombstones, ledger and manifest, published by one
// rename.
//
//   spool -> segments/N.tmp -> segments/N -> tombstones, ledger, changes -> manifest.json
//
// What a kill leaves before the rename of the manifest is named by nobody and swept later; after it
// the revision stands. Files that neither this nor the last manifest names are deleted, so that a
// reader that has just read the last manifest still finds everything.
#pragma once

#include "archive/index/earlier_stories.h"
#include "archive/index/index_lock.h"
#include "archive/index/ledger.h"
#include "archive/index/link_revision.h"
#include "archive/index/manifest.h"
#include "archive/index/snapshot.h"
#include "archive/index/source_facts.h"
#include "archive/index/spool.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace archive {

struct PublicationOptions {
    unsigned jobs = 1;  ///< threads
    std::size_t segment_articles = 100'000;
    std::size_t live_segments = 8;  ///< more are merged
    std::function<void(std::string_view step, std::uint64_t done, std::uint64_t all)>
        progress;  ///< may be empty
};

/// What a revision changes.
struct RevisionDraft {
    std::vector<SpooledArticle> articles;    ///< new and changed ones, any order, each id once
    std::vector<std::string> gone;           ///< ids that are no longer shown
    std::vector<const LedgerFile*> files;    ///< entries to write
    std::vector<std::string> dropped_files;  ///< paths that the ledger forgets
    std::optional<FileStamp> sources;  ///< of unpublished_sources(): what the new articles say of
                                       ///< their sources
    std::optional<LinksDraft> links;   ///< none: new articles have no links, others keep theirs
    RunCounts counts;
    double seconds = 0;
};

/// The writer of one index. Belongs to one run, which holds the lock.
class Publication {
public:
    /// For update: goes on from the published revision, or from nothing. Throws Failure
    /// index_damaged or index_schema. For rebuild: the first publication replaces everything; a
    /// sound index gives its uuid, its revision and the times its articles were added.
    /// index_damaged when the folder holds anything but an index of ours.
    enum class Mode : std::uint8_t { update, rebuild };
    Publication(const std::string& index, Mode mode, PublicationOptions options);
    ~Publication();

    const Manifest& manifest() const { return manifest_; }

    /// The published revision that this one goes on from; null when there is none, and in a
    /// rebuild.
    const std::shared_ptr<const Snapshot>& last() const { return snapshot_; }

    /// In a rebuild: the stories of the index that is replaced.
    const EarlierStories& earlier_stories() const { return earlier_stories_; }

    /// Says of articles that do not know it yet when they entered the archive: when they first did,
    /// else now. Returns the places of those that the last revision shows, by id.
    std::unordered_map<std::string, Location> settle_times(std::vector<SpooledArticle>& articles,
                                                           std::int64_t now) const;

    /// Writes and publishes one revision. `now` in seconds since 1970. Articles without a time of
    /// their own are added now. Throws Failure; then nothing was published and the object is not
    /// used again.
    void publish(const Spool& spool, RevisionDraft draft, std::int64_t now);

    /// Joins small segments, and those mostly deleted, until few are left; publishes when it did.
    void merge(std::int64_t now);

private:
    struct Build;
    void remember_earlier();
    SegmentEntry build(const std::vector<std::uint32_t>& packed_bytes,
                       const std::function<struct SegmentInput(std::size_t)>& input,
                       std::string_view step);
    void write_articles(const Spool& spool, RevisionDraft& draft, Manifest& next);
    void bury(const std::vector<std::string>& ids, Manifest& next);
    void write_ledger(const RevisionDraft& draft, Manifest& next);
    void write_sources(const RevisionDraft& draft, Manifest& next);
    void write_changes(const RevisionDraft& draft, std::vector<IdBytes> shown, std::int64_t now,
                       Manifest& next);
    void rename_into_place(Manifest next, std::int64_t now);

    std::string index_;
    Mode mode_;
    PublicationOptions options_;
    Manifest manifest_;
    std::shared_ptr<const Snapshot> snapshot_;  ///< of manifest_; null when there is none
    IdMap<std::int64_t> added_times_;
    EarlierStories earlier_stories_;
    bool history_known_ = true;  ///< false: what was shown before could not be read
};

/// Ends the program at a named point when the environment variable DATELINE_KILL_AT says so, as a
/// power cut would: for the tests of every point between two writes.
void kill_point(std::string_view name);

}  // namespace archive
