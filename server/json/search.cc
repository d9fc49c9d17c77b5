// SPDX-License-Identifier: GPL-2.0-or-later
#include "server/json/search.h"

#include "server/guard/target.h"
#include "server/json/json_tree.h"
#include "server/json/row.h"
#include "server/json/written.h"

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

template <typename Out>
void put_facet_value(Out& out, const archive::FacetValue& value) {
    out.begin_object();
    out.key("value").text(value.value);
    out.key("label").text(value.label);
    put_counts(out, value.counts);
    out.end_object();
}

template <typename Out>
void put_facets(Out& out, const std::vector<archive::FacetResult>& facets) {
    out.begin_object();
    for (const auto& facet : facets) {
        out.key(archive::name(facet.kind)).begin_array();
        for (const auto& value : facet.values) put_facet_value(out, value);
        out.end_array();
    }
    out.end_object();
}

template <typename Out>
void put_bin(Out& out, const archive::HistogramBin& bin) {
    out.begin_object();
    out.key("start").text(archive::iso_day(bin.start));
    put_counts(out, bin.counts);
    out.key("inferred").number(bin.inferred);
    out.key("archive").number(bin.archive);
    out.end_object();
}

template <typename Out>
void put_histogram(Out& out, const std::optional<archive::HistogramResult>& histogram) {
    if (!histogram) return out.null();
    out.begin_object();
    out.key("unit").text(archive::name(histogram->unit));
    out.key("bins").begin_array();
    for (const auto& bin : histogram->bins) put_bin(out, bin);
    out.end_array();
    out.key("undated").begin_object();
    put_counts(out, histogram->undated);
    out.end_object();
    out.end_object();
}

void put_row(JsonText& out, const archive::ResultRow& row, archive::Highlight highlight) {
    write_row(out, row, highlight);
}
void put_row(JsonTree& out, const archive::ResultRow& row, archive::Highlight highlight) {
    out.tree(row_json(row, highlight));
}

/// The members of an answer. What is small or rare is put as a tree.
template <typename Out>
void put_search(Out& out, const SearchRequest& request, const SearchResult& result) {
    out.key("query").tree(query_json(request.q, result.receipt));
    out.key("total").begin_object();
    put_counts(out, result.total);
    out.key("exact").boolean(true);
    out.end_object();
    out.key("outside").begin_object();
    out.key("undated").number(result.outside_undated);
    out.key("furniture").number(result.outside_furniture);
    out.end_object();
    out.key("results").begin_array();
    for (const auto& row : result.rows) put_row(out, row, request.highlight);
    out.end_array();
    out.key("facets");
    put_facets(out, result.facets);
    out.key("histogram");
    put_histogram(out, result.histogram);
    out.key("suggestions").tree(suggestions_json(result.suggestions));
    out.key("relax").tree(relax_json(result.relax));
}

}  // namespace

ordered_json histogram_json(const std::optional<archive::HistogramResult>& histogram) {
    return tree_of([&](JsonTree& tree) { put_histogram(tree, histogram); });
}

ordered_json facet_value_json(const archive::FacetValue& value) {
    return tree_of([&](JsonTree& tree) { put_facet_value(tree, value); });
}

ordered_json bin_json(const archive::HistogramBin& bin) {
    return tree_of([&](JsonTree& tree) { put_bin(tree, bin); });
}

ordered_json query_json(const std::string& input, const archive::Receipt& receipt) {
    auto clauses = ordered_json::array();
    for (const auto& clause : receipt.clauses) clauses.push_back(clause_json(clause));
    return {{"input", input},
            {"understood", receipt.understood},
            {"clauses", std::move(clauses)},
            {"warnings", warnings_json(receipt.warnings)}};
}

void write_search(JsonText& out, const SearchRequest& request, const SearchResult& result) {
    put_search(out, request, result);
}

ordered_json search_json(const SearchRequest& request, const SearchResult& result) {
    return tree_of([&](JsonTree& tree) {
        tree.begin_object();
        put_search(tree, request, result);
        tree.end_object();
    });
}

}  // namespace server
