// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/reading_room.h"

#include "archive/index/identity.h"
#include "indexer/analysis/chain.h"
#include "indexer/sources/second_reading.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace indexer {

namespace {

constexpr std::size_t waiting_files = 256;
constexpr std::size_t waiting_articles = 256;

/// The member's part of a path: from the first '!' behind the file's own name.
std::string member_of(const std::string& path, const InputFile& file) {
    return path.size() > file.path.size() && path.compare(0, file.path.size(), file.path) == 0
               ? path.substr(file.path.size())
               : "";
}

}  // namespace

ReadingRoom::ReadingRoom(const Registry& registry, archive::Spool& spool, ReadingOptions options,
                         RejectSink rejected)
    : registry_(registry),
      spool_(spool),
      options_(std::move(options)),
      rejected_(std::move(rejected)) {
    for (unsigned i = 0; i < std::max(1U, options_.jobs); ++i) {
        threads_.emplace_back([this] { read_files(); });
        threads_.emplace_back([this] { analyse_articles(); });
    }
}

ReadingRoom::~ReadingRoom() {
    {
        const std::scoped_lock lock(mutex_);
        stopping_ = true;
        closing_ = true;
        paused_ = false;
    }
    wake_all();
    for (auto& thread : threads_) thread.join();
}

void ReadingRoom::read(InputFile file) {
    auto work = std::make_shared<FileWork>();
    work->entry.path = file.real_path;
    work->entry.bytes = file.size;
    work->entry.modified_ns = file.mtime_ns;
    work->entry.complete = false;
    work->entry.named = file.named;
    work->file = std::move(file);
    std::unique_lock lock(mutex_);
    room_came_.wait(
        lock, [&] { return waiting_.size() < waiting_files || paused_ || stopping_ || trouble_; });
    waiting_.push_back(work);
    works_.push_back(std::move(work));
    ++open_;
    lock.unlock();
    file_came_.notify_one();
}

void ReadingRoom::wait(const std::function<bool()>& until) {
    constexpr auto look_again = std::chrono::milliseconds(100);
    std::unique_lock lock(mutex_);
    for (;;) {
        if (trouble_ || until()) break;
        if (open_ == 0 && busy_ == 0) break;
        at_rest_.wait_for(lock, look_again);
    }
    lock.unlock();
    rethrow();
}

void ReadingRoom::pause() {
    std::unique_lock lock(mutex_);
    paused_ = true;
    at_rest_.wait(lock, [&] { return busy_ == 0 || trouble_; });
    lock.unlock();
    rethrow();
}

void ReadingRoom::resume() {
    {
        const std::scoped_lock lock(mutex_);
        paused_ = false;
    }
    wake_all();
}

std::vector<std::shared_ptr<FileWork>> ReadingRoom::works() {
    const std::scoped_lock lock(mutex_);
    std::vector<std::shared_ptr<FileWork>> all;
    std::vector<std::shared_ptr<FileWork>> staying;
    for (auto& work : works_) {
        if (!work->done) {
            all.push_back(std::make_shared<FileWork>(*work));
            for (auto& article : work->spooled) article.id = {};
            staying.push_back(std::move(work));
        } else {
            all.push_back(std::move(work));
        }
    }
    works_ = std::move(staying);
    return all;
}

void ReadingRoom::wake_all() {
    for (auto* waited_for : {&file_came_, &article_came_, &room_came_, &at_rest_})
        waited_for->notify_all();
}

/// A file is done when all of its records were handed over and none lies with a thread any more.
void ReadingRoom::end_if_over(FileWork& work) {
    if (work.read_whole && work.pending == 0 && !work.done) {
        work.done = true;
        --open_;
    }
    if (busy_ == 0 && (paused_ || open_ == 0)) at_rest_.notify_all();
}

void ReadingRoom::fail() {
    const std::scoped_lock lock(mutex_);
    if (!trouble_) trouble_ = std::current_exception();
    stopping_ = true;
    wake_all();
}

