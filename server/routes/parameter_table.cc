// SPDX-License-Identifier: GPL-2.0-or-later
#include "server/routes/parameter_table.h"

#include "archive/base/limits.h"

#include <algorithm>
#include <array>
#include <vector>

namespace server {

using archive::SearchRequest;

namespace {

constexpr std::string_view flag = "0 1";

/// All but the filters, which are in the schema. What is chosen is cast by its place in `choices`.
constexpr std::array table{
    ParameterRow{.name = "q",
                 .help = "the query; all articles without it",
                 .put = [](SearchRequest& r, const CheckedValue& v) { r.q = v.text; }},
    ParameterRow{.name = "from",
                 .takes = Takes::date,
                 .help = "the first day, month or year that counts",
                 .put = [](SearchRequest& r,
                           const CheckedValue& v) { r.from = archive::parse_iso_span(v.text); }},
    ParameterRow{.name = "to",
                 .takes = Takes::date,
                 .help = "the last day, month or year that counts",
                 .put = [](SearchRequest& r,
                           const CheckedValue& v) { r.to = archive::parse_iso_span(v.text); }},
    ParameterRow{.name = "date_basis",
                 .takes = Takes::choice,
                 .choices = "published updated added",
                 .initial = "published",
                 .help = "which date from and to speak of",
                 .put =
                     [](SearchRequest& r, const CheckedValue& v) {
                         r.date_basis = static_cast<archive::DateBasis>(v.number);
                     }},
    ParameterRow{
        .name = "undated",
        .takes = Takes::choice,
        .choices = "exclude include only",
        .initial = "exclude",
        .help = "what becomes of articles without a date when days are asked for",
        .put = [](SearchRequest& r,
                  const CheckedValue& v) { r.undated = static_cast<archive::Undated>(v.number); }},
    ParameterRow{.name = "story",
                 .takes = Takes::value,
                 .help = "the articles of one story, by its id",
                 .put = [](SearchRequest& r, const CheckedValue& v) { r.story = v.text; }},
    ParameterRow{.name = "event",
                 .takes = Takes::value,
                 .help = "the articles of one event, by its id",
                 .put = [](SearchRequest& r, const CheckedValue& v) { r.event = v.text; }},
    ParameterRow{.name = "fold",
                 .takes = Takes::choice,
                 .choices = "none story",
                 .initial = "story",
                 .help = "one row a story, or one an article",
                 .put = [](SearchRequest& r, const CheckedValue& v) { r.fold = v.number == 1; }},
    ParameterRow{
        .name = "sort",
        .takes = Takes::choice,
        .choices = "relevance newest oldest added copies",
        .help = "the order of the rows: relevance, or newest when nothing is searched for",
        .put = [](SearchRequest& r,
                  const CheckedValue& v) { r.sort = static_cast<archive::Sort>(v.number); }},
    ParameterRow{.name = "limit",
                 .takes = Takes::number,
                 .most = archive::limits::page_rows,
                 .initial = "20",
                 .help = "rows of one answer",
                 .put = [](SearchRequest& r, const CheckedValue& v) { r.limit = v.number; }},
    ParameterRow{.name = "offset",
                 .takes = Takes::number,
                 .most = archive::limits::page_offset,
                 .initial = "0",
                 .help = "rows left out at the beginning; use cursor to go further",
                 .put = [](SearchRequest& r, const CheckedValue& v) { r.offset = v.number; }},
    ParameterRow{.name = "cursor",
                 .takes = Takes::value,
                 .help = "where to go on, from `next` of the answer before",
                 .put = [](SearchRequest& r, const CheckedValue& v) { r.cursor = v.text; }},
    ParameterRow{.name = "facets",
                 .takes = Takes::list,
                 .choices = "source author section agency lang tag person org place year month "
                            "certainty",
                 .help = "what to count the matches by",
                 .put =
                     [](SearchRequest& r, const CheckedValue& v) {
                         const auto kind = static_cast<archive::FacetKind>(v.number);
                         if (std::find(r.facets.begin(), r.facets.end(), kind) == r.facets.end())
                             r.facets.push_back(kind);
                     }},
    ParameterRow{.name = "facet_limit",
                 .takes = Takes::number,
                 .least = 1,
                 .most = archive::limits::facet_rows,
                 .initial = "10",
                 .help = "values of each facet",
                 .put = [](SearchRequest& r, const CheckedValue& v) { r.facet_limit = v.number; }},
    ParameterRow{.name = "histogram",
                 .takes = Takes::choice,
                 .choices = "none auto year month week day",
                 .initial = "none",
                 .help = "the bins that matches are counted in over time",
                 .put =
                     [](SearchRequest& r, const CheckedValue& v) {
                         r.histogram = static_cast<archive::BinUnit>(v.number);
                     }},
    ParameterRow{.name = "highlight",
                 .takes = Takes::choice,
                 .choices = "segments html none",
                 .initial = "segments",
                 .help = "how text that matched is marked",
                 .put =
                     [](SearchRequest& r, const CheckedValue& v) {
                         r.highlight = static_cast<archive::Highlight>(v.number);
                     }},
    ParameterRow{.name = "strict",
                 .takes = Takes::choice,
                 .choices = flag,
                 .initial = "0",
                 .help = "whether to refuse a query that would need repairs",
                 .put = [](SearchRequest& r, const CheckedValue& v) { r.strict = v.number == 1; }},
    ParameterRow{.name = "explain",
                 .takes = Takes::choice,
                 .choices = flag,
                 .initial = "0",
                 .help = "whether to count what each clause finds by itself",
                 .put = [](SearchRequest& r, const CheckedValue& v) { r.explain = v.number == 1; }},
    ParameterRow{
        .name = "plain",
        .takes = Takes::choice,
        .choices = "1",
        .help = "a page without scripts, where the address has one",
        .put = [](SearchRequest&, const CheckedValue&) { /* the table of routes obeys */ }},
};

std::vector<ParameterRow> all_rows() {
    std::vector<ParameterRow> rows(table.begin(), table.end());
    for (const auto& field : archive::schema::fields()) {
        if (!field.parameter) continue;
        ParameterRow row{.name = field.name, .takes = Takes::value, .help = field.help};
        if (field.matching == archive::schema::Matching::certainty) {
            row.takes = Takes::choice;
            row.choices = "stated inferred none";
        }
        row.repeats = Repeats::yes;
        row.filter = true;
        rows.push_back(row);
    }
    return rows;
}

}  // namespace

std::span<const ParameterRow> search_parameters() {
    static const std::vector<ParameterRow> rows = all_rows();
    return rows;
}

}  // namespace server
