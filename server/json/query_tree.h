// SPDX-License-Identifier: GPL-2.0-or-later
// query_tree.h - A parsed query as JSON, for who wants to see how it was read.
//
//     {"kind":"and","operands":[{"kind":"phrase","text":"self defence","where":"text"},
//      {"kind":"not","operand":{"kind":"word","text":"ikea","where":"text","form":"stemmed"}}]}
#pragma once

#include "archive/search/query.h"
#include "server/json/parts.h"

namespace server {

/// The tree. As deep as the parser lets it be (archive/base/limits.h).
ordered_json query_tree_json(const archive::Query& query);

}  // namespace server
