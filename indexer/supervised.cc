// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/supervised.h"

#include "archive/base/error.h"
#include "indexer/exit_codes.h"

#include <fmt/format.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>

namespace indexer {

namespace {

std::atomic<int> received{0};
std::atomic<pid_t> child{0};
static_assert(std::atomic<int>::is_always_lock_free, "signal handlers need it");

void note_signal(int number) {
    received = number;
}

void pass_on(int number) {
    const int saved = errno;
    if (child > 0) ::kill(child, number);
    errno = saved;
}

void handle(void (*handler)(int)) {
    struct sigaction action {};
    action.sa_handler = handler;
    sigemptyset(&action.sa_mask);
    action.sa_flags = SA_RESTART;
    for (const int number : {SIGINT, SIGTERM, SIGHUP}) ::sigaction(number, &action, nullptr);
}

}  // namespace

void die_of(int signal) {
    ::signal(signal, SIG_DFL);
    ::raise(signal);
    std::_Exit(128 + signal);
}

int run_supervised(const std::function<int(const std::atomic<int>& signal)>& work) {
    std::fflush(nullptr);  // or the child prints it again
    const pid_t parent = ::getpid();
    const pid_t pid = ::fork();
    if (pid < 0)
        archive::throw_system_error("cannot start a process", "dateline-indexer",
                                    archive::ErrorCode::internal);
    if (pid == 0) {
        ::prctl(PR_SET_PDEATHSIG, SIGKILL);
        if (::getppid() != parent) std::_Exit(static_cast<int>(Exit::internal));
        handle(note_signal);
        const int code = work(received);
        std::fflush(nullptr);
        std::_Exit(code);
    }
    child = pid;
    handle(pass_on);
    int status = 0;
    while (::waitpid(pid, &status, 0) < 0) {
        if (errno != EINTR)
            archive::throw_system_error("cannot wait for", "the writer",
                                        archive::ErrorCode::internal);
    }
    child = 0;
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
