// SPDX-License-Identifier: GPL-2.0-or-later
// reading_room.h - Threads that read files and analyse articles, into the spool.
//
// Some threads read (a file is read by one, in its order), others analyse, so that one large file
// uses all cores too. Between two calls of pause() and resume() nothing moves, and what was handed
// over can be published.
#pragma once

#include "archive/index/spool.h"
#include "indexer/file_work.h"
#include "indexer/names/name_reader.h"
#include "indexer/readers/read_file.h"

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace indexer {

struct ReadingOptions {
    unsigned jobs = 1;  ///< threads of each sort
    ReadOptions reading;
    std::string archive_root;  ///< for article ids
    std::shared_ptr<const NameKnowledge> names = std::make_shared<NameKnowledge>();
};

class ReadingRoom {
public:
    /// Told of every rejected record, from any thread: the line to print.
    using RejectSink =
        std::function<void(const std::string& path, const archive::LedgerReject& reject)>;

    ReadingRoom(const Registry& registry, archive::Spool& spool, ReadingOptions options,
                RejectSink rejected);

    /// Stops as soon as records at hand are done.
    ~ReadingRoom();
    ReadingRoom(const ReadingRoom&) = delete;
    ReadingRoom& operator=(const ReadingRoom&) = delete;

    /// Takes a file to be read; waits when many are waiting. The work lives until the room is gone
    /// or it was taken back.
    void read(InputFile file);

    /// Waits until every file is done, the room was told to stop, or `until` says so, asked several
    /// times a second. Throws what a thread met.
    void wait(const std::function<bool()>& until);

    /// Lets nothing move, after the records at hand are done. Throws what a thread met.
    void pause();
    void resume();

    /// Only while paused: all works, in the order they came. Those that are done leave the room; of
    /// the others a copy, with the articles that no copy had before.
    std::vector<std::shared_ptr<FileWork>> works();

    /// No further record is taken; files stay incomplete.
    void stop() { stopping_ = true; }

    std::uint64_t articles() const { return articles_; }
    std::uint64_t rejects() const { return rejects_; }
    std::uint64_t bytes() const { return bytes_; }

private:
    struct Task {
        std::shared_ptr<FileWork> work;
        std::size_t slot = 0;
        std::string filed;
        archive::Article article;
    };

    void read_files();
    void analyse_articles();
    void read_one(const std::shared_ptr<FileWork>& work);
    bool take(const std::shared_ptr<FileWork>& work, RecordOutcome outcome);
    void end_if_over(FileWork& work);
    void wake_all();
    void fail();
    void rethrow();

    const Registry& registry_;
    archive::Spool& spool_;
    ReadingOptions options_;
    RejectSink rejected_;

    std::mutex mutex_;
    // Who waits for what: an article wakes those alone that can do something now.
    std::condition_variable file_came_;
    std::condition_variable article_came_;
    std::condition_variable room_came_;  ///< a file that waited went, or half of the articles
    std::condition_variable at_rest_;    ///< nothing lies with a thread
    std::deque<std::shared_ptr<FileWork>> waiting_;
    std::vector<std::shared_ptr<FileWork>> works_;
    std::deque<Task> tasks_;
    std::size_t open_ = 0;  ///< works that are not done
    std::size_t busy_ = 0;  ///< tasks in the queue or with a thread
    bool paused_ = false;
    bool closing_ = false;
    std::exception_ptr trouble_;

    std::atomic<bool> stopping_{false};
    std::atomic<std::uint64_t> articles_{0};
    std::atomic<std::uint64_t> rejects_{0};
    std::atomic<std::uint64_t> bytes_{0};
    std::vector<std::thread> threads_;
};

}  // namespace indexer
