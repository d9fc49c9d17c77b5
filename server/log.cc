// SPDX-License-Identifier: GPL-2.0-or-later
#include "server/log.h"

#include "archive/base/text.h"

#include <spdlog/logger.h>
#include <spdlog/sinks/basic_file_sink.h>
#include <spdlog/sinks/dist_sink.h>
#include <spdlog/sinks/stdout_sinks.h>

#include <array>
#include <utility>

namespace server {

using archive::Error;
using archive::ErrorCode;

namespace {

constexpr std::array<std::pair<std::string_view, spdlog::level::level_enum>, 4> levels{{
    {"debug", spdlog::level::debug},
    {"info", spdlog::level::info},
    {"warning", spdlog::level::warn},
    {"error", spdlog::level::err},
}};

constexpr const char* pattern = "time=%Y-%m-%dT%H:%M:%S.%e%z level=%l %v";

}  // namespace

struct Log::Inside {
    std::shared_ptr<spdlog::sinks::dist_sink_mt> sinks =
        std::make_shared<spdlog::sinks::dist_sink_mt>();
    spdlog::logger logger{"dateline-server", sinks};

    // The pattern is set on the sink that writes: a new one would bring its own.
    void write_to(spdlog::sink_ptr sink) {
        sink->set_pattern(pattern);
        sinks->set_sinks({std::move(sink)});
    }
};

archive::Result<std::unique_ptr<Log>> Log::open(const std::string& file, std::string_view level) {
    for (const auto& [name, value] : levels) {
        if (name != level) continue;
        try {
            return std::unique_ptr<Log>(new Log(file, value));
        } catch (const spdlog::spdlog_ex&) {
            return Error{ErrorCode::io_failed, "the log cannot be opened", file};
        }
    }
    return Error{ErrorCode::bad_setting, "log.level cannot be \"" + archive::escaped(level)
                                             + "\"; it takes debug, info, warning or error"};
}

Log::Log(std::string file, int level)
    : file_(std::move(file)), inside_(std::make_unique<Inside>()) {
    if (file_.empty()) {
        inside_->write_to(std::make_shared<spdlog::sinks::stderr_sink_mt>());
    } else {
        inside_->write_to(std::make_shared<spdlog::sinks::basic_file_sink_mt>(file_));
    }
    inside_->logger.set_level(static_cast<spdlog::level::level_enum>(level));
    inside_->logger.flush_on(spdlog::level::info);
}

Log::~Log() = default;

void Log::info(std::string_view event, std::string_view pairs) const {
    inside_->logger.info("event={} {}", event, pairs);
}

void Log::warning(std::string_view event, std::string_view pairs) const {
    inside_->logger.warn("event={} {}", event, pairs);
}

void Log::error(std::string_view event, std::string_view pairs) const {
    inside_->logger.error("event={} {}", event, pairs);
}

bool Log::tells_info() const {
    return inside_->logger.should_log(spdlog::level::info);
}

void Log::reopen() {
    if (file_.empty()) return;
    const std::lock_guard lock(reopening_);
    try {
        inside_->write_to(std::make_shared<spdlog::sinks::basic_file_sink_mt>(file_));
    } catch (const spdlog::spdlog_ex&) {
        warning("log", "reopened=0 file=" + in_quotes(file_));
    }
}

std::string in_quotes(std::string_view value) {
    std::string out = "\"";
    for (const char c : archive::escaped(value)) {
        if (c == '"' || c == '\\') out += '\\';
        out += c;
    }
    return out + '"';
}

}  // namespace server
