// SPDX-License-Identifier: GPL-2.0-or-later
// chain.h - The steps between reader and index: each adds to the article and overwrites nothing.
//
//   language (CLD2) -> agency and authors from byline, dateline and credit ->
//   title from the lead when there is none
#pragma once

#include "archive/model/article.h"

#include <string_view>

namespace indexer {

/// Completes what can be worked out from the article alone. Thread-safe.
void analyse(archive::Article& article);

/// Dates an article that neither fields nor text date: by its address, by its last change, or where
/// two clues agree; `filed` is the part of its path that may say when it appeared. Thread-safe.
void date_undated(archive::Article& article, std::string_view filed);

class NameReader;

/// Both, the names and quotations, and whether the wording was altered by a machine, as far as its
/// dictionary knows. `filed` as above.
void analyse_filed(archive::Article& article, std::string_view filed, NameReader& names);

}  // namespace indexer
