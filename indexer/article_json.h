// SPDX-License-Identifier: GPL-2.0-or-later
// article_json.h - An analysed article as the JSON of `explain`.
#pragma once

#include "archive/model/article.h"

#include <nlohmann/json.hpp>

#include <string>

namespace indexer {

/// The members of docs/formats.md, "The article record", in their order. `path` is what to show for
/// it.
nlohmann::ordered_json article_json(const archive::Article& article, const std::string& path);

}  // namespace indexer
