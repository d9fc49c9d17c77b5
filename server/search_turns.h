// SPDX-License-Identifier: GPL-2.0-or-later
// search_turns.h - Lets as many searches run at once as there are cores; the others wait in line.
//
// More would not be faster, only each of them slower. The line is short and nobody stands in it for
// long: who cannot get a turn is told server.busy, which a client can act on.
#pragma once

#include "archive/base/result.h"

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <utility>

namespace server {

class SearchTurns;

/// The right to search, held until destruction. Moves, never copies; must not outlive its
/// SearchTurns.
class Turn {
public:
    explicit Turn(SearchTurns& turns) : turns_(&turns) {}
    Turn(Turn&& other) noexcept : turns_(std::exchange(other.turns_, nullptr)) {}
    Turn& operator=(Turn&& other) noexcept {
        std::swap(turns_, other.turns_);
        return *this;
    }
    ~Turn();

private:
    SearchTurns* turns_;
};

/// Gives out turns. Thread-safe.
class SearchTurns {
public:
    /// `at_once` of at least one, `waiting` of any size, `patience` for each who waits.
    SearchTurns(std::size_t at_once, std::size_t waiting, std::chrono::milliseconds patience);

    /// A turn, perhaps after a wait. Fails with server_busy when the line is full or did not move.
    archive::Result<Turn> take();

    std::size_t running() const;

private:
    friend class Turn;
    void give_back();

    const std::size_t at_once_;
    const std::size_t most_waiting_;
    const std::chrono::milliseconds patience_;
    mutable std::mutex mutex_;
    std::condition_variable freed_;
    std::size_t running_ = 0;
    std::size_t waiting_ = 0;
};

}  // namespace server
