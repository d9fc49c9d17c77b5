// SPDX-License-Identifier: GPL-2.0-or-later
// standing.h - What each of some articles is to the others, with the reasons, for `explain`.
#pragma once

#include "archive/index/spool.h"
#include "archive/model/story.h"
#include "indexer/stories/relation.h"
#include "indexer/stories/same_event.h"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace indexer {

/// Another article that shares much text, joined or kept apart.
struct RelatedArticle {
    std::size_t article = 0;  ///< its number
    Verdict verdict;
};

/// One article among the others.
struct Standing {
    std::string story;  ///< id
    std::uint32_t articles = 1;
    archive::StoryRole role = archive::StoryRole::only;
    std::vector<RelatedArticle> related;  ///< one story first, then by number
    std::string event;                    ///< id; empty without one
    std::uint32_t event_articles = 0;
    std::vector<std::pair<std::size_t, EventVerdict>>
        same_event;  ///< numbers of reports it is like, the most alike first
};

/// The standing of each article, by number; undated ones get the day of their versions or event in
/// the spool, and wording is judged by the others. Throws Failure.
std::vector<Standing> standings(std::vector<archive::SpooledArticle>& articles,
                                archive::Spool& spool, unsigned jobs);

}  // namespace indexer
