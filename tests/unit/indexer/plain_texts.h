// SPDX-License-Identifier: GPL-2.0-or-later
// plain_texts.h - Plain text read as an article, and questions to what came of it.
#pragma once

#include "indexer/analysis/chain.h"
#include "indexer/extract/extract.h"
#include "tests/unit/indexer/article_texts.h"

#include <string>
#include <string_view>

namespace plain_texts {

inline archive::Article read(std::string_view text) {
    auto article = indexer::article_from_text(text);
    indexer::analyse(article);
    return article;
}

using article_texts::holds;
using article_texts::zone;

}  // namespace plain_texts
