// SPDX-License-Identifier: GPL-2.0-or-later
// json_answers.h - The articles inside the answer of a news service.
//
// Services and databases wrap what was asked for: {"articles": [..]} (NewsAPI, GDELT),
// {"response": {"docs": [..]}} (NYT), {"hits": {"hits": [{"_source": {..}}]}} (Elasticsearch).
#pragma once

#include "indexer/readers/record_fields.h"

#include <nlohmann/json_fwd.hpp>

namespace indexer {

/// The list of articles, or the one article, that `value` wraps; null when it is no wrapper. An
/// object that has a title or a text itself is none.
const nlohmann::json* wrapped_articles(const nlohmann::json& value, const FieldNames& names);

/// The object that a member of such a list is about: itself, or what it holds as "_source" or
/// "item".
const nlohmann::json& unwrapped(const nlohmann::json& member);

}  // namespace indexer
