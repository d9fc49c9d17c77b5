// SPDX-License-Identifier: GPL-2.0-or-later
// sgml_article.h - One record of an SGML collection to an article.
#pragma once

#include "archive/base/result.h"
#include "archive/model/article.h"

#include <string_view>

namespace indexer {

/// The article of a record from "<REUTERS" or "<DOC" to its end tag, in UTF-8 with line ends \n.
/// Fails with article_empty when it has neither headline nor text.
archive::Result<archive::Article> article_from_sgml(std::string_view record);

}  // namespace indexer
