// SPDX-License-Identifier: GPL-2.0-or-later
// deadline.h - Ends a search that takes too long.
#pragma once

#include "archive/base/error.h"

#include <chrono>
#include <cstdint>

namespace archive {

/// Looked at once for every article considered; reads the clock only now and then.
class DeadlineWatch {
public:
    using Clock = std::chrono::steady_clock;

    explicit DeadlineWatch(Clock::time_point deadline) : deadline_(deadline) {}

    /// Throws Failure server_deadline when the time is over. `work` says how much was done since
    /// the last call: 1 for a posting, more for what takes longer.
    void tick(std::uint32_t work = 1) {
        done_ += work;
        if (done_ < between_looks) return;
        done_ = 0;
        if (Clock::now() >= deadline_)
            throw Failure(ErrorCode::server_deadline, "the search took too long");
    }

private:
    static constexpr std::uint32_t between_looks = 4096;
    Clock::time_point deadline_;
    std::uint32_t done_ = 0;
};

}  // namespace archive
