// SPDX-License-Identifier: GPL-2.0-or-later
// record_article.h - One record of named values to one article.
//
// A record is a JSON object, or whatever another format makes into one: a row of a table, front
// matter. The fields come from record_fields.h; the body passes the same extraction as a page or a
// text file, so that datelines, captions and furniture in it are found. What a field states wins
// over what the text seems to say. A name nobody knows is kept with the article and shown, not
// searched.
#pragma once

#include "archive/base/result.h"
#include "archive/model/article.h"
#include "indexer/readers/record_fields.h"
#include "indexer/readers/stated_fields.h"

#include <nlohmann/json_fwd.hpp>

namespace indexer {

/// The article of a record. Fails with article_unreadable for what is no object, article_empty when
/// neither title nor body has a word, article_too_large when its text is above
/// limits::article_bytes. Provenance and id stay empty.
archive::Result<archive::Article> article_from_record(const nlohmann::json& record,
                                                      const FieldNames& names);

/// What a record states, without a look at its text.
StatedFields stated_in_record(const nlohmann::json& record, const FieldNames& names);

}  // namespace indexer
