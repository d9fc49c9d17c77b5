// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/index/manifest.h"

#include "archive/base/error.h"
#include "archive/index/schema.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <filesystem>

namespace archive {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view checksum_key = ",\"checksum\":\"";

Json json_of(const NamedFile& file) {
    return {{"path", file.path}, {"bytes", file.stamp.bytes}, {"checksum", file.stamp.checksum}};
}

Json json_of(const std::optional<NamedFile>& file) {
    return file ? json_of(*file) : Json(nullptr);
}

/// A path of ours never leaves the index: no "..", nothing absolute.
NamedFile named_file(const Json& json) {
    NamedFile file{
        json.at("path").get<std::string>(),
        {json.at("bytes").get<std::uint64_t>(), json.at("checksum").get<std::uint64_t>()}};
    const std::filesystem::path path(file.path);
    bool inside = !path.empty() && path.is_relative();
    for (const auto& part : path) inside = inside && part != "..";
    if (!inside) throw std::invalid_argument("a path leaves the index");
    return file;
}

std::optional<NamedFile> optional_file(const Json& json) {
    if (json.is_null()) return std::nullopt;
    return named_file(json);
}

Json json_of(const std::vector<NamedFile>& files) {
    Json list = Json::array();
    for (const auto& file : files) list.push_back(json_of(file));
    return list;
}

std::vector<NamedFile> named_files(const Json& json) {
    std::vector<NamedFile> files;
    for (const auto& file : json) files.push_back(named_file(file));
    return files;
}

/// The counts of a run and their names, which reports and the summary line use too.
constexpr std::array<std::pair<std::string_view, std::uint64_t RunCounts::*>, 9> count_names{{
    {"read", &RunCounts::read},
    {"new", &RunCounts::added},
    {"updated", &RunCounts::updated},
    {"unchanged", &RunCounts::unchanged},
    {"duplicate", &RunCounts::duplicate},
    {"rejected", &RunCounts::rejected},
    {"skipped", &RunCounts::skipped},
    {"removed", &RunCounts::removed},
    {"withdrawn", &RunCounts::withdrawn},
}};

Manifest manifest_from(const Json& json) {
    Manifest manifest;
    manifest.schema = json.at("schema").get<int>();
    manifest.uuid = json.at("uuid").get<std::string>();
    manifest.revision = json.at("revision").get<std::uint64_t>();
    manifest.published = json.at("published").get<std::int64_t>();
    manifest.next_segment = json.at("next_segment").get<std::uint64_t>();
    for (const auto& segment : json.at("segments")) {
        SegmentEntry entry;
        entry.name = segment.at("name").get<std::string>();
        if (entry.name.empty() || entry.name.find_first_not_of("0123456789") != std::string::npos) {
            throw std::invalid_argument("a segment has no number");
        }
        entry.facts = named_file(segment.at("facts")).stamp;
        entry.documents = segment.at("documents").get<std::uint32_t>();
        entry.bytes = segment.at("bytes").get<std::uint64_t>();
        entry.first_day = segment.at("first_day").get<DayNumber>();
        entry.last_day = segment.at("last_day").get<DayNumber>();
        entry.deleted = segment.at("deleted").get<std::uint32_t>();
        entry.tombstones = optional_file(segment.at("tombstones"));
        entry.links = optional_file(segment.at("links"));
        manifest.segments.push_back(std::move(entry));
    }
    manifest.ledger = named_files(json.at("ledger"));
    manifest.sources = named_files(json.at("sources"));
    manifest.stories = optional_file(json.at("stories"));
    manifest.events = optional_file(json.at("events"));
    manifest.changes = named_files(json.at("changes"));
    const auto& run = json.at("last_run");
    for (const auto& [name, count] : count_names)
        manifest.last_run.*count = run.value(std::string(name), std::uint64_t{0});
    manifest.last_run_seconds = run.at("seconds").get<double>();
    return manifest;
}

}  // namespace

std::span<const std::pair<std::string_view, std::uint64_t RunCounts::*>> run_count_names() {
    return count_names;
}

std::string to_json(const Manifest& manifest) {
    Json json;
    json["schema"] = manifest.schema;
    json["uuid"] = manifest.uuid;
    json["revision"] = manifest.revision;
    json["published"] = manifest.published;
    json["next_segment"] = manifest.next_segment;
    json["segments"] = Json::array();
    for (const auto& segment : manifest.segments) {
        json["segments"].push_back(
            {{"name", segment.name},
             {"facts",
              json_of(NamedFile{segment_folder(segment.name) + "/segment.json", segment.facts})},
             {"documents", segment.documents},
             {"bytes", segment.bytes},
             {"first_day", segment.first_day},
             {"last_day", segment.last_day},
             {"deleted", segment.deleted},
             {"tombstones", json_of(segment.tombstones)},
             {"links", json_of(segment.links)}});
    }
    json["ledger"] = json_of(manifest.ledger);
    json["sources"] = json_of(manifest.sources);
    json["stories"] = json_of(manifest.stories);
    json["events"] = json_of(manifest.events);
    json["changes"] = json_of(manifest.changes);
    for (const auto& [name, count] : count_names)
        json["last_run"][std::string(name)] = manifest.last_run.*count;
    json["last_run"]["seconds"] = manifest.last_run_seconds;
    std::string text = json.dump();
    text.pop_back();  // the closing brace: the checksum of what stands before comes last
    return text + fmt::format("{}{:016x}\"}}\n", checksum_key, checksum_of(text));
}

Result<Manifest> read_manifest(const std::string& index) {
    const std::string path = index + "/manifest.json";
    std::error_code status;
    if (!std::filesystem::exists(path, status)) {
        return Error{ErrorCode::index_not_ready,
                     "there is no index here yet; dateline-indexer update makes one", index};
    }
    const auto damaged = [&](std::string_view why) {
        return Error{ErrorCode::index_damaged, std::string(why), path};
    };
    if (!std::filesystem::is_regular_file(path, status)) return damaged("is not a file");
    const std::string text = read_whole_file(path);
    Json json = Json::parse(text, nullptr, false);
    if (!json.is_object() || !json.contains("schema") || !json["schema"].is_number_integer())
        return damaged("is not a manifest");
    if (json["schema"] != schema::version) {
        return Error{ErrorCode::index_schema,
                     fmt::format("has schema {} and this program reads {}: rebuild needed "
                                 "(dateline-indexer rebuild)",
                                 json["schema"].get<std::int64_t>(), schema::version),
                     path};
    }
    const auto at = text.rfind(checksum_key);
    if (at == std::string::npos
        || text.substr(at)
               != fmt::format("{}{:016x}\"}}\n", checksum_key,
                              checksum_of(std::string_view(text).substr(0, at)))) {
        return damaged("does not match its checksum");
    }
    try {
        return manifest_from(json);
    } catch (const std::exception& error) {  // a member is missing or of another type
        return damaged(error.what());
    }
}

void publish_manifest(const std::string& index, const Manifest& manifest) {
    replace_file(index + "/manifest.json", to_json(manifest));
}

std::string segment_folder(std::string_view name) {
    return "segments/" + std::string(name);
}

}  // namespace archive
