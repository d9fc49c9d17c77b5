// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/entity_view.h"

#include "archive/base/text.h"
#include "archive/index/document.h"
#include "archive/search/known_names.h"
#include "archive/search/name_resolution.h"
#include "archive/search/names_facet.h"
#include "archive/search/question_matches.h"
#include "archive/search/ranking.h"
#include "archive/search/rows.h"
#include "archive/search/tally.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <unordered_map>
#include <utility>

namespace archive {

namespace {

constexpr std::array types{EntityType::person, EntityType::org, EntityType::place};

constexpr std::size_t most_related = 12;  ///< of each type
constexpr std::size_t most_sources = 20;
constexpr std::size_t most_forms = 50;
constexpr std::size_t most_quotes = 20;

FacetKind facet_of(EntityType type) {
    switch (type) {
        case EntityType::person: return FacetKind::person;
        case EntityType::org: return FacetKind::org;
        case EntityType::place: break;
    }
    return FacetKind::place;
}

/// What is asked for, and where it is found.
struct Wanted {
    KnownName name;
    std::vector<std::string> keys;
    std::optional<NameNumbers::Number> number;  ///< in the column of its type; none: no article
};

std::optional<NameNumbers::Number> number_of(const NameNumbers& names,
                                             const std::vector<std::string>& keys) {
    for (const auto& key : keys) {
        if (const auto number = names.find(key)) return number;
    }
    return std::nullopt;
}

/// The name that is meant: of a text that fits several types the one that most articles have.
std::optional<Wanted> wanted_name(const ArchiveFacts& facts, std::string_view text) {
    const auto& aliases = facts.aliases();
    std::optional<Wanted> best;
    std::uint32_t most = 0;
    for (const auto type : types) {
        Wanted one;
        one.keys = resolve_name(aliases, name(type), text);
        if (one.keys.empty()) continue;
        const auto& names = facts.names(column_of(type));
        one.number = number_of(names, one.keys);
        const auto articles = one.number ? names.articles(*one.number) : 0;
        one.name =
            known_name(aliases, one.keys.front(), one.number ? names.label(*one.number) : text);
        if (articles == 0 && aliases.surfaces_of(one.name.id).empty()) continue;
        if (best && articles <= most) continue;
        most = articles;
        best = std::move(one);
    }
    return best;
}

/// The id of a name that somebody may have meant; empty when none is near.
std::string nearest_id(const ArchiveFacts& facts, std::string_view text) {
    const auto colon = text.find(':');
    const auto meant = colon == std::string_view::npos ? text : text.substr(colon + 1);
    constexpr std::size_t farthest = 3;
    std::string nearest;
    std::size_t distance = farthest + 1;
    std::uint32_t most = 0;
    for (const auto type : types) {
        const auto wanted = name_key(type, meant);
        if (wanted.empty()) return "";
        const auto& names = facts.names(column_of(type));
        for (NameNumbers::Number number = 0; number < names.size(); ++number) {
            if (names.articles(number) == 0 || !names.is_shown(number)) continue;
            const auto apart = edit_distance(wanted, names.key(number), farthest);
            if (apart > farthest || apart > distance
                || (apart == distance && names.articles(number) <= most))
                continue;
            distance = apart;
            most = names.articles(number);
            nearest = names.value(number);
        }
    }
    return nearest;
}

Error not_found(const ArchiveFacts& facts, std::string_view text) {
    auto hint = nearest_id(facts, text);
    auto message = "there is no name \"" + std::string(text) + "\" in the archive";
    if (!hint.empty()) message += "; the nearest is " + hint;
    return {ErrorCode::entity_not_found,
            std::move(message),
            {},
            Place{"id", 0, code_points(text), std::string(text), std::move(hint)}};
}

PlanPointer any_key(std::string_view prefix, const std::vector<std::string>& keys) {
    TermsPlan terms{{}, Scored::no};
    for (const auto& key : keys) terms.terms.push_back(exact_term(prefix, key));
    return plan_of(std::move(terms));
}

/// Counts what a name is called in the articles that match.
class Forms {
public:
    Forms(const ArchiveFacts& facts, const Wanted& wanted)
        : snapshot_(facts.snapshot()),
          column_(column_of(wanted.name.type)),
          names_(facts.names(column_)),
          number_(wanted.number) {}

    void count(const StoryMatch& match) {
        const auto at = static_cast<std::size_t>(column_);
        const auto& segment = snapshot_.segment(match.segment);
        for (const auto local : segment.names[at][match.docid]) {
            if (names_.number(match.segment, local) == number_)
                ++counts_[segment.dictionaries[at][local]];
        }
    }

