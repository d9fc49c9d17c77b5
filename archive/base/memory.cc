// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/base/memory.h"

#include <malloc.h>

#include <algorithm>
#include <thread>

namespace archive {

void return_freed_memory() {
    ::malloc_trim(0);
}

void share_freed_memory() {
    const auto stocks = std::max(2U, std::thread::hardware_concurrency());
    ::mallopt(M_ARENA_MAX, static_cast<int>(stocks));  // NOLINT: before the first thread
}

}  // namespace archive
