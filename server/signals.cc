// SPDX-License-Identifier: GPL-2.0-or-later
#include "server/signals.h"

#include <pthread.h>

#include <csignal>
#include <ctime>

namespace server {
namespace {

sigset_t signals_of_ours() {
    sigset_t signals;
    ::sigemptyset(&signals);
    ::sigaddset(&signals, SIGTERM);
    ::sigaddset(&signals, SIGINT);
    ::sigaddset(&signals, SIGHUP);
    return signals;
}

}  // namespace

void take_signals() {
    const sigset_t signals = signals_of_ours();
    ::pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    std::signal(SIGPIPE, SIG_IGN);
}

Wish next_wish(std::chrono::milliseconds patience) {
    const sigset_t signals = signals_of_ours();
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(patience);
    timespec wait{};
    wait.tv_sec = seconds.count();
    wait.tv_nsec = std::chrono::nanoseconds(patience - seconds).count();
    switch (::sigtimedwait(&signals, nullptr, &wait)) {
        case SIGTERM:
        case SIGINT: return Wish::finish;
        case SIGHUP: return Wish::reopen;
        default: return Wish::none;
    }
}

}  // namespace server
