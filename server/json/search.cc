// SPDX-License-Identifier: GPL-2.0-or-later
#include "server/json/search.h"

#include "server/guard/target.h"
#include "server/json/row.h"

namespace server {

using archive::SearchRequest;
using archive::SearchResult;

namespace {

ordered_json clause_json(const archive::ClauseResult& clause) {
    ordered_json json{{"kind", clause.clause.kind},
                      {"label", clause.clause.label},
                      {"start", clause.clause.span.start},
                      {"end", clause.clause.span.end}};
    if (clause.articles) json["articles"] = *clause.articles;
    json["without"] = percent_encoded(clause.clause.without);
    return json;
}

ordered_json facets_json(const std::vector<archive::FacetResult>& facets) {
    auto json = ordered_json::object();
    for (const auto& facet : facets) {
        auto& values = json[std::string(archive::name(facet.kind))] = ordered_json::array();
        for (const auto& value : facet.values) values.push_back(facet_value_json(value));
    }
    return json;
}

ordered_json suggestions_json(const std::vector<archive::Spelling>& spellings) {
    auto list = ordered_json::array();
    for (const auto& spelling : spellings) {
        list.push_back({{"word", spelling.word},
                        {"instead", spelling.instead},
                        {"query", spelling.query},
                        {"articles", spelling.articles}});
    }
    return list;
}

ordered_json relax_json(const std::vector<archive::Relaxation>& relaxations) {
    auto list = ordered_json::array();
    for (const auto& relaxation : relaxations) {
        auto change = ordered_json::object();
        for (const auto& [parameter, value] : relaxation.change) {
            change[parameter] = value ? ordered_json(*value) : ordered_json(nullptr);
        }
        ordered_json json{
            {"kind", relaxation.kind}, {"label", relaxation.label}, {"change", std::move(change)}};
        json.update(counts_json(relaxation.counts));
        list.push_back(std::move(json));
    }
    return list;
}

}  // namespace

ordered_json histogram_json(const std::optional<archive::HistogramResult>& histogram) {
    if (!histogram) return nullptr;
    auto bins = ordered_json::array();
    for (const auto& bin : histogram->bins) bins.push_back(bin_json(bin));
    return {{"unit", archive::name(histogram->unit)},
            {"bins", std::move(bins)},
            {"undated", counts_json(histogram->undated)}};
}

ordered_json facet_value_json(const archive::FacetValue& value) {
    ordered_json json{{"value", value.value}, {"label", value.label}};
    json.update(counts_json(value.counts));
    return json;
}

ordered_json bin_json(const archive::HistogramBin& bin) {
    ordered_json json{{"start", archive::iso_day(bin.start)}};
    json.update(counts_json(bin.counts));
    json["inferred"] = bin.inferred;
    json["archive"] = bin.archive;
    return json;
}

ordered_json query_json(const std::string& input, const archive::Receipt& receipt) {
    auto clauses = ordered_json::array();
    for (const auto& clause : receipt.clauses) clauses.push_back(clause_json(clause));
    return {{"input", input},
            {"understood", receipt.understood},
            {"clauses", std::move(clauses)},
            {"warnings", warnings_json(receipt.warnings)}};
}

ordered_json search_json(const SearchRequest& request, const SearchResult& result) {
    ordered_json json;
    json["query"] = query_json(request.q, result.receipt);
    json["total"] = counts_json(result.total);
    json["total"]["exact"] = true;
    json["outside"] = {{"undated", result.outside_undated},
                       {"furniture", result.outside_furniture}};
    auto rows = ordered_json::array();
    for (const auto& row : result.rows) rows.push_back(row_json(row, request.highlight));
    json["results"] = std::move(rows);
    json["facets"] = facets_json(result.facets);
    json["histogram"] = histogram_json(result.histogram);
    json["suggestions"] = suggestions_json(result.suggestions);
    json["relax"] = relax_json(result.relax);
    return json;
}

}  // namespace server
