// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/base/sync_together.h"

#include "archive/base/error.h"

#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cassert>
#include <cstddef>
#include <exception>
#include <mutex>
#include <thread>
#include <utility>

namespace archive {

namespace {

constexpr std::size_t most_at_once = 16;  // threads; they wait for the disk

thread_local SyncTogether* of_this_thread = nullptr;

}  // namespace

SyncTogether::SyncTogether() {
    assert(of_this_thread == nullptr);
    of_this_thread = this;
}

SyncTogether::~SyncTogether() {
    of_this_thread = nullptr;
    for (const auto& file : files_) {
        if (file.descriptor >= 0) ::close(file.descriptor);
    }
}

SyncTogether* SyncTogether::at_hand() {
    return of_this_thread;
}

void SyncTogether::add(int descriptor, std::string path) {
    files_.push_back({descriptor, std::move(path)});
}

void SyncTogether::make_durable(File& file) {
    if (::fsync(file.descriptor) != 0) throw_system_error("cannot make durable", file.path);
    if (::close(std::exchange(file.descriptor, -1)) != 0)
        throw_system_error("cannot close", file.path);
}

void SyncTogether::finish() {
    std::atomic<std::size_t> next{0};
    std::mutex mutex;
    std::exception_ptr trouble;
    const auto go_on = [&] {
        try {
            for (auto at = next++; at < files_.size(); at = next++) make_durable(files_[at]);
        } catch (...) {
            const std::scoped_lock lock(mutex);
            if (!trouble) trouble = std::current_exception();
        }
    };
    {
        std::vector<std::jthread> threads;
        for (std::size_t i = 1; i < std::min(most_at_once, files_.size()); ++i)
            threads.emplace_back(go_on);
        go_on();
    }
    if (trouble) std::rethrow_exception(trouble);
    files_.clear();
}

}  // namespace archive
