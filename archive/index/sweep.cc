// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/index/sweep.h"

#include "archive/index/index_folder.h"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <set>

namespace archive {

namespace {

namespace fs = std::filesystem;

void keep_names(const Manifest& manifest, std::set<std::string>& names) {
    for (const auto& segment : manifest.segments) {
        names.insert(segment_folder(segment.name));
        if (segment.tombstones) names.insert(segment.tombstones->path);
        if (segment.links) names.insert(segment.links->path);
    }
    for (const auto* table : {&manifest.stories, &manifest.events}) {
        if (*table) names.insert((*table)->path);
    }
    for (const auto& file : manifest.ledger) names.insert(file.path);
    for (const auto& file : manifest.sources) names.insert(file.path);
    for (const auto& file : manifest.changes) names.insert(file.path);
}

/// Deleting is housekeeping: what can't be deleted now is tried again by the next run.
template <typename Doomed>
void remove_entries(const fs::path& folder, const Doomed& doomed) {
    std::error_code status;
    std::vector<fs::path> paths;
    for (const auto& entry : fs::directory_iterator(folder, status)) {
        if (doomed(entry.path())) paths.push_back(entry.path());
    }
    for (const auto& path : paths) fs::remove_all(path, status);
}

}  // namespace

void sweep_unfinished(const std::string& index) {
    const auto unfinished = [](const fs::path& path) { return path.extension() == ".tmp"; };
    remove_entries(index, unfinished);
    for (const auto folder : index_folders) remove_entries(fs::path(index) / folder, unfinished);
}

void sweep(const std::string& index, const Manifest& newer, const Manifest& older) {
    std::set<std::string> named;
    keep_names(newer, named);
    keep_names(older, named);
    for (const auto folder : index_folders) {
        remove_entries(fs::path(index) / folder, [&](const fs::path& path) {
            return !named.contains(std::string(folder) + "/" + path.filename().string());
        });
    }
}

std::uint64_t first_free_segment(const std::string& index) {
    std::uint64_t free = 1;
    std::error_code status;
    for (const auto& entry : fs::directory_iterator(fs::path(index) / "segments", status)) {
        const std::string name = entry.path().stem().string();
        std::uint64_t number = 0;
        std::from_chars(name.data(), name.data() + name.size(), number);
        free = std::max(free, number + 1);
    }
    return free;
}

}  // namespace archive