void ReadingRoom::rethrow() {
    const std::scoped_lock lock(mutex_);
    if (trouble_) std::rethrow_exception(trouble_);
}

void ReadingRoom::read_files() {
    for (;;) {
        std::shared_ptr<FileWork> work;
        {
            std::unique_lock lock(mutex_);
            file_came_.wait(lock, [&] { return closing_ || (!paused_ && !waiting_.empty()); });
            if (waiting_.empty()) return;  // closing
            work = waiting_.front();
            waiting_.pop_front();
        }
        room_came_.notify_all();
        try {
            if (!stopping_) read_one(work);
        } catch (...) {
            fail();
        }
        const std::scoped_lock lock(mutex_);
        work->read_whole = true;
        end_if_over(*work);
    }
}

void ReadingRoom::read_one(const std::shared_ptr<FileWork>& work) {
    const FileOutcome outcome =
        read_file(registry_, work->file, options_.reading,
                  [&](RecordOutcome record) { return take(work, std::move(record)); });
    const std::scoped_lock lock(mutex_);
    work->entry.bytes = outcome.size;
    work->entry.modified_ns = outcome.mtime_ns;
    work->entry.complete = !outcome.changed && !outcome.stopped && !work->unreadable;
    bytes_ += outcome.size;
}

bool ReadingRoom::take(const std::shared_ptr<FileWork>& work, RecordOutcome outcome) {
    std::unique_lock lock(mutex_);
    room_came_.wait(lock,
                    [&] { return stopping_ || (!paused_ && tasks_.size() < waiting_articles); });
    if (stopping_) return false;
    ++work->read;
    Record& record = outcome.record;
    const std::string member = member_of(outcome.path, work->file);
    switch (record.kind) {
        case Record::Kind::skipped: ++work->entry.skipped; break;
        case Record::Kind::rejected: {
            work->entry.rejects.push_back({member, record.record, record.error.message});
            work->unreadable =
                work->unreadable || record.error.code == archive::ErrorCode::file_unreadable;
            ++rejects_;
            const archive::LedgerReject reject = work->entry.rejects.back();
            lock.unlock();
            rejected_(work->file.path, reject);
            break;
        }
        case Record::Kind::withdrawn: {
            auto& entry = work->entry.records.emplace_back();
            entry.member = member;
            entry.record = record.record;
            entry.version = record.article.version;
            entry.id = archive::article_id(record.article, options_.archive_root);
            work->spooled.emplace_back();
            break;
        }
        case Record::Kind::article: {
            auto& entry = work->entry.records.emplace_back();
            entry.member = member;
            entry.record = record.record;
            entry.version = record.article.version;
            work->spooled.emplace_back();
            ++work->pending;
            ++busy_;
            tasks_.push_back({work, work->spooled.size() - 1, work->file.filed + member,
                              std::move(record.article)});
            lock.unlock();
            article_came_.notify_one();
            break;
        }
    }
    return true;
}

void ReadingRoom::analyse_articles() {
    NameReader names(*options_.names);
    for (;;) {
        Task task;
        {
            std::unique_lock lock(mutex_);
            article_came_.wait(lock, [&] { return closing_ || !tasks_.empty(); });
            if (tasks_.empty()) return;  // closing
            task = std::move(tasks_.front());
            tasks_.pop_front();
            if (tasks_.size() == waiting_articles / 2) room_came_.notify_all();
        }
        archive::SpooledArticle spooled;
        try {
            task.article.id = archive::article_id(task.article, options_.archive_root);
            analyse_filed(task.article, task.filed, names);
            spooled = spooled_with_notes(spool_, task.article, task.filed);
            ++articles_;
        } catch (...) {
            fail();
        }
        const std::scoped_lock lock(mutex_);
        auto& record = task.work->entry.records[task.slot];
        record.id = spooled.id;
        record.content = spooled.content;
        task.work->spooled[task.slot] = std::move(spooled);
        --task.work->pending;
        --busy_;
        end_if_over(*task.work);
    }
}

}  // namespace indexer
