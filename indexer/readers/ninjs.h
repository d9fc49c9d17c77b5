// SPDX-License-Identifier: GPL-2.0-or-later
// ninjs.h - Items of IPTC's ninjs, versions 1 to 3.
//
// Version 1 has a name for each form ("headline", "body_text", "body_xhtml"), 2 and 3 have lists
// with roles: {"headlines": [{"role": "main", "value": ".."}], "bodies": [{"contentType":
// "text/html", "value": ".."}]}. An item is turned into a record of the names in record_fields.h.
#pragma once

#include "archive/base/result.h"
#include "archive/model/article.h"
#include "indexer/readers/record_fields.h"
#include "indexer/readers/stated_fields.h"

#include <nlohmann/json_fwd.hpp>

#include <string>

namespace indexer {

/// Whether an object is a ninjs item of any version.
bool is_ninjs(const nlohmann::json& object);

/// Why an item is no article: a picture, film, sound or package without text, or one that its
/// agency holds back. Empty for articles.
std::string why_no_ninjs_article(const nlohmann::json& item);

/// Whether the item takes an earlier version back.
bool is_withdrawn_ninjs(const nlohmann::json& item);

/// What an item states: its id, source, address, version and the rest.
StatedFields stated_in_ninjs(const nlohmann::json& item, const FieldNames& names);

/// The article of an item; captions of its pictures are zones of it. Fails as
/// article_from_record() does.
archive::Result<archive::Article> article_from_ninjs(const nlohmann::json& item,
                                                     const FieldNames& names);

}  // namespace indexer
