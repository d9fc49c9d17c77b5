// SPDX-License-Identifier: GPL-2.0-or-later
// commands.h - What each command of dateline-indexer does, from options to exit code.
#pragma once

#include "indexer/options.h"

namespace indexer {

/// Runs the command. Failures of the surroundings leave as archive::Failure.
int run_command(const Options& options);

}  // namespace indexer
