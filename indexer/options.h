// SPDX-License-Identifier: GPL-2.0-or-later
// options.h - The command line of dateline-indexer.
#pragma once

#include "archive/base/settings.h"
#include "indexer/progress.h"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace indexer {

enum class Command : std::uint8_t { update, rebuild, check, explain, stats, tag };
enum class ExplainFormat : std::uint8_t { text, json, jsonl };

struct Options {
    Command command = Command::update;
    std::vector<std::string> paths;
    bool quiet = false;
    bool follow = false;
    Progress::When progress = Progress::When::automatic;
    std::string report;  ///< file, or empty
    ExplainFormat explain = ExplainFormat::text;
    bool json = false;  ///< stats
    archive::Settings settings;
};

/// Reads it: the options, or the exit code to end with after help, version or a complaint was
/// printed. Throws Failure bad_setting for settings.
std::variant<Options, int> options_from(int argc, char** argv);

}  // namespace indexer
