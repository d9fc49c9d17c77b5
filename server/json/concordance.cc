// SPDX-License-Identifier: GPL-2.0-or-later
#include "server/json/concordance.h"

#include "server/json/row.h"
#include "server/json/search.h"

namespace server {

ordered_json concordance_json(const archive::ConcordanceRequest& request,
                              const archive::Concordance& concordance) {
    auto lines = ordered_json::array();
    for (const auto& line : concordance.lines) {
        const auto& article = line.row.article;
        lines.push_back({{"id", article.id},
                         {"title", article.title},
                         {"source", text_or_null(article.source)},
                         {"language", text_or_null(article.language)},
                         {"published", date_json(article.published)},
                         {"story", story_ties_json(line.row.ties)},
                         {"zone", archive::name(line.zone)},
                         {"left", line.left},
                         {"hit", line.hit},
                         {"right", line.right}});
    }
    return {{"query", query_json(request.common.q, concordance.receipt)},
            {"total", counts_json(concordance.total)},
            {"results", std::move(lines)},
            {"partial", concordance.partial}};
}

}  // namespace server