    std::vector<NameForm> forms() const {
        std::vector<NameForm> forms;
        for (const auto& [written, articles] : counts_)
            forms.push_back({std::string(written), articles});
        std::sort(forms.begin(), forms.end(), [](const NameForm& left, const NameForm& right) {
            return left.articles != right.articles ? left.articles > right.articles
                                                   : left.written < right.written;
        });
        if (forms.size() > most_forms) forms.resize(most_forms);
        return forms;
    }

private:
    const Snapshot& snapshot_;
    schema::Names column_;
    const NameNumbers& names_;
    std::optional<NameNumbers::Number> number_;
    std::unordered_map<std::string_view, std::uint64_t> counts_;
};

/// A name that every second article has stands beside everybody. What counts is how much more often
/// two names come together than chance would have it, and how often they do.
double strength_of(std::uint64_t both, double expected) {
    if (expected <= 0) return 0;
    const auto found = static_cast<double>(both);
    return found * std::log(found / expected);
}

std::vector<RelatedName> related_of(const NamesFacet& facet, EntityType type, const Wanted& wanted,
                                    double share) {
    const auto& names = facet.names();
    std::vector<std::pair<double, NameNumbers::Number>> order;
    for (const auto number : facet.counted()) {
        if (!names.is_shown(number) || (type == wanted.name.type && number == wanted.number))
            continue;
        const auto strength = strength_of(facet.articles(number), share * names.articles(number));
        if (strength > 0) order.emplace_back(-strength, number);
    }
    const auto shown = std::min(most_related, order.size());
    std::partial_sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(shown),
                      order.end());
    std::vector<RelatedName> related;
    for (std::size_t i = 0; i < shown; ++i) {
        const auto number = order[i].second;
        related.push_back(
            {type,
             {names.value(number), std::string(names.label(number)), facet.counts(number)},
             -order[i].first});
    }
    return related;
}

std::optional<KnownName> passed_on_by(const ArchiveFacts& facts, const std::string& key) {
    const auto type = entity_type_named(std::string_view(key).substr(0, key.find(' ')));
    if (!type) return std::nullopt;
    const auto& names = facts.names(column_of(*type));
    const auto number = names.find(key);
    const auto written =
        number ? names.label(*number) : std::string_view(key).substr(key.find(' ') + 1);
    return known_name(facts.aliases(), key, written);
}

/// The newest quotations of the name, one article a story.
std::vector<Quotation> quotations_of(const ArchiveFacts& facts, OpenPostings& postings,
                                     const Question& question, const Wanted& wanted,
                                     DeadlineWatch& watch) {
    const auto& snapshot = facts.snapshot();
    auto spoken = question;
    spoken.besides = all_of({spoken.besides, any_key(schema::prefix::speaker, wanted.keys)});
    Ranking ranking(snapshot, Rows::stories, Sort::newest, most_quotes, std::nullopt);
    match_stories(postings, spoken, watch,
                  [&](std::span<const StoryMatch> versions) { ranking.offer(versions); });
    std::vector<Quotation> quotes;
    for (const auto& match : std::move(ranking).best()) {
        watch.tick(4096);
        const auto row = bare_row(snapshot, match.location);
        for (const auto& quote : row.article.quotes) {
            if (quotes.size() == most_quotes) return quotes;
            const auto& keys = wanted.keys;
            if (std::find(keys.begin(), keys.end(), quote.speaker) == keys.end()) continue;
            if (quote.zone >= row.article.zones.size()) continue;
            const std::string_view text = row.article.zones[quote.zone].text;
            if (quote.begin >= quote.end || quote.end > text.size()) continue;
            quotes.push_back({row, std::string(text.substr(quote.begin, quote.end - quote.begin)),
                              quote.speaker_text, passed_on_by(facts, quote.via),
                              quote.confidence});
        }
    }
    return quotes;
}

SearchRequest counted_request(const SearchRequest& request) {
    auto counted = request;
    if (counted.histogram == BinUnit::none) counted.histogram = BinUnit::automatic;
    counted.facets.clear();
    counted.cursor.clear();
    counted.sort = Sort::newest;
    return counted;
}

}  // namespace

Result<EntityView> entity_view(const ArchiveFacts& facts, OpenPostings& postings,
                               std::string_view id, const SearchRequest& request,
                               DeadlineWatch& watch) {
    const auto wanted = wanted_name(facts, id);
    if (!wanted) return not_found(facts, id);
    const auto counted = counted_request(request);
    auto question = question_of(counted, facts, postings, watch);
    if (!question) return question.error();
    question->besides = all_of({question->besides, any_key(schema::prefix::entity, wanted->keys)});

    EntityView view;
    view.name = wanted->name;
    view.aliases = facts.aliases().surfaces_of(view.name.id);
    view.understood = question->understood;
    view.warnings = question->parsed.warnings;

    Tally tally(facts, counted, question->dates, question->fields);
    Forms forms(facts, *wanted);
    NamesFacet sources(facts, FacetKind::source);
    std::vector<NamesFacet> beside;
    for (const auto type : types) beside.emplace_back(facts, facet_of(type));
    LeftOut left_out;
    left_out.dates = tally.asks_dates();
    match_stories(
        postings, *question, left_out, watch,
        [&](Location location) { return tally.failing(location); },
        [&](std::span<const StoryMatch> versions) {
            tally.count(versions);
            sources.count(versions);
            for (auto& facet : beside) facet.count(versions);
            for (const auto& version : versions) {
                if (!version.failing.passes()) continue;
                forms.count(version);
                const auto day = facts.snapshot().segment(version.segment).first_day[version.docid];
                if (day == 0) continue;
                if (view.first == 0 || day < view.first) view.first = day;
                view.last = std::max(view.last, day);
            }
        });
    view.total = tally.total();
    view.forms = forms.forms();
    view.sources = sources.values(most_sources, "", {});
    view.timeline = tally.histogram().value_or(HistogramResult{});
    const auto articles = std::max<std::uint64_t>(facts.snapshot().articles(), 1);
    const double share = static_cast<double>(view.total.articles) / static_cast<double>(articles);
    for (std::size_t i = 0; i < types.size(); ++i) {
        for (auto& related : related_of(beside[i], types[i], *wanted, share))
            view.related.push_back(std::move(related));
    }
    std::stable_sort(view.related.begin(), view.related.end(),
                     [](const RelatedName& left, const RelatedName& right) {
                         return left.strength > right.strength;
                     });
    view.quotes = quotations_of(facts, postings, *question, *wanted, watch);
    return view;
}

}  // namespace archive
