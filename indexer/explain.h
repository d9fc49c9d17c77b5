// SPDX-License-Identifier: GPL-2.0-or-later
// explain.h - Shows what files become, and why: the tool for when an article looks wrong.
#pragma once

#include "indexer/options.h"

#include <string>
#include <vector>

namespace indexer {

/// Reads the files of `options`, touches no index, prints each article in the wished format to
/// standard output and rejects to standard error. Returns the exit code: 1 when a record was
/// rejected. The files of one call are one small archive. Throws Failure path_missing.
int explain_files(const Options& options);

}  // namespace indexer
