// SPDX-License-Identifier: GPL-2.0-or-later
// exit_codes.h - How dateline-indexer ends, for cron and systemd to act on (docs/operations.md).
#pragma once

#include "archive/base/error.h"

namespace indexer {

enum class Exit : int {
    done = 0,
    some_rejected = 1,
    usage = 64,
    damaged = 65,
    path_missing = 66,
    internal = 70,
    cannot_create = 73,
    io_failed = 74,
    locked = 75,
    configuration = 78,
};

/// What a failure of the surroundings ends the program with.
Exit exit_for(archive::ErrorCode code);

}  // namespace indexer
