// SPDX-License-Identifier: GPL-2.0-or-later
#include "server/json/reports.h"

#include "archive/index/schema.h"
#include "server/embedded.h"
#include "server/routes/parameter_table.h"

#include <algorithm>

namespace server {

namespace {

std::string_view matching_name(archive::schema::Matching matching) {
    using enum archive::schema::Matching;
    switch (matching) {
        case zone: return "zone";
        case furniture: return "furniture";
        case exact: return "exact";
        case host: return "host";
        case name: return "name";
        case date: return "date";
        case added: return "added";
        case certainty: return "certainty";
        case presence: return "presence";
        case identity: return "identity";
        case number: return "number";
        case group: return "group";
        case quality: return "quality";
        case speech: break;
    }
    return "speech";
}

ordered_json last_run_json(const archive::Manifest& manifest) {
    if (manifest.published == 0) return nullptr;
    ordered_json run{{"finished", utc_moment(manifest.published)}};
    for (const auto& [name, count] : archive::run_count_names()) {
        run[std::string(name)] = manifest.last_run.*count;
    }
    run["seconds"] = manifest.last_run_seconds;
    run["revision"] = manifest.revision;
    return run;
}

ordered_json rejects_json(const std::optional<std::vector<Reject>>& rejects) {
    if (!rejects) return nullptr;
    auto list = ordered_json::array();
    for (const auto& reject : *rejects) {
        list.push_back(
            {{"path", reject.path},
             {"record", reject.record == 0 ? ordered_json(nullptr) : ordered_json(reject.record)},
             {"reason", reject.reason}});
    }
    return list;
}

/// Whether the API takes the field as a parameter: as a filter, or as `story` and `event`.
bool is_parameter(const archive::schema::Field& field) {
    const auto rows = search_parameters();
    return std::any_of(rows.begin(), rows.end(),
                       [&](const ParameterRow& row) { return row.name == field.name; });
}

}  // namespace

ordered_json status_json(const archive::StatusReport& status, const archive::Manifest& manifest,
                         const std::optional<std::vector<Reject>>& rejects) {
    std::uint64_t bytes = 0, tombstones = 0;
    for (const auto& segment : manifest.segments) {
        bytes += segment.bytes;
        tombstones += segment.deleted;
    }
    auto coverage = ordered_json::array();
    for (const auto& [month, articles] : status.coverage) {
        coverage.push_back(
            {{"month", archive::iso_day(month).substr(0, 7)}, {"articles", articles}});
    }
    ordered_json json;
    json["articles"] = status.counts.articles;
    json["stories"] = status.counts.stories;
    json["sources"] = status.sources;
    json["span"] = span_json(status.earliest, status.latest);
    json["certainty"] = certainty_json(status.certainty);
    json["coverage"] = std::move(coverage);
    json["segments"] = manifest.segments.size();
    json["tombstones"] = tombstones;
    json["bytes"] = bytes;
    json["last_run"] = last_run_json(manifest);
    json["rejects"] = rejects_json(rejects);
    json["versions"] = {{"program", program_version()},
                        {"schema", std::to_string(manifest.schema)}};
    return json;
}

ordered_json alias_file_json(const AliasWatch::Report& report) {
    auto skipped = ordered_json::array();
    for (const auto& bad : report.bad_lines)
        skipped.push_back({{"where", bad.where}, {"reason", bad.message}});
    ordered_json json{{"file", report.file}, {"aliases", report.aliases}};
    json["skipped"] = std::move(skipped);
    json["trouble"] = report.trouble ? ordered_json(archive::sentence(*report.trouble)) : nullptr;
    return json;
}

ordered_json sources_json(const std::vector<archive::SourceReport>& sources) {
    auto list = ordered_json::array();
    for (const auto& source : sources) {
        list.push_back({{"source", text_or_null(source.source)},
                        {"articles", source.counts.articles},
                        {"stories", source.counts.stories},
                        {"span", span_json(source.earliest, source.latest)},
                        {"gaps", gaps_json(source.gaps)},
                        {"last_added", utc_moment(source.last_added)},
                        {"certainty", certainty_json(source.certainty)}});
    }
    return {{"sources", std::move(list)}};
}

ordered_json fields_json() {
    auto list = ordered_json::array();
    for (const auto& field : archive::schema::fields()) {
        list.push_back({{"name", field.name},
                        {"alias", text_or_null(field.alias)},
                        {"matching", matching_name(field.matching)},
                        {"parameter", is_parameter(field)},
                        {"facet", field.facet},
                        {"help", field.help},
                        {"example", field.example}});
    }
    auto presences = ordered_json::array();
    for (const auto presence : archive::schema::presences()) presences.push_back(presence);
    return {{"fields", std::move(list)}, {"presences", std::move(presences)}};
}

ordered_json completions_json(const std::vector<archive::Completion>& completions) {
    auto list = ordered_json::array();
    for (const auto& completion : completions) {
        list.push_back({{"type", completion.type},
                        {"value", completion.value},
                        {"label", completion.label},
                        {"form", completion.form},
                        {"query", completion.query},
                        {"articles", completion.articles}});
    }
    return {{"suggestions", std::move(list)}};
}

}  // namespace server
