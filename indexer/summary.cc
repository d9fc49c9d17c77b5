// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/summary.h"

#include "archive/base/text.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace indexer {

std::string summary_line(const RunReport& report) {
    std::string line = "dateline-indexer done";
    for (const auto& [name, count] : archive::run_count_names()) {
        const bool rare = name == "withdrawn" && report.counts.*count == 0;
        if (!rare) line += fmt::format(" {}={}", name, report.counts.*count);
    }
    return line + fmt::format(" secs={:.1f} rev={}", report.seconds, report.revision);
}

std::string report_json(const RunReport& report, int exit) {
    nlohmann::ordered_json json;
    for (const auto& [name, count] : archive::run_count_names())
        json[std::string(name)] = report.counts.*count;
    json["seconds"] = report.seconds;
    json["revision"] = report.revision;
    json["exit"] = exit;
    json["rejects"] = nlohmann::ordered_json::array();
    for (const auto& reject : report.rejects) {
        json["rejects"].push_back(
            {{"path", archive::escaped(reject.path)},
             {"record", reject.record == 0 ? nlohmann::ordered_json(nullptr)
                                           : nlohmann::ordered_json(reject.record)},
             {"reason", reject.reason}});
    }
    return json.dump(1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

}  // namespace indexer
