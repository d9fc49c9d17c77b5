// SPDX-License-Identifier: GPL-2.0-or-later
// json_answers.h - The articles inside the answer of a news service.
//
// Services and databases wrap what was asked for: {"articles": [..]} (NewsAPI, GDELT),
// {"response": {"docs": [..]}} (NYT), {"hits": {"hits": [{"_source": {..}}]}} (Elasticsearch).
#pragma once

#include "indexer/readers/record_fields.h"

#include <nlohmann/json_fwd.hpp>

namespace indexer {

/// Whether an object has a title or a text itself.
bool is_article(const nlohmann::json& object, const FieldNames& names);

/// The list of articles, or the one article, that `value` wraps; null when it is no wrapper. An
/// object that has a text itself is none, nor is one with a title, but for that of a list (JSON
/// Feed).
const nlohmann::json* wrapped_articles(const nlohmann::json& value, const FieldNames& names);

/// The articles of an object that is a list in another form, as a list: {"a1": {"title": ..}, "a2":
/// ..}, whose keys become ids, or a table by columns, as programs for data write it: {"title":
/// {"0": ..}, "text": {"0": ..}}. Null for any other value.
nlohmann::json unfolded_articles(const nlohmann::json& value, const FieldNames& names);

/// The object that a member of such a list is about: itself, or what it holds as "_source" or
/// "item".
const nlohmann::json& unwrapped(const nlohmann::json& member);

}  // namespace indexer
