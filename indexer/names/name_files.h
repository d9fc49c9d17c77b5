// SPDX-License-Identifier: GPL-2.0-or-later
// name_files.h - Where the tagger's model and name lists are.
#pragma once

#include "archive/base/settings.h"
#include "indexer/names/name_tagger.h"

namespace indexer {

/// The tagger of the settings entities.model and entities.lists; what they leave empty is taken
/// from the source tree the program was built in, else from where it was installed. Throws Failure
/// as NameTagger::read() does.
NameTagger tagger_for(const archive::Settings& settings);

}  // namespace indexer
