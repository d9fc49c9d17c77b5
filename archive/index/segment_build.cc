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

/// What a thread takes at a time, which is one part of the postings. Two parts more than there are
/// threads are in memory.
constexpr std::size_t part_articles = 1'000;
constexpr std::uint64_t part_bytes = 4U << 20U;

/// Articles first to last, the last not included.
struct Part {
    std::size_t first = 0;
    std::size_t last = 0;
};

std::vector<Part> parts_of(const std::vector<std::uint32_t>& packed_bytes) {
    std::vector<Part> parts;
    std::uint64_t bytes = 0;
    for (std::size_t i = 0; i < packed_bytes.size(); ++i) {
        const bool full = parts.empty() || parts.back().last - parts.back().first == part_articles
                          || bytes + packed_bytes[i] > part_bytes;
        if (full) {
            parts.push_back({i, i});
            bytes = 0;
        }
        bytes += packed_bytes[i];
        parts.back().last = i + 1;
    }
    return parts;
}

/// The documents of a part, their postings already written.
struct Batch {
    std::vector<Document> documents;
    std::vector<SegmentInput> inputs;
    std::vector<std::uint64_t> text_bytes;
};

/// Batches of documents in order, made ahead by threads.
class Workshop {
public:
    Workshop(const SegmentWriter& writer, std::vector<Part> parts, unsigned jobs,
             const std::function<SegmentInput(std::size_t)>& input)
        : writer_(writer), parts_(std::move(parts)), input_(input) {
        const auto threads = std::min<std::size_t>(std::max(1U, jobs), parts_.size());
        ahead_ = threads + 1;
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

    std::size_t parts() const { return parts_.size(); }

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
                    return stopping_ || trouble_ || next_ == parts_.size()
                           || next_ < taken_ + ahead_;
                });
                if (stopping_ || trouble_ || next_ == parts_.size()) return;
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
    Batch made(DocumentMaker& maker, std::size_t number) const {
        Batch batch;
        for (std::size_t i = parts_[number].first; i < parts_[number].last; ++i) {
            batch.inputs.push_back(input_(i));
            const std::string bytes = unpacked(batch.inputs.back().packed);
            batch.text_bytes.push_back(bytes.size());
            batch.documents.push_back(maker.make(decode_article(bytes)));
        }
        writer_.write_postings(number, static_cast<Docid>(parts_[number].first + 1),
                               batch.documents);
        for (auto& document : batch.documents) std::vector<Term>().swap(document.terms);
        return batch;
    }

    const SegmentWriter& writer_;
    const std::vector<Part> parts_;
    std::size_t ahead_ = 1;  ///< parts that may be under way or wait for the writer
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

SegmentFacts build_segment(const std::string& folder,
                           const std::vector<std::uint32_t>& packed_bytes, unsigned jobs,
                           const std::function<SegmentInput(std::size_t)>& input,
                           const std::function<void(std::size_t)>& progress) {
    SegmentWriter writer(folder);
    Workshop workshop(writer, parts_of(packed_bytes), jobs, input);
    std::size_t done = 0;
    for (std::size_t part = 0; part < workshop.parts(); ++part) {
        const Batch batch = workshop.take();
        for (std::size_t i = 0; i < batch.documents.size(); ++i) {
            const auto& input_of = batch.inputs[i];
            writer.add(batch.documents[i], input_of.packed, batch.text_bytes[i], input_of.added,
                       input_of.signatures);
        }
        done += batch.documents.size();
        progress(done);
    }
    return writer.finish(workshop.parts());
}

}  // namespace archive
