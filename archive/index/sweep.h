// SPDX-License-Identifier: GPL-2.0-or-later
// sweep.h - Deletes what nobody can need any more.
#pragma once

#include "archive/index/manifest.h"

#include <cstdint>
#include <string>

namespace archive {

/// Removes what an interrupted run left unfinished: `*.tmp`. Only with the lock held.
void sweep_unfinished(const std::string& index);

/// Removes files that neither manifest names: a reader that has just read the older one still finds
/// all it needs.
void sweep(const std::string& index, const Manifest& newer, const Manifest& older);

/// One more than the highest number of a segment folder, named or not.
std::uint64_t first_free_segment(const std::string& index);

}  // namespace archive
