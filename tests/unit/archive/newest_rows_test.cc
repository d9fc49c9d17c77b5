// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/newest_rows.h"

#include "tests/support/random_articles.h"
#include "tests/support/small_archive.h"

#include <doctest/doctest.h>

#include <random>

using namespace archive;
using namespace tests;

namespace {

/// What a walk over everything ranks.
std::vector<RankedMatch> all_rows(const Snapshot& snapshot, Rows rows) {
    Ranking ranking(snapshot, rows, Sort::newest, snapshot.articles(), std::nullopt);
    StoryMatches stories(snapshot.stories().size());
    for (std::size_t at = 0; at < snapshot.size(); ++at) {
        for (Docid docid = 1; docid <= snapshot.segment(at).facts().documents; ++docid) {
            if (!has_bit(snapshot.live(at), docid)) continue;
            const StoryMatch match{static_cast<std::uint32_t>(at), docid};
            const auto story = snapshot.links(at).story(docid);
            if (story == 0)
                ranking.offer({&match, 1});
            else
                stories.add(story, match);
        }
    }
    stories.for_each([&](std::span<const StoryMatch> versions) { ranking.offer(versions); });
    return std::move(ranking).best();
}

}  // namespace

TEST_CASE("the newest rows are those that a walk over everything ranks first, page by page") {
    const auto seed = std::random_device{}();
    CAPTURE(seed);
    std::mt19937 random(seed);
    const auto segments = random_segments(random, {900, 400, 5});
    auto archive = SmallArchive::of_segments(segments, random_kinship(random, segments));
    archive.remove({"x3y", "x899y", "x950y", "x1301y"});
    const auto searcher = archive.searcher();
    const auto& snapshot = searcher->snapshot();
    StoryMatches stories(snapshot.stories().size());
    DeadlineWatch watch(never());
    for (const auto rows : {Rows::articles, Rows::stories}) {
        const auto all = all_rows(snapshot, rows);
        std::optional<RowKey> after;
        std::size_t seen = 0, pages = 0;
        for (;; ++pages) {
            const std::size_t keep = 1 + random() % 40;
            const auto page = newest_rows(snapshot, rows, keep, after, stories, watch);
            if (!page) break;
            REQUIRE(page->size() == keep);
            for (const auto& match : *page) {
                REQUIRE(seen < all.size());
                CHECK(match.location == all[seen++].location);
            }
            CHECK(seen < all.size());
            after = key_of(snapshot, page->back());
        }
        CHECK(pages > 3);
    }
}
