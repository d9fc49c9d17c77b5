// SPDX-License-Identifier: GPL-2.0-or-later
// json_article.h - One JSON object to one article.
//
// The fields come from json_fields.h; the body passes the same extraction as a page or a text file,
// so that datelines, captions and furniture in it are found. What a field states wins over what the
// text seems to say. A name nobody knows is kept with the article and shown, not searched.
#pragma once

#include "archive/base/result.h"
#include "archive/model/article.h"
#include "indexer/readers/json_fields.h"

#include <nlohmann/json_fwd.hpp>

namespace indexer {

/// The article of a record. Fails with article_unreadable for what is no object, article_empty when
/// neither title nor body has a word, article_too_large when its text is above
/// limits::article_bytes. Provenance and id stay empty.
archive::Result<archive::Article> article_from_json(const nlohmann::json& record,
                                                    const FieldNames& names);

/// The list of articles that an answer of a news service wraps, such as NewsAPI's {"articles":
/// [..]} or the Guardian's {"response": {"results": [..]}}; null when `value` is no such wrapper.
const nlohmann::json* wrapped_articles(const nlohmann::json& value, const FieldNames& names);

}  // namespace indexer
