// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/index/segment_build.h"

#include "archive/base/memory.h"
#include "archive/index/article_codec.h"
#include "archive/index/document.h"
#include "archive/index/posting_part.h"
#include "archive/index/segment_writer.h"
#include "archive/index/text_dictionary.h"

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
/// threads are in memory. A small segment has as many parts as keep threads busy to its end.
constexpr std::size_t most_part_articles = 1'000;
constexpr std::size_t fewest_part_articles = 50;
constexpr std::size_t parts_of_small_segments = 8;
constexpr std::uint64_t part_bytes = 4U << 20U;

/// Articles first to last, the last not included.
struct Part {
    std::size_t first = 0;
    std::size_t last = 0;
};

std::vector<Part> parts_of(const std::vector<std::uint32_t>& packed_bytes) {
    const auto part_articles = std::clamp(packed_bytes.size() / parts_of_small_segments + 1,
                                          fewest_part_articles, most_part_articles);
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

/// A dictionary pays for its bytes, and for learning it, in a segment of some thousand articles. It
/// is learned from some that lie evenly among them.
constexpr std::size_t fewest_to_learn_from = 2'000;
constexpr std::size_t dictionary_bytes_an_article = 32;
constexpr std::size_t largest_dictionary = std::size_t{512} << 10U;
constexpr std::size_t dictionary_bytes_a_lesson = 256;

std::string text_dictionary(std::size_t articles,
                            const std::function<SegmentInput(std::size_t)>& input) {
    if (articles < fewest_to_learn_from) return {};
    const auto bytes = std::min(articles * dictionary_bytes_an_article, largest_dictionary);
    const auto lessons = bytes / dictionary_bytes_a_lesson;
    std::vector<std::string> some;
    for (std::size_t i = 0; i < lessons; ++i) some.push_back(input(i * articles / lessons).encoded);
    return TextDictionary::learned_from(some, bytes);
}

/// An article on its way from a thread to the writer.
struct Made {
    Document document;
    std::string packed;
    std::uint64_t text_bytes = 0;
    std::int64_t added = 0;
    Signatures signatures;
};

/// The articles of a part, their postings already written.
using Batch = std::vector<Made>;

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
        PostingPart postings;
        for (std::size_t i = parts_[number].first; i < parts_[number].last; ++i) {
            auto input = input_(i);
            auto document = maker.make(decode_article(input.encoded));
            postings.add(static_cast<Docid>(i + 1), document.terms, document.unlisted);
            std::vector<Term>().swap(document.terms);
            batch.push_back({std::move(document),
                             writer_.packed(input.encoded, std::move(input.packed)),
                             input.encoded.size(), input.added, input.signatures});
        }
        writer_.write_postings(number, postings);
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
    SegmentWriter writer(folder, packed_bytes.size(), text_dictionary(packed_bytes.size(), input));
    auto parts = parts_of(packed_bytes);
    const auto count = parts.size();
    {
        Workshop workshop(writer, std::move(parts), jobs, input);
        std::size_t done = 0;
        for (std::size_t part = 0; part < count; ++part) {
            const Batch batch = workshop.take();
            for (const auto& made : batch)
                writer.add(made.document, made.packed, made.text_bytes, made.added,
                           made.signatures);
            done += batch.size();
            progress(done);
        }
    }
    return_freed_memory();
    return writer.finish(count);
}

}  // namespace archive
