// SPDX-License-Identifier: GPL-2.0-or-later
// reading_settings.h - The settings that say how files are read.
#pragma once

#include "archive/base/settings.h"
#include "indexer/readers/read_file.h"

namespace indexer {

/// With readers.mapping. Throws Failure bad_setting.
ReaderSettings reader_settings(const archive::Settings& settings);

/// The limits of containers.
ReadOptions read_options(const archive::Settings& settings);

}  // namespace indexer
