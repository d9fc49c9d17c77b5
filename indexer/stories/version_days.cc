// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/stories/version_days.h"

#include "archive/index/article_codec.h"
#include "archive/index/id_map.h"

namespace indexer {

void date_by_versions(const std::vector<DayOfVersions>& days,
                      std::vector<archive::SpooledArticle>& articles, archive::Spool& spool) {
    archive::IdMap<const archive::Date*> by_id;
    for (const auto& day : days) by_id.place(day.id, &day.date);
    for (auto& entry : articles) {
        const auto* const day = by_id.find(entry.id);
        if (day == nullptr) continue;
        auto article = archive::decode_article(archive::unpacked(spool.packed(entry)));
        article.published = **day;
        spool.replace(entry, article);
    }
}

}  // namespace indexer
