// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/index/segment_build.h"

#include "archive/index/article_codec.h"
#include "archive/index/document.h"
#include "archive/index/segment_writer.h"

#include <algorithm>
#include <condition_variable>
#include <exception>
#include <map>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace archive {

namespace {

/// Articles that a thread takes at a time, and batches that may wait for the writer: bounds memory,
/// and is enough that neither side waits long.
constexpr std::size_t batch_articles = 32;
constexpr std::size_t waiting_batches = 16;

struct Made {
    Document document;
    SegmentInput input;
    std::uint64_t text_bytes = 0;
};
using Batch = std::vector<Made>;

/// Batches of documents in order, made ahead by threads.
class Workshop {
public:
    Workshop(std::size_t count, unsigned jobs,
             const std::function<SegmentInput(std::size_t)>& input)
        : count_(count), batches_((count + batch_articles - 1) / batch_articles), input_(input) {
        const auto threads = std::min<std::size_t>(std::max(1U, jobs), batches_);
        for (std::size_t i = 0; i < threads; ++i) threads_.emplace_back([this] { work(); });
    }
    ~Workshop() {
        {
            const std::scoped_lock lock(mutex_);
            stopping_ = true;
        }
        changed_.notify_all();
        for (auto& thread : threads_) thread.join();
    }
    Workshop(const Workshop&) = delete;
    Workshop& operator=(const Workshop&) = delete;

    std::size_t batches() const { return batches_; }

    /// The next batch; waits for it. Throws what making it threw.
    Batch take() {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return trouble_ || finished_.contains(taken_); });
        if (trouble_) std::rethrow_exception(trouble_);
        auto batch = std::move(finished_.extract(taken_).mapped());
        ++taken_;
        lock.unlock();
        changed_.notify_all();
        return batch;
    }

private:
    void work() {
        DocumentMaker maker;
        for (;;) {
            std::size_t at = 0;
            {
                std::unique_lock lock(mutex_);
                changed_.wait(lock, [&] {
                    return stopping_ || trouble_ || next_ == batches_
                           || next_ < taken_ + waiting_batches;
                });
                if (stopping_ || trouble_ || next_ == batches_) return;
                at = next_++;
            }
            try {
                Batch batch = made(maker, at);
                const std::scoped_lock lock(mutex_);
                finished_.emplace(at, std::move(batch));
            } catch (...) {
                const std::scoped_lock lock(mutex_);
                trouble_ = std::current_exception();
            }
            changed_.notify_all();
        }
    }
    Batch made(DocumentMaker& maker, std::size_t at) const {
        Batch batch;
        const std::size_t end = std::min(count_, (at + 1) * batch_articles);
        for (std::size_t i = at * batch_articles; i < end; ++i) {
            Made one;
            one.input = input_(i);
            const std::string bytes = unpacked(one.input.packed);
            one.text_bytes = bytes.size();
            one.document = maker.make(decode_article(bytes));
            batch.push_back(std::move(one));
        }
        return batch;
    }

    std::size_t count_;
    std::size_t batches_;
    const std::function<SegmentInput(std::size_t)>& input_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::map<std::size_t, Batch> finished_;
    std::size_t next_ = 0;   ///< batch that a thread takes next
    std::size_t taken_ = 0;  ///< batch that the writer takes next
    std::exception_ptr trouble_;
    bool stopping_ = false;
    std::vector<std::thread> threads_;
};

}  // namespace

SegmentFacts build_segment(const std::string& folder, std::size_t count, unsigned jobs,
                           const std::function<SegmentInput(std::size_t)>& input,
                           const std::function<void(std::size_t)>& progress) {
    SegmentWriter writer(folder);
    Workshop workshop(count, jobs, input);
    std::size_t done = 0;
    for (std::size_t i = 0; i < workshop.batches(); ++i) {
        for (const auto& made : workshop.take()) {
            writer.add(made.document, made.input.packed, made.text_bytes, made.input.added);
            ++done;
        }
        progress(done);
    }
    return writer.finish();
}

}  // namespace archive
