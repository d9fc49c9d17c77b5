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

template <typename Out>
void put_clause(Out& out, const archive::ClauseResult& clause) {
    out.begin_object();
    out.key("kind").text(clause.clause.kind);
    out.key("label").text(clause.clause.label);
    out.key("start").number(std::uint64_t{clause.clause.span.start});
    out.key("end").number(std::uint64_t{clause.clause.span.end});
    if (clause.articles) {
        out.key("articles").number(*clause.articles);
    }
    out.key("without").text(percent_encoded(clause.clause.without));
    out.end_object();
}

template <typename Out>
void put_query(Out& out, std::string_view input, const archive::Receipt& receipt) {
    out.begin_object();
    out.key("input").text(input);
    out.key("understood").text(receipt.understood);
    out.key("clauses").begin_array();
    for (const auto& clause : receipt.clauses) put_clause(out, clause);
    out.end_array();
    out.key("warnings");
    put_warnings(out, receipt.warnings);
    out.end_object();
}

template <typename Out>
void put_suggestions(Out& out, const std::vector<archive::Spelling>& spellings) {
    out.begin_array();
    for (const auto& spelling : spellings) {
        out.begin_object();
        out.key("word").text(spelling.word);
        out.key("instead").text(spelling.instead);
        out.key("query").text(spelling.query);
        out.key("articles").number(spelling.articles);
        out.end_object();
    }
    out.end_array();
}

template <typename Out>
void put_relaxations(Out& out, const std::vector<archive::Relaxation>& relaxations) {
    out.begin_array();
    for (const auto& relaxation : relaxations) {
        out.begin_object();
        out.key("kind").text(relaxation.kind);
        out.key("label").text(relaxation.label);
        out.key("change").begin_object();
        for (const auto& [parameter, value] : relaxation.change) {
            out.key(parameter);
            if (value)
                out.text(*value);
            else
                out.null();
        }
        out.end_object();
        put_counts(out, relaxation.counts);
        out.end_object();
    }
    out.end_array();
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

/// The members of an answer.
template <typename Out>
void put_search(Out& out, const SearchRequest& request, const SearchResult& result) {
    out.key("query");
    put_query(out, request.q, result.receipt);
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
    out.key("suggestions");
    put_suggestions(out, result.suggestions);
    out.key("relax");
    put_relaxations(out, result.relax);
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
    return tree_of([&](JsonTree& tree) { put_query(tree, input, receipt); });
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
