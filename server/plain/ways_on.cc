// SPDX-License-Identifier: GPL-2.0-or-later
#include "server/plain/ways_on.h"

#include "archive/search/query_parser.h"
#include "archive/search/query_text.h"
#include "server/plain/parts.h"
#include "server/plain/words.h"

namespace server {

namespace {

Html offer(const std::string& text, const SearchAddress& address, std::uint64_t articles) {
    return element("li", {}, link(list_page(address), text), " ", words::articles(articles));
}

/// A filter by the names that its chip has; the rest of a search by the searcher's label.
std::string left_out(const archive::Relaxation& way, const Listed& listed) {
    const auto& parameter = way.change.front().first;
    const auto field = parameter.substr(parameter.starts_with('-') ? 1 : 0);
    const auto& filters = listed.request.filters;
    std::string names;
    for (const auto& filter : filters) {
        if (filter.field != field || filter.excluded != parameter.starts_with('-')) continue;
        names += (names.empty() ? "" : ", ") + filter_name(listed, field, filter.value);
    }
    return names.empty() ? way.label : words::kind(field) + ' ' + names;
}

/// A value in place of one that no article has: of a filter by its printed name, of the words as
/// they are typed.
std::string other_value(const archive::Relaxation& way) {
    const auto& [name, value] = way.change.front();
    if (name == "q") return way.label;
    return words::kind(name) + ' '
           + value_name(name, {*value, way.label.substr(name.size() + 1), {}});
}

/// The words as they may have been meant; several are put right together, as one of them alone
/// finds nothing.
Html spellings(const Listed& listed) {
    const auto& suggestions = listed.result.suggestions;
    if (suggestions.empty()) return {};
    const auto& first = suggestions.front();
    const auto address = listed.address.restarted().with("q", first.query);
    const std::string instead(words::try_instead);
    if (suggestions.size() == 1) return offer(instead + first.instead, address, first.articles);
    return element("li", {}, link(list_page(address), instead + first.query));
}

std::string name_of(const archive::Relaxation& way, const Listed& listed) {
    if (way.kind == "instead") return std::string(words::try_instead) + other_value(way);
    if (way.kind == "all_dates") return std::string(words::search_all_dates);
    if (way.kind == "undated") return std::string(words::undated_only);
    return std::string(words::search_without) + left_out(way, listed);
}

}  // namespace

Html ways_on(const Listed& listed) {
    const auto& result = listed.result;
    Html at_fault, offers;
    for (const auto& [clause, articles] : result.receipt.clauses) {
        if (articles == std::uint64_t{0})
            at_fault += element("p", {}, element("bdi", {}, clause.label), words::in_no_article);
    }
    offers += spellings(listed);
    for (const auto& way : result.relax) {
        offers +=
            offer(name_of(way, listed), changed(listed.address, way.change), way.counts.articles);
    }
    return element("section", {{"class", "empty"}}, element("h2", {}, words::none), at_fault,
                   offers.empty() ? Html() : element("ul", {}, offers),
                   element("p", {}, link("/plain/search#help", words::help)));
}

std::optional<std::string> furniture_query(const archive::SearchRequest& request,
                                           const archive::SearchResult& result) {
    const auto& q = request.q;
    const archive::TypedText typed(q);
    std::string found;
    if (!result.receipt.warnings.empty()) return std::nullopt;
    for (const auto& one : result.receipt.clauses) {
        const auto& clause = one.clause;
        if (clause.kind == "group") return std::nullopt;
        const auto begin = typed.byte_of(clause.span.start);
        const auto text = q.substr(begin, typed.byte_of(clause.span.end) - begin);
        const bool in_text =
            (clause.kind == "word" || clause.kind == "phrase") && !clause.label.starts_with('-');
        found += in_text ? "(" + text + " OR in:furniture " + text + ") " : text + " ";
    }
    found += "-(" + q + ")";
    if (!archive::parse_query(found, {request.today, request.strict})) return std::nullopt;
    return found;
}

}  // namespace server
