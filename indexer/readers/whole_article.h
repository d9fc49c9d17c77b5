// SPDX-License-Identifier: GPL-2.0-or-later
// whole_article.h - Reads a file that is one article, for the readers of text and of pages.
#pragma once

#include "archive/base/result.h"
#include "archive/model/article.h"
#include "indexer/readers/reader.h"

#include <functional>
#include <string_view>

namespace indexer {

/// Makes an article of a whole text in UTF-8.
using Extraction = std::function<archive::Result<archive::Article>(std::string_view text)>;

/// Reads all of `bytes`, decodes it and hands over what `extract` makes of it as record 1, or the
/// reason why there is no article: article_too_large above limits::article_bytes, article_empty
/// without a single word, or what `extract` says.
void read_whole_article(Bytes& bytes, const Origin& origin, std::string_view reader,
                        const RecordSink& sink, const Extraction& extract);

}  // namespace indexer
