// SPDX-License-Identifier: GPL-2.0-or-later
// archive_run.h - One run of update or rebuild: walk, read, settle, publish.
//
// A file whose size and time are those of the ledger costs one stat. Everything else is read into
// the spool; a long update publishes what it has every so often, a rebuild once. Nothing is dropped
// in silence: the sums are checked before they are printed.
#pragma once

#include "archive/base/settings.h"
#include "archive/index/ledger.h"
#include "archive/index/manifest.h"
#include "archive/index/publication.h"
#include "archive/index/source_facts.h"
#include "indexer/claims.h"
#include "indexer/progress.h"
#include "indexer/reading_room.h"

#include <atomic>
#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

namespace indexer {

struct RunRequest {
    archive::Publication::Mode mode = archive::Publication::Mode::update;
    std::string index;
    std::vector<std::string> paths;
    Links links = Links::leave;
};

/// A rejected record, as standard error and --report name it.
struct RejectedRecord {
    std::string path;  ///< members after '!'
    std::uint64_t record = 0;
    std::string reason;
};

struct RunReport {
    archive::RunCounts counts;
    double seconds = 0;
    std::uint64_t revision = 0;
    std::vector<RejectedRecord> rejects;  ///< of unchanged files too
    int interrupted = 0;                  ///< the signal that ended the run early, or 0
};

/// "path:record: reason", or "path: reason"; control characters escaped.
std::string reject_line(const RejectedRecord& reject);

class ArchiveRun {
public:
    /// `signal` is set by a handler to the number of a signal that asks the run to end.
    ArchiveRun(RunRequest request, const archive::Settings& settings,
               const std::atomic<int>& signal, Progress& progress);
    ~ArchiveRun();

    /// Does it all. The caller holds the lock of the index. Throws Failure; then the last revision
    /// published stands.
    RunReport run();

private:
    using Works = std::map<std::string, std::shared_ptr<FileWork>>;

    bool unchanged(const InputFile& file) const;
    bool in_scope(const std::string& path) const;
    bool publication_due() const;
    void walk();
    void foresee();
    void note(const LeftAlone& left);
    void publish(bool last);
    void collect(Works& works, bool last);
    void link_stories(archive::RevisionDraft& draft, std::int64_t now);
    void read_again(std::vector<archive::SpooledArticle>& articles, archive::RevisionDraft& draft);
    archive::RunCounts counted() const;
    std::vector<RejectedRecord> all_rejects() const;

    RunRequest request_;
    const archive::Settings& settings_;
    const std::atomic<int>& signal_;
    Progress& progress_;
    std::vector<InputRoot> roots_;
    archive::LedgerFiles ledger_;
    std::unique_ptr<archive::Publication> publication_;
    std::unique_ptr<archive::SourceRecords> sources_;  ///< of the revision published last
    std::unique_ptr<archive::Spool> spool_;
    std::unique_ptr<Registry> registry_;
    std::shared_ptr<const NameKnowledge> names_;
    std::unique_ptr<ReadingRoom> room_;

    std::unordered_set<std::string> seen_;       ///< real paths met by the walk
    std::vector<RejectedRecord> unreadable_;     ///< met by the walk
    std::vector<std::string> unreadable_paths_;  ///< real paths: they have not vanished
    std::uint64_t left_alone_ = 0;               ///< links, pipes, hidden names
    archive::IdSet fresh_;                       ///< published as new in this run
    archive::IdSet changed_;                     ///< published as updated in this run
    std::unordered_map<std::string, std::string>
        shown_paths_;  ///< by real path, when given otherwise
    std::uint64_t removed_ = 0;
    std::optional<archive::RunCounts> counts_;  ///< of the last publication, if it published
    std::uint64_t published_articles_ = 0;
    std::chrono::steady_clock::time_point begun_, published_at_;
};

}  // namespace indexer
