// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/base/memory.h"

#include <malloc.h>

namespace archive {

void return_freed_memory() {
    ::malloc_trim(0);
}

}  // namespace archive
