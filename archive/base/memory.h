// SPDX-License-Identifier: GPL-2.0-or-later
// memory.h - Memory that a long run is done with goes back to the system.
#pragma once

namespace archive {

/// Gives back what was freed. The allocator keeps it for later, and what one step of a run leaves
/// the next often cannot use: a million articles held 300 MB so. Takes some milliseconds. Any
/// thread.
void return_freed_memory();

}  // namespace archive
