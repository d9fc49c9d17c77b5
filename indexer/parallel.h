// SPDX-License-Identifier: GPL-2.0-or-later
// parallel.h - The same work on many things, with several threads.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace indexer {

/// Calls `work` with every number below `count`, from up to `jobs` threads, the caller's among
/// them. Throws what a call threw first, after the others have ended.
template <typename Work>
void in_parallel(std::size_t count, unsigned jobs, const Work& work) {
    std::atomic<std::size_t> next{0};
    std::mutex mutex;
    std::exception_ptr trouble;
    const auto go_on = [&] {
        try {
            for (auto at = next++; at < count; at = next++) work(at);
        } catch (...) {
            const std::scoped_lock lock(mutex);
            if (!trouble) trouble = std::current_exception();
            next = count;
        }
    };
    std::vector<std::jthread> threads;
    for (std::size_t i = 1; i < std::min<std::size_t>(jobs, count); ++i)
        threads.emplace_back(go_on);
    go_on();
    threads.clear();
    if (trouble) std::rethrow_exception(trouble);
}

}  // namespace indexer
