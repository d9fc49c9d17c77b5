// SPDX-License-Identifier: GPL-2.0-or-later
// chain.h - The steps between reader and index: each adds to the article and overwrites nothing.
//
//   language (CLD2, the source's prior) -> agency and authors from byline, dateline and credit ->
//   title from the lead when there is none
#pragma once

#include "archive/model/article.h"

namespace indexer {

/// Completes what can be worked out from the article alone. Thread-safe.
void analyse(archive::Article& article);

}  // namespace indexer
