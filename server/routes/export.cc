// SPDX-License-Identifier: GPL-2.0-or-later
#include "server/routes/export.h"

#include "server/citation.h"
#include "server/csv.h"
#include "server/json/row.h"
#include "server/routes/asked.h"

#include <algorithm>
#include <array>

namespace server {

namespace {

constexpr std::array own{
    ParameterRow{.name = "format",
                 .takes = Takes::choice,
                 .choices = "jsonl csv bibtex ris csljson",
                 .initial = "jsonl",
                 .help = "lines of JSON with the whole text, a table, or a reference manager's"},
};

/// One kind of file: how it begins, what an article is in it, what parts two, how it ends.
struct ExportFormat {
    std::string_view name;
    std::string_view media_type;
    std::string_view file_name;
    std::string (*head)();
    std::string (*article)(const archive::ResultRow& row, const std::string& permalink);
    std::string_view between;
    std::string_view end;
};

std::string nothing() {
    return {};
}

constexpr std::array formats{
    ExportFormat{"jsonl", "application/x-ndjson; charset=utf-8", "dateline.jsonl", nothing,
                 [](const archive::ResultRow& row, const std::string& link) {
                     return one_line(exported_row(row, link)) + "\n";
                 },
                 "", ""},
    ExportFormat{"csv", "text/csv; charset=utf-8", "dateline.csv", csv_head, csv_row, "", ""},
    ExportFormat{"bibtex", "application/x-bibtex; charset=utf-8", "dateline.bib", nothing,
                 [](const archive::ResultRow& row, const std::string& link) {
                     return bibtex_entry(row.article, link);
                 },
                 "\n", ""},
    ExportFormat{"ris", "application/x-research-info-systems; charset=utf-8", "dateline.ris",
                 nothing,
                 [](const archive::ResultRow& row, const std::string& link) {
                     return ris_entry(row.article, link);
                 },
                 "\r\n", ""},
    ExportFormat{"csljson", "application/vnd.citationstyles.csl+json", "dateline.json",
                 [] { return std::string("["); },
                 [](const archive::ResultRow& row, const std::string& link) {
                     return one_line(csl_item(row.article, link));
                 },
                 ",\n", "]\n"},
};

const ExportFormat& format_named(std::string_view name) {
    return *std::find_if(formats.begin(), formats.end(),
                         [name](const ExportFormat& format) { return format.name == name; });
}

/// Writes the whole file; false when the client went away.
bool write_file(const archive::Searcher& searcher, const archive::SearchRequest& request,
                const ExportFormat& format, const std::string& origin, httplib::DataSink& sink) {
    const auto write = [&sink](std::string_view text) {
        return text.empty() || sink.write(text.data(), text.size());
    };
    if (!write(format.head())) return false;
    bool first = true, written = true;
    const auto done = searcher.each_match(request, false, [&](const archive::ResultRow& row) {
        written = (first || write(format.between))
                  && write(format.article(row, permalink(origin, row.article.id)));
        first = false;
        return written;
    });
    return done && written && write(format.end);
}

}  // namespace

void handle_export(App& app, const Call& call, httplib::Response& response) {
    const auto asked = ask(app, call, response, own, TakesSearch::yes, DependsOn::origin);
    if (!asked) return;
    // An export has no pages, and what a page shows around its rows is not in it.
    auto request = asked->search();
    request.offset = 0;
    request.limit = 0;
    request.cursor.clear();
    request.facets.clear();
    request.histogram = archive::BinUnit::none;
    request.explain = false;
    // The first line of the answer says that all is well: so what can be refused is refused before.
    if (!search(app, *asked, request, response)) return;

    const auto& format = format_named(asked->parameters.value("format"));
    set_file_name(response, format.file_name);
    response.set_chunked_content_provider(
        std::string(format.media_type),
        [searcher = asked->searcher, request = std::move(request), &format, origin = call.origin()](
            std::size_t, httplib::DataSink& sink) {
            if (!write_file(*searcher, request, format, origin, sink)) return false;
            sink.done();
            return true;
        });
}

}  // namespace server
