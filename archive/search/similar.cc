// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/similar.h"

#include "archive/index/indexed_text.h"
#include "archive/search/ranking.h"
#include "archive/search/rows.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>

namespace archive {

namespace {

/// Words of the article that are weighed: the most used ones.
constexpr std::size_t weighed_words = 400;

/// Words that are searched for, and postings they may have together.
constexpr std::size_t telling_words = 24;
constexpr std::uint64_t most_postings = 200'000;

/// What an article must share of the weight of all telling words, those included that nobody else
/// uses.
constexpr double least_share = 0.25;

struct UsedWord {
    std::string word;
    std::uint32_t times = 0;  ///< by the weights of the zones
};

/// The words of the text, the most used first.
std::vector<UsedWord> used_words(const Article& article) {
    std::map<std::string, std::uint32_t, std::less<>> times;
    const auto zones = indexed_zones(article);
    for_each_token(zones, [&](const PlacedToken& token) {
        if (token.kind != TokenKind::word && token.kind != TokenKind::joined) return;
        const auto weight = zones[token.zone].weight;
        if (weight == 0) return;
        const auto known = times.find(token.text);
        if (known == times.end())
            times.emplace(token.text, weight);
        else
            known->second += weight;
    });
    std::vector<UsedWord> words;
    for (auto& [word, count] : times) words.push_back({word, count});
    std::stable_sort(words.begin(), words.end(), [](const UsedWord& left, const UsedWord& right) {
        return left.times > right.times;
    });
    if (words.size() > weighed_words) words.resize(weighed_words);
    return words;
}

struct TellingWord {
    std::string word;
    double weight = 0;
    std::uint32_t articles = 0;
};

/// The words that tell the article from others, the most telling first.
std::vector<TellingWord> telling_words_of(OpenPostings& postings, const Article& article) {
    const auto all = static_cast<double>(postings.snapshot.articles());
    std::vector<TellingWord> words;
    for (const auto& [word, times] : used_words(article)) {
        const auto articles = documents_with(postings, word);
        const auto rarity = std::log(all / std::max(articles, 1U));
        if (rarity <= 0) continue;
        words.push_back({word, (1 + std::log(times)) * rarity, articles});
    }
    std::stable_sort(words.begin(), words.end(),
                     [](const TellingWord& left, const TellingWord& right) {
                         return left.weight > right.weight;
                     });
    return words;
}

/// A search for the telling words that others use too.
struct TellingSearch {
    PlanPointer plan;  ///< null when there is none
    double share = 0;  ///< of the weight of all telling words
};

TellingSearch search_for(const std::vector<TellingWord>& words) {
    std::vector<PlanPointer> plans;
    std::uint64_t read = 0;
    double all = 0, searched = 0;
    for (std::size_t i = 0; i < words.size() && i < telling_words; ++i) {
        all += words[i].weight;
        if (words[i].articles < 2 || read + words[i].articles > most_postings) continue;
        read += words[i].articles;
        searched += words[i].weight;
        plans.push_back(plan_of(TermsPlan{{words[i].word}}));
    }
    if (plans.empty()) return {};
    return {plan_of(AnyPlan{std::move(plans)}), searched / all};
}

}  // namespace

std::vector<ResultRow> similar_articles(OpenPostings& postings, const Location& article,
                                        std::uint32_t limit, DeadlineWatch& watch) {
    const auto& snapshot = postings.snapshot;
    const auto words =
        telling_words_of(postings, snapshot.segment(article.segment).article(article.docid));
    const auto search = search_for(words);
    if (!search.plan) return {};
    float own_score = 0;
    Ranking ranking(snapshot, Rows::stories, Sort::relevance, limit, std::nullopt);
    for_each_story(
        postings, *search.plan, Relevance::counted, watch,
        [](Location) { return Failing::nothing(); },
        [&](std::span<const StoryMatch> versions) {
            for (const auto& version : versions) {
                if (version.location() != article) continue;
                own_score = version.score;
                return;  // its own story
            }
            ranking.offer(versions);
        });
    const auto least = own_score * static_cast<float>(least_share / search.share);
    const CompiledQuery no_words;
    MarkFinder marks(no_words);
    std::vector<ResultRow> rows;
    for (const auto& match : std::move(ranking).best()) {
        if (match.score < least) break;
        watch.tick(4096);
        rows.push_back(row_of(snapshot, match, marks, Snippets::yes));
    }
    return rows;
}

}  // namespace archive
