// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/exit_codes.h"

namespace indexer {

Exit exit_for(archive::ErrorCode code) {
    switch (code) {  // NOLINT: what is not named here is a defect of ours
        case archive::ErrorCode::usage: return Exit::usage;
        case archive::ErrorCode::index_not_ready:
        case archive::ErrorCode::index_damaged: return Exit::damaged;
        case archive::ErrorCode::path_missing: return Exit::path_missing;
        case archive::ErrorCode::cannot_create: return Exit::cannot_create;
        case archive::ErrorCode::io_failed:
        case archive::ErrorCode::file_unreadable:
        case archive::ErrorCode::disk_full: return Exit::io_failed;
        case archive::ErrorCode::locked: return Exit::locked;
        case archive::ErrorCode::bad_setting:
        case archive::ErrorCode::index_schema: return Exit::configuration;
        default: return Exit::internal;
    }
}

}  // namespace indexer
