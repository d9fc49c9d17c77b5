// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/index/index_lock.h"

#include "archive/base/error.h"
#include "archive/base/folders.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <thread>

namespace archive {

IndexLock::IndexLock(const std::string& index) {
    constexpr auto patience = std::chrono::milliseconds(500);
    constexpr auto pause = std::chrono::milliseconds(20);
    make_folder(index);
    const std::string path = index + "/lock";
    fd_ = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
    if (fd_ < 0) throw_system_error("cannot open", path, ErrorCode::cannot_create);
    const auto give_up = std::chrono::steady_clock::now() + patience;
    while (::flock(fd_, LOCK_EX | LOCK_NB) != 0) {
        if (errno != EWOULDBLOCK && errno != EINTR) {
            const int number = errno;
            ::close(fd_);
            errno = number;
            throw_system_error("cannot lock", path, ErrorCode::cannot_create);
        }
        if (std::chrono::steady_clock::now() > give_up) {
            ::close(fd_);
            throw Failure(ErrorCode::locked,
                          "another dateline-indexer works on this index; try again when it is done",
                          path);
        }
        std::this_thread::sleep_for(pause);
    }
}

IndexLock::~IndexLock() {
    ::close(fd_);
}

}  // namespace archive
