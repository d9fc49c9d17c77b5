// SPDX-License-Identifier: GPL-2.0-or-later
// supervised.h - Runs the writing of an index in a child process.
//
// Xapian ends the process when a disk is full inside a commit. In a child that becomes an exit code
// and a sentence; the parent holds the lock, passes signals on, and the child dies with it.
#pragma once

#include <atomic>
#include <functional>

namespace indexer {

/// Runs `work` in a child and returns its exit code; 74 when it aborted, 70 when it died otherwise.
/// SIGINT and SIGTERM set the number that `work` is given to look at. Call before any thread
/// exists. `work` must not throw.
int run_supervised(const std::function<int(const std::atomic<int>& signal)>& work);

/// Ends this process by the signal itself, so that its code is 130 or 143 as the shell expects.
[[noreturn]] void die_of(int signal);

}  // namespace indexer
