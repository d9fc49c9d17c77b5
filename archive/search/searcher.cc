// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/searcher.h"

#include "archive/base/text.h"
#include "archive/search/archive_facts.h"
#include "archive/search/completions.h"
#include "archive/search/corrections.h"
#include "archive/search/entity_view.h"
#include "archive/search/kindred.h"
#include "archive/search/known_names.h"
#include "archive/search/names_met.h"
#include "archive/search/postings_pool.h"
#include "archive/search/question_matches.h"
#include "archive/search/relaxations.h"
#include "archive/search/reports.h"
#include "archive/search/result_page.h"
#include "archive/search/rows.h"
#include "archive/search/similar.h"
#include "archive/search/stem_terms.h"
#include "archive/search/tally.h"

#include <fmt/format.h>

#include <algorithm>
#include <mutex>

namespace archive {

/// What no alias changes; searchers of one snapshot share it.
struct Searcher::Kept {
    explicit Kept(std::shared_ptr<const Snapshot> of)
        : snapshot(std::move(of)), pool(*snapshot), completions(*snapshot) {}

    std::shared_ptr<const Snapshot> snapshot;
    PostingsPool pool;
    Completions completions;
    std::once_flag sources_once, status_once;
    std::vector<SourceReport> sources;
    StatusReport status;
};

struct Searcher::Inside {
    Inside(std::shared_ptr<const Snapshot> of, std::shared_ptr<const AliasTable> aliases)
        : kept(std::make_shared<Kept>(std::move(of))), facts(*kept->snapshot, std::move(aliases)) {}

    Inside(const Inside& other, std::shared_ptr<const AliasTable> aliases)
        : kept(other.kept), facts(other.facts, std::move(aliases)) {}

    std::shared_ptr<Kept> kept;
    ArchiveFacts facts;
    NamesMet names{facts.aliases()};

    const Snapshot& snapshot() const { return *kept->snapshot; }

    void name(ResultRow& row) const { names.name({&row, 1}); }
    void name(std::vector<ResultRow>& rows) const { names.name(rows); }
    void name(std::vector<StoryVersion>& versions) const {
        for (auto& version : versions) name(version.row);
    }
    PostingsPool::Lent lend() const { return kept->pool.lend(); }

    Result<Location> find(std::string_view id) const {
        if (const auto location = snapshot().find(id)) return *location;
        return Error{ErrorCode::article_not_found,
                     "there is no article \"" + std::string(id) + "\" in the archive"};
    }

