// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/names/name_files.h"

#include <filesystem>
#include <string>

namespace indexer {

namespace {

std::string set_or_usual(const archive::Settings& settings, std::string_view key,
                         const std::filesystem::path& below_config) {
    const auto& set = settings.text(key);
    if (!set.empty()) return set;
    const auto built = std::filesystem::path(DATELINE_BUILT_CONFIG) / below_config;
    std::error_code ignored;
    if (std::filesystem::exists(built, ignored)) return built.string();
    return (std::filesystem::path(DATELINE_INSTALLED_SHARE) / below_config).string();
}

}  // namespace

NameTagger tagger_for(const archive::Settings& settings) {
    return NameTagger::read(set_or_usual(settings, "entities.model", "models/names.model"),
                            set_or_usual(settings, "entities.lists", "gazetteer"));
}

}  // namespace indexer
