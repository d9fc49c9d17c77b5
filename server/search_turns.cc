// SPDX-License-Identifier: GPL-2.0-or-later
#include "server/search_turns.h"

#include <algorithm>

namespace server {

using archive::Error;
using archive::ErrorCode;

Turn::~Turn() {
    if (turns_ != nullptr) turns_->give_back();
}

SearchTurns::SearchTurns(std::size_t at_once, std::size_t waiting,
                         std::chrono::milliseconds patience)
    : at_once_(std::max<std::size_t>(1, at_once)), most_waiting_(waiting), patience_(patience) {}

archive::Result<Turn> SearchTurns::take() {
    std::unique_lock lock(mutex_);
    if (running_ >= at_once_) {
        if (waiting_ >= most_waiting_) {
            return Error{ErrorCode::server_busy, "too many searches are waiting"};
        }
        ++waiting_;
        const bool freed = freed_.wait_for(lock, patience_, [this] { return running_ < at_once_; });
        --waiting_;
        if (!freed) return Error{ErrorCode::server_busy, "the search waited for too long"};
    }
    ++running_;
    return Turn(*this);
}

std::size_t SearchTurns::running() const {
    const std::lock_guard lock(mutex_);
    return running_;
}

void SearchTurns::give_back() {
    {
        const std::lock_guard lock(mutex_);
        --running_;
    }
    freed_.notify_one();
}

}  // namespace server
