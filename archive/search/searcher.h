// SPDX-License-Identifier: GPL-2.0-or-later
// searcher.h - Answers questions from one snapshot. The one way in for the server and the tests.
#pragma once

#include "archive/base/result.h"
#include "archive/index/aliases.h"
#include "archive/index/snapshot.h"
#include "archive/search/concordance.h"
#include "archive/search/first_mention.h"
#include "archive/search/search_request.h"
#include "archive/search/search_result.h"
#include "archive/search/telling_terms.h"
#include "archive/search/timeline.h"

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace archive {

/// Thread-safe: each call works on postings of its own. Throws Failure for damage, server_deadline
/// when `deadline` passes.
class Searcher {
public:
    using Deadline = std::chrono::steady_clock::time_point;

    /// Opens the published revision of an index. Throws Failure as Snapshot::open() does.
    static std::shared_ptr<const Searcher> open(const std::string& index);

    /// With the table that the programs were built with, or another.
    explicit Searcher(std::shared_ptr<const Snapshot> snapshot);
    Searcher(std::shared_ptr<const Snapshot> snapshot, std::shared_ptr<const AliasTable> aliases);

    /// The same snapshot asked with another table. Shares with `other` all that was worked out and
    /// no alias changes.
    Searcher(const Searcher& other, std::shared_ptr<const AliasTable> aliases);
    ~Searcher();

    const Snapshot& snapshot() const;
    const AliasTable& aliases() const;

    /// Eight hex digits of the alias table in use.
    std::string aliases_digest() const;

    /// Errors are those of the query and of parameter values (parameter_bad_value for an unreadable
    /// cursor).
    Result<SearchResult> search(const SearchRequest& request, Deadline deadline) const;

    /// Several queries over time; errors as for search().
    Result<TimelineResult> timeline(const TimelineRequest& request, Deadline deadline) const;

    /// Every place that matched, with the words around it; errors as for search().
    Result<Concordance> concordance(const ConcordanceRequest& request, Deadline deadline) const;

    /// The earliest article with a stated date, and those after it; errors as for search().
    Result<FirstMention> first_mention(const SearchRequest& request, Deadline deadline) const;

    /// The words that the result uses and the rest does not; errors as for search().
    Result<TellingTerms> telling_terms(const SearchRequest& request, Deadline deadline) const;

    /// Articles that speak of the same things, the most similar first; article_not_found.
    Result<std::vector<ResultRow>> similar(std::string_view id, std::uint32_t limit,
                                           Deadline deadline) const;

    /// One article by id with the marks of a search; article_not_found.
    Result<ArticleView> article(std::string_view id, const SearchRequest& request,
                                Deadline deadline) const;

    /// Two articles by id, which may be the same one. The request marks their titles, nothing else.
    /// article_not_found, with "left" or "right" as the parameter at fault.
    Result<ComparedArticles> compare(std::string_view left, std::string_view right,
                                     const SearchRequest& request, Deadline deadline) const;

    /// A person, organisation or place by id or name, in the matches of a search;
    /// entity_not_found with the nearest as hint.
    Result<EntityView> entity(std::string_view id, const SearchRequest& request,
                              Deadline deadline) const;

    /// A story by its id, or that of any article in it; story_not_found.
    Result<StoryView> story(std::string_view id, Deadline deadline) const;

    /// Every match in the request's order, in batches read from one snapshot, until `sink` says
    /// stop: exports and feeds. The row's snippet is filled when `with_snippets`.
    Result<std::uint64_t> each_match(const SearchRequest& request, bool with_snippets,
                                     const std::function<bool(const ResultRow&)>& sink) const;

    /// Completions for what is typed; `types` of "word", "source", "entity"; most articles first.
    std::vector<Completion> suggest(std::string_view prefix, const std::vector<std::string>& types,
                                    std::uint32_t limit) const;

    std::vector<SourceReport> sources() const;
    StatusReport status() const;

    /// Works out what the first searches would have to: names by their articles, days, sources.
    /// 0.2 s for 100,000 articles. `goes_on` is asked between the parts, each of which is done
    /// once.
    void prepare(const std::function<bool()>& goes_on) const;

private:
    struct Kept;
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace archive
