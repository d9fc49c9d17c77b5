// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/supervised.h"

#include "archive/base/error.h"
#include "indexer/exit_codes.h"

#include <fmt/format.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstdlib>

namespace indexer {

namespace {

constexpr std::array ending_signals{SIGINT, SIGTERM, SIGHUP};

std::atomic<int> received{0};
static_assert(std::atomic<int>::is_always_lock_free, "signal handlers need it");

void note_signal(int number) {
    received = number;
}

void note_signals() {
    struct sigaction action {};
    action.sa_handler = note_signal;
    sigemptyset(&action.sa_mask);
    action.sa_flags = SA_RESTART;
    for (const int number : ending_signals) ::sigaction(number, &action, nullptr);
}

/// Signals are held back from here on and taken one by one, so that none comes between two steps.
class HeldSignals {
public:
    HeldSignals() {
        sigemptyset(&held_);
        for (const int number : ending_signals) sigaddset(&held_, number);
        sigaddset(&held_, SIGCHLD);
        ::pthread_sigmask(SIG_BLOCK, &held_, &before_);
    }
    ~HeldSignals() { let_go(); }
    HeldSignals(const HeldSignals&) = delete;
    HeldSignals& operator=(const HeldSignals&) = delete;

    void let_go() const { ::pthread_sigmask(SIG_SETMASK, &before_, nullptr); }

    /// The next one; waits for it.
    int next() const {
        int number = 0;
        while ((number = ::sigwaitinfo(&held_, nullptr)) < 0 && errno == EINTR) {
        }
        return number;
    }

private:
    sigset_t held_{};
    sigset_t before_{};
};

/// How the writer ended; it is told of every signal that asks us to end.
int status_of(pid_t writer, const HeldSignals& signals) {
    for (;;) {
        const int number = signals.next();
        if (number != SIGCHLD) {
            ::kill(writer, number);
            continue;
        }
        int status = 0;
        const pid_t ended = ::waitpid(writer, &status, WNOHANG);
        if (ended == writer) return status;
        if (ended < 0)
            archive::throw_system_error("cannot wait for", "the writer",
                                        archive::ErrorCode::internal);
    }
}

}  // namespace

void die_of(int signal) {
    ::signal(signal, SIG_DFL);
    ::raise(signal);
    std::_Exit(128 + signal);
}

int run_supervised(const std::function<int(const std::atomic<int>& signal)>& work) {
    std::fflush(nullptr);  // or the child prints it again
    const HeldSignals signals;
    const pid_t parent = ::getpid();
    const pid_t pid = ::fork();
    if (pid < 0)
        archive::throw_system_error("cannot start a process", "dateline-indexer",
                                    archive::ErrorCode::internal);
    if (pid == 0) {
        ::prctl(PR_SET_PDEATHSIG, SIGKILL);
        if (::getppid() != parent) std::_Exit(static_cast<int>(Exit::internal));
        note_signals();
        signals.let_go();
        const int code = work(received);
        std::fflush(nullptr);
        std::_Exit(code);
    }
    const int status = status_of(pid, signals);
    if (WIFEXITED(status)) return WEXITSTATUS(status);
    const int number = WTERMSIG(status);
    const bool aborted = number == SIGABRT;
    std::fputs(fmt::format("dateline-indexer: the writer {}; the last published revision stands, "
                           "run the command again{}\n",
                           aborted ? "gave up in the middle of a write"
                                   : fmt::format("was ended by signal {}", number),
                           aborted ? " when there is space on the disk" : "")
                   .c_str(),
               stderr);
    return static_cast<int>(aborted ? Exit::io_failed : Exit::internal);
}

}  // namespace indexer