    bool has_undated() const {
        for (std::size_t at = 0; at < snapshot().size(); ++at) {
            if (!snapshot().segment(at).undated().empty()) return true;
        }
        return false;
    }
};

namespace {

/// One search on its way: what several steps need.
struct Work {
    const ArchiveFacts& facts;
    OpenPostings& postings;
    Vocabulary& vocabulary;
    DeadlineWatch& watch;
    const SearchRequest& request;
    const Question& question;
};

std::uint64_t count_of(const Work& work, const PlanPointer& words) {
    return count_matches(work.postings, *plan_of(work.question, words, {}), work.watch);
}

/// Articles that match all but the days and have no date.
std::uint64_t undated_outside(const Work& work) {
    auto undated = work.question;
    undated.dates.undated = Undated::only;
    return count_matches(work.postings, *plan_of(undated, undated.words.plan, {}), work.watch);
}

/// Articles that match only when page furniture counts as text.
std::uint64_t furniture_outside(const Work& work) {
    const auto& words = work.question.words;
    if (!words.with_furniture) return 0;
    TermsPlan furniture{words.furniture_terms, Scored::no};
    std::erase_if(furniture.terms,
                  [&](const std::string& term) { return !is_held(work.postings, term); });
    if (furniture.terms.empty()) return 0;
    return count_of(work, all_of({words.with_furniture, plan_of(std::move(furniture)),
                                  plan_of(ExceptPlan{words.plan})}));
}

/// What each clause finds by itself.
void count_clauses(const Work& work, std::vector<ClauseResult>& clauses) {
    for (auto& clause : clauses) {
        const auto compiled = compile(*clause.clause.query, work.facts.languages(),
                                      work.facts.aliases(), work.vocabulary);
        clause.articles = count_matches(work.postings, *compiled.plan, work.watch);
    }
}

std::vector<Relaxation> ways_on(const Work& work, const std::vector<ClauseResult>& clauses) {
    std::vector<Clause> plain;
    plain.reserve(clauses.size());
    for (const auto& clause : clauses) plain.push_back(clause.clause);
    const auto count = [&](const SearchRequest& changed) -> BothCounts {
        const auto question = question_of(changed, work.facts, work.vocabulary);
        if (!question) return {};
        return count_stories(work.postings, *plan_of(*question, question->words.plan, {}),
                             work.watch);
    };
    constexpr std::size_t most_values = 4;
    return relaxations(work.request, plain, count,
                       [&](std::string_view field, std::string_view value) {
                           return likely_values(work.facts, *schema::field_named(field), value,
                                                most_values, work.watch);
                       });
}

}  // namespace

std::shared_ptr<const Searcher> Searcher::open(const std::string& index) {
    return std::make_shared<const Searcher>(Snapshot::open(index));
}

Searcher::Searcher(std::shared_ptr<const Snapshot> snapshot)
    : Searcher(std::move(snapshot), {std::shared_ptr<void>(), &AliasTable::shipped()}) {}

Searcher::Searcher(std::shared_ptr<const Snapshot> snapshot,
                   std::shared_ptr<const AliasTable> aliases)
    : inside_(std::make_unique<Inside>(std::move(snapshot), std::move(aliases))) {}

Searcher::Searcher(const Searcher& other, std::shared_ptr<const AliasTable> aliases)
    : inside_(std::make_unique<Inside>(*other.inside_, std::move(aliases))) {}

Searcher::~Searcher() = default;

const Snapshot& Searcher::snapshot() const {
    return inside_->snapshot();
}

const AliasTable& Searcher::aliases() const {
    return inside_->facts.aliases();
}

std::string Searcher::aliases_digest() const {
    return fmt::format("{:08x}", static_cast<std::uint32_t>(aliases().checksum()));
}

Result<SearchResult> Searcher::search(const SearchRequest& request, Deadline deadline) const {
    const auto& facts = inside_->facts;
    const auto postings = inside_->lend();
    DeadlineWatch watch(deadline);
    Vocabulary vocabulary(*postings, watch);
    const auto question = question_of(request, facts, vocabulary);
    if (!question) return question.error();
    const Work work{facts, *postings, vocabulary, watch, request, *question};

    Tally tally(facts, request, question->dates, question->fields);
    const auto page = page_of(facts, *postings, request, *question, tally, watch);
    const auto before = std::min<std::size_t>(request.offset, page.matches.size());
    const auto shown = std::span(page.matches).subspan(before);
    fetch_places(snapshot(), shown);

    SearchResult result;
    result.receipt = receipt_of(*question, request.q);
    result.total = page.total;
    result.facets = tally.facets(watch);
    result.histogram = tally.histogram();

    if (tally.asks_dates())
        result.outside_undated = tally.undated_outside();
    else if (question->dates.leaves_out_undated() && inside_->has_undated())
        result.outside_undated = undated_outside(work);
    result.outside_furniture = furniture_outside(work);
    const bool none = result.total.articles == 0;
    if (request.explain || none) count_clauses(work, result.receipt.clauses);
    if (none) result.relax = ways_on(work, result.receipt.clauses);
    result.suggestions = corrections(facts, *postings, question->words.words, request.q, watch);

    MarkFinder marks(question->words);
    const auto titles = request.highlight == Highlight::none ? Titles::plain : Titles::marked;
    result.rows = shown_rows(snapshot(), shown, marks, titles, watch);
    inside_->name(result.rows);
    if (!result.rows.empty() && page.goes_on) {
        result.next_cursor = written_cursor(key_of(snapshot(), page.matches.back()), question->sort,
                                            question->digest);
    }
    return result;
}

Result<TimelineResult> Searcher::timeline(const TimelineRequest& request, Deadline deadline) const {
    const auto postings = inside_->lend();
    DeadlineWatch watch(deadline);
    return archive::timeline(inside_->facts, *postings, request, watch);
}

Result<Concordance> Searcher::concordance(const ConcordanceRequest& request,
                                          Deadline deadline) const {
    const auto postings = inside_->lend();
    DeadlineWatch watch(deadline);
    auto found = archive::concordance(inside_->facts, *postings, request, watch);
    if (found) {
        for (auto& line : found->lines) inside_->name(line.row);
    }
    return found;
}

Result<FirstMention> Searcher::first_mention(const SearchRequest& request,
                                             Deadline deadline) const {
    const auto postings = inside_->lend();
    DeadlineWatch watch(deadline);
    auto found = archive::first_mention(inside_->facts, *postings, request, watch);
    if (found && found->first) inside_->name(*found->first);
    if (found) inside_->name(found->later);
    return found;
}

Result<TellingTerms> Searcher::telling_terms(const SearchRequest& request,
                                             Deadline deadline) const {
    const auto postings = inside_->lend();
    DeadlineWatch watch(deadline);
    return archive::telling_terms(inside_->facts, *postings, request, watch);
}

Result<std::vector<ResultRow>> Searcher::similar(std::string_view id, std::uint32_t limit,
                                                 Deadline deadline) const {
    const auto location = inside_->find(id);
    if (!location) return location.error();
    const auto postings = inside_->lend();
    DeadlineWatch watch(deadline);
    auto rows = similar_articles(*postings, *location, limit, watch);
    inside_->name(rows);
    return rows;
}

Result<ArticleView> Searcher::article(std::string_view id, const SearchRequest& request,
                                      Deadline deadline) const {
    const auto location = inside_->find(id);
    if (!location) return location.error();
    const auto postings = inside_->lend();
    DeadlineWatch watch(deadline);
    const auto question = question_of(request, inside_->facts, *postings, watch);
    if (!question) return question.error();
    MarkFinder marks(question->words);
    auto view = view_of(snapshot(), *location, marks);
    view.warnings = question->parsed.warnings;
    view.versions = versions_beside(snapshot(), *location, watch);
    view.reports = reports_beside(snapshot(), *location, watch);
    view.names = names_with_forms(aliases(), view.article);
    inside_->name(view.versions);
    inside_->name(view.reports);
    return view;
}

Result<EntityView> Searcher::entity(std::string_view id, const SearchRequest& request,
                                    Deadline deadline) const {
    const auto postings = inside_->lend();
    DeadlineWatch watch(deadline);
    auto view = entity_view(inside_->facts, *postings, id, request, watch);
    if (view) {
        for (auto& quote : view->quotes) inside_->name(quote.row);
    }
    return view;
}

Result<StoryView> Searcher::story(std::string_view id, Deadline deadline) const {
    const auto postings = inside_->lend();
    DeadlineWatch watch(deadline);
    auto view = story_view(*postings, id, watch);
    if (view) inside_->name(view->versions);
    return view;
}

Result<ComparedArticles> Searcher::compare(std::string_view left, std::string_view right,
                                           const SearchRequest& request, Deadline deadline) const {
    const auto postings = inside_->lend();
    DeadlineWatch watch(deadline);
    const auto question = question_of(request, inside_->facts, *postings, watch);
    if (!question) return question.error();
    MarkFinder marks(question->words);
    const auto row = [&](std::string_view parameter, std::string_view id) -> Result<ResultRow> {
        const auto location = inside_->find(id);
        if (location)
            return row_of(snapshot(), {*location}, marks, Snippets::no, ArticleParts::all);
        auto error = location.error();
        error.place =
            Place{std::string(parameter), 0, code_points(id), std::string(id), std::string()};
        return error;
    };
    auto left_row = row("left", left);
    if (!left_row) return left_row.error();
    auto right_row = row("right", right);
    if (!right_row) return right_row.error();
    inside_->name(*left_row);
    inside_->name(*right_row);
    auto comparison = archive::compare(left_row->article, right_row->article);
    return ComparedArticles{*std::move(left_row), *std::move(right_row), std::move(comparison)};
}

Result<std::uint64_t> Searcher::each_match(
    const SearchRequest& request, bool with_snippets,
    const std::function<bool(const ResultRow&)>& sink) const {
    std::optional<Question> question;
    std::vector<RankedMatch> matches;
    {
        const auto postings = inside_->lend();
        DeadlineWatch watch(Deadline::max());
        auto asked = question_of(request, inside_->facts, *postings, watch);
        if (!asked) return asked.error();
        question = *std::move(asked);
        Ranking ranking(snapshot(), rows_of(request), question->sort, snapshot().articles(),
                        question->after);
        match_stories(*postings, *question, watch,
                      [&](std::span<const StoryMatch> versions) { ranking.offer(versions); });
        matches = std::move(ranking).best();
    }
    MarkFinder marks(question->words);
    std::uint64_t handed = 0;
    for (const auto& match : matches) {
        auto row = row_of(snapshot(), match, marks, with_snippets ? Snippets::yes : Snippets::no);
        inside_->name(row);
        ++handed;
        if (!sink(row)) break;
    }
    return handed;
}

std::vector<Completion> Searcher::suggest(std::string_view prefix,
                                          const std::vector<std::string>& types,
                                          std::uint32_t limit) const {
    std::vector<Completion> found;
    const auto add = [&](std::vector<Completion> some) {
        found.insert(found.end(), std::make_move_iterator(some.begin()),
                     std::make_move_iterator(some.end()));
    };
    const auto& facts = inside_->facts;
    for (const auto& type : types) {
        if (type == "word") {
            const auto postings = inside_->lend();
            add(inside_->kept->completions.words(*postings, prefix, limit));
        } else if (type == "source") {
            add(name_completions(facts, schema::Names::source, prefix, limit));
        } else if (type == "entity") {
            for (const auto column :
                 {schema::Names::person, schema::Names::org, schema::Names::place})
                add(name_completions(facts, column, prefix, limit));
        }
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const Completion& left, const Completion& right) {
                         return left.articles > right.articles;
                     });
    if (found.size() > limit) found.resize(limit);
    return found;
}

std::vector<SourceReport> Searcher::sources() const {
    auto& kept = *inside_->kept;
    std::call_once(kept.sources_once, [&] { kept.sources = source_reports(inside_->facts); });
    return kept.sources;
}

StatusReport Searcher::status() const {
    auto& kept = *inside_->kept;
    std::call_once(kept.status_once, [&] { kept.status = status_report(inside_->facts); });
    return kept.status;
}

void Searcher::prepare(const std::function<bool()>& goes_on) const {
    inside_->facts.prepare(goes_on);
    if (goes_on()) sources();
    if (goes_on()) status();
}

}  // namespace archive
