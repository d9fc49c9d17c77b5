// SPDX-License-Identifier: GPL-2.0-or-later
// article_json.h - An analysed article as the JSON of `explain`.
#pragma once

#include "archive/index/aliases.h"
#include "archive/model/article.h"
#include "indexer/stories/standing.h"

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace indexer {

/// Where an article among others is to be found.
struct ArticleName {
    std::string path;  ///< what to show for it
    std::uint64_t record = 1;
    std::string id;
};

/// An article and what it is to the others of one call.
struct ExplainedArticle {
    const archive::Article& article;
    std::string path;  ///< what to show for it
    const Standing& standing;
    const archive::AliasTable& aliases;   ///< what the ids of names are
    std::vector<ArticleName> related;     ///< of standing.related
    std::vector<ArticleName> same_event;  ///< of standing.same_event
};

/// The members of docs/formats.md, "The article record", in their order.
nlohmann::ordered_json article_json(const ExplainedArticle& explained);

}  // namespace indexer
