// SPDX-License-Identifier: GPL-2.0-or-later
// bell.h - Wakes the thread that waits for sockets.
#pragma once

#include "archive/base/error.h"

#include <sys/eventfd.h>
#include <unistd.h>

#include <cstdint>

namespace server {

/// Thread-safe. Throws Failure internal where the system has none left.
class Bell {
public:
    Bell() : descriptor_(::eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC)) {
        if (descriptor_ < 0)
            archive::throw_system_error("cannot make a bell", "eventfd",
                                        archive::ErrorCode::internal);
    }
    ~Bell() { ::close(descriptor_); }
    Bell(const Bell&) = delete;
    Bell& operator=(const Bell&) = delete;

    /// Readable from a ring on until it was heard.
    int descriptor() const { return descriptor_; }

    void ring() const {
        const std::uint64_t one = 1;
        (void)!::write(descriptor_, &one, sizeof one);
    }
    void hear() const {
        std::uint64_t rings = 0;
        (void)!::read(descriptor_, &rings, sizeof rings);
    }

private:
    const int descriptor_;
};

}  // namespace server
