// SPDX-License-Identifier: GPL-2.0-or-later
// searcher_pool.h - Holds the newest revision of the index that could be opened.
//
// A request works on one snapshot from beginning to end; a new one is swapped in between requests
// and the old one goes when its last request ends. A new manifest that cannot be opened changes
// nothing: the server goes on with what it has, and says why when it has nothing.
#pragma once

#include "archive/base/result.h"
#include "server/manifest_watch.h"
#include "server/search_turns.h"

#include <atomic>
#include <chrono>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <utility>

namespace server {

/// What look() found.
enum class Look {
    too_soon,   ///< the last look was less than 20 ms ago, or somebody else is looking
    unchanged,  ///< the same manifest as before, or none as before
    followed,   ///< a new snapshot is in place
    failed,     ///< there is a new manifest, but it could not be opened: see trouble()
};

/// Thread-safe. `Snapshot` is archive::Searcher in the server and anything in tests.
template <typename Snapshot>
class SearcherPool {
public:
    using Held = std::shared_ptr<const Snapshot>;
    using Clock = std::chrono::steady_clock;

    /// Opens the published revision; throws archive::Failure when it cannot.
    using Open = std::function<Held()>;

    /// Searchers see an update that much later at most. A look is a stat(), two microseconds.
    static constexpr std::chrono::milliseconds look_interval{20};
    static constexpr std::chrono::milliseconds retry_interval{1000};  ///< after a failure

    SearcherPool(std::string manifest, Open open)
        : manifest_(std::move(manifest)),
          open_(std::move(open)),
          trouble_({archive::ErrorCode::index_not_ready,
                    "there is no index yet; \"dateline-indexer update\" makes one"}) {}

    /// Looks at the manifest and follows a new one. Only one thread opens; the others go on.
    Look look(Clock::time_point now) {
        const std::unique_lock looking(look_mutex_, std::try_to_lock);
        if (!looking || now < next_look_) return Look::too_soon;
        next_look_ = now + look_interval;
        const auto state = file_state(manifest_);
        if (!state) {  // an index that vanished is served as long as it is open
            seen_.reset();
            return Look::unchanged;
        }
        if (state == seen_ && (!failed_ || now < next_try_)) return Look::unchanged;
        return follow(*state, now);
    }

    /// The snapshot for one request, or why there is none: index_not_ready, index_damaged,
    /// index_schema.
    archive::Result<Held> snapshot() const {
        const std::lock_guard lock(mutex_);
        if (held_ == nullptr) return trouble_;
        return held_;
    }

    /// Why the newest manifest is not the one being served; nothing when it is.
    std::optional<archive::Error> trouble() const {
        const std::lock_guard lock(mutex_);
        if (held_ != nullptr && !failed_) return std::nullopt;
        return trouble_;
    }

    /// When the manifest in service was published, in nanoseconds since 1970; 0 without one.
    std::int64_t published_ns() const { return published_ns_; }

private:
    Look follow(const FileState& state, Clock::time_point now) {
        const bool again = failed_ && state == seen_;
        seen_ = state;
        next_try_ = now + retry_interval;
        try {
            Held fresh = open_();
            const std::lock_guard lock(mutex_);
            held_.swap(fresh);
            failed_ = false;
            published_ns_ = state.modified_ns;
            return Look::followed;
        } catch (const archive::Failure& failure) {
            fail(failure.error());
        } catch (const std::exception& failure) {
            fail({archive::ErrorCode::index_damaged, failure.what(), manifest_});
        }
        return again ? Look::unchanged : Look::failed;
    }

    void fail(archive::Error error) {
        const std::lock_guard lock(mutex_);
        failed_ = true;
        trouble_ = std::move(error);
    }

    const std::string manifest_;
    const Open open_;

    std::mutex look_mutex_;  // guards the next three
    Clock::time_point next_look_{};
    Clock::time_point next_try_{};
    std::optional<FileState> seen_;

    mutable std::mutex mutex_;  // guards the next two
    Held held_;
    archive::Error trouble_;
    std::atomic<bool> failed_{false};
    std::atomic<std::int64_t> published_ns_{0};
};

}  // namespace server
