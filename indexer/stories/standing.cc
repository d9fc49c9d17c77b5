// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/stories/standing.h"

#include "archive/index/article_codec.h"
#include "indexer/stories/altered_articles.h"
#include "indexer/stories/candidates.h"
#include "indexer/stories/event_revision.h"
#include "indexer/stories/story_revision.h"
#include "indexer/stories/version_days.h"
#include "indexer/stories/version_search.h"

#include <algorithm>
#include <numeric>

namespace indexer {

namespace {

using archive::SpooledArticle;

/// The articles' numbers in the order that candidates are looked up in.
std::vector<std::uint32_t> by_day(const std::vector<SpooledArticle>& articles) {
    std::vector<std::uint32_t> order(articles.size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(), [&](std::uint32_t left, std::uint32_t right) {
        const auto key = [&](std::uint32_t at) {
            const auto day = stated_span(articles[at]).first;
            return std::pair(day == 0, day);
        };
        return key(left) < key(right);
    });
    return order;
}

void relate(const std::vector<SpooledArticle>& articles, const archive::Spool& spool,
            std::vector<Standing>& standings) {
    const auto order = by_day(articles);
    std::vector<Candidate> candidates;
    for (const auto at : order) {
        const auto& article = articles[at];
        candidates.push_back({spool.copies(article), stated_span(article)});
    }
    TextsAtHand texts([&](std::uint32_t at) {
        return archive::decode_article(archive::unpacked(spool.packed(articles[at])));
    });
    for (const auto& pair : candidate_pairs(candidates, Days::any)) {
        const auto left = order[pair.left];
        const auto right = order[pair.right];
        const auto& text = texts.text(left);
        const auto found = verdict(text, texts.text(right));
        if (found.relation == Relation::none) continue;
        standings[left].related.push_back({right, found});
        standings[right].related.push_back({left, found});
    }
    for (auto& standing : standings) {
        std::sort(standing.related.begin(), standing.related.end(),
                  [](const RelatedArticle& left, const RelatedArticle& right) {
                      const auto key = [](const RelatedArticle& each) {
                          return std::pair(!one_story(each.verdict.relation), each.article);
                      };
                      return key(left) < key(right);
                  });
    }
}

void place(const archive::LinksDraft& links, const archive::ArticleLink& link, Standing& standing) {
    if (link.story != 0) {
        const auto& story = links.stories[link.story];
        standing.story = story.id_text();
        standing.articles = story.articles;
        standing.role = link.role;
    }
    if (link.event != 0) {
        const auto& event = links.events[link.event];
        standing.event = event.id_text();
        standing.event_articles = event.articles;
    }
}

}  // namespace

std::vector<Standing> standings(std::vector<SpooledArticle>& articles, archive::Spool& spool,
                                unsigned jobs) {
    std::vector<Standing> made(articles.size());
    judge_altered(articles, spool, nullptr, jobs);
    StoryRevision revision;
    revision.articles = &articles;
    revision.spool = &spool;
    revision.jobs = jobs;
    auto linked = link_stories(revision);
    relate(articles, spool, made);
    date_by_versions(linked.days, articles, spool);
    const auto events = link_events(revision, linked.links);
    date_by_versions(events.days, articles, spool);
    for (const auto& pair : events.pairs) {
        made[pair.left].same_event.emplace_back(pair.right.fresh, pair.verdict);
        made[pair.right.fresh].same_event.emplace_back(pair.left, pair.verdict);
    }
    for (std::size_t at = 0; at < articles.size(); ++at) {
        made[at].story = articles[at].id;
        const auto* const link = linked.links.fresh.find(articles[at].id);
        if (link != nullptr) place(linked.links, *link, made[at]);
    }
    return made;
}

}  // namespace indexer
