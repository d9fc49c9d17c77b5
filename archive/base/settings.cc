// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/base/settings.h"

#include "archive/base/text.h"

#include <toml++/toml.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>
#include <filesystem>
#include <optional>

namespace archive {

namespace {

using enum SettingKind;

constexpr std::array table{
    Setting{"index.path", text, "./index", 0, 0, "DATELINE_INDEX", "folder of the index"},
    Setting{"archive.paths", list, "", 0, 0, "",
            "files and folders that update and rebuild read when none are given"},
    Setting{"archive.root", text, "", 0, 0, "",
            "folder that paths are taken below in article ids, so that an archive can move; empty: "
            "none"},
    Setting{"indexer.jobs", number, "0", 0, 256, "",
            "threads that read and analyse; 0: one a core"},
    Setting{"indexer.follow_links", flag, "false", 0, 0, "",
            "whether symbolic links in the archive are followed"},
    Setting{"indexer.publish_articles", number, "50000", 100, 10'000'000, "",
            "articles after which a long update publishes what it has"},
    Setting{"indexer.publish_seconds", number, "300", 1, 86'400, "",
            "seconds after which a long update publishes what it has"},
    Setting{
        "indexer.segment_articles", number, "100000", 100, 10'000'000, "",
        "articles of the largest segment that updates join; a rebuild writes ten times as many"},
    Setting{"readers.mapping", list, "", 0, 0, "",
            "more names for fields of JSON records, each as field=name: body=story_text"},
    Setting{"container.levels", number, "3", 1, 8, "", "how deep archives may nest"},
    Setting{"container.ratio", number, "200", 2, 100'000, "",
            "how far a container may expand beyond its first MiB"},
    Setting{"container.entries", number, "1000000", 1, 100'000'000, "", "members of one container"},
    Setting{"container.entry_mib", number, "64", 1, 4'096, "", "MiB of a container inside another"},
    Setting{"entities.tagger", flag, "true", 0, 0, "",
            "whether names and quotations are looked for in English text"},
    Setting{"entities.aliases", text, "", 0, 0, "DATELINE_ALIASES",
            "file of names that stand for one another; empty: config/aliases.tsv, "
            "/etc/dateline/aliases.tsv"},
    Setting{"entities.model", text, "", 0, 0, "",
            "model of the name tagger; empty: the one that came with the program"},
    Setting{"entities.lists", text, "", 0, 0, "",
            "folder of name lists; empty: the one that came with the program"},
    Setting{"server.listen", text, "127.0.0.1:8080", 0, 0, "DATELINE_LISTEN",
            "address and port to listen on"},
    Setting{"server.allow_remote", flag, "false", 0, 0, "",
            "whether an address beyond loopback may be listened on"},
    Setting{"server.allowed_hosts", list, "", 0, 0, "",
            "names with port that a Host header may carry besides those of the loopback address"},
    Setting{"server.web", text, "", 0, 0, "DATELINE_WEB",
            "folder of the page; empty: the one installed with the program"},
    Setting{"server.workers", number, "16", 2, 256, "", "threads that answer requests"},
    Setting{"server.searches", number, "0", 0, 256, "",
            "searches that run at the same time; 0: one a core"},
    Setting{"server.waiting", number, "256", 1, 100'000, "",
            "complete requests that may wait for a thread"},
    Setting{"server.connections", number, "1024", 16, 1'000'000, "", "open connections"},
    Setting{"server.deadline_ms", number, "2000", 100, 600'000, "",
            "milliseconds of work for one answer"},
    Setting{"log.level", text, "info", 0, 0, "",
            "least grave message that is logged: debug, info, warning, error"},
    Setting{"log.file", text, "", 0, 0, "", "file of the server's log; empty: standard error"},
};

const Setting* row_of(std::string_view key) {
    const auto* const found = std::find_if(table.begin(), table.end(),
                                           [&](const Setting& row) { return row.key == key; });
    return found == table.end() ? nullptr : found;
}

Error unknown(std::string_view key) {
    std::string message = "there is no setting \"" + escaped(key) + "\"";
    constexpr std::size_t farthest = 5;
    const Setting* nearest = nullptr;
    std::size_t distance = farthest + 1;
    for (const auto& row : table) {
        const auto d = edit_distance(key, row.key, farthest);
        if (d < distance) distance = d, nearest = &row;
    }
    if (nearest != nullptr) message += "; did you mean " + std::string(nearest->key);
    return {ErrorCode::bad_setting, message};
}

/// A TOML value as set() reads it; nothing for tables, lists, dates and the like.
std::optional<std::string> as_text(const toml::node& node) {
    if (const auto* string = node.as_string()) return string->get();
    if (const auto* integer = node.as_integer()) return std::to_string(integer->get());
    if (const auto* boolean = node.as_boolean()) return boolean->get() ? "true" : "false";
    return std::nullopt;
}

/// A TOML array of strings; nothing for any other node.
std::optional<std::vector<std::string>> as_list(const toml::node& node) {
    const auto* array = node.as_array();
    if (array == nullptr) return std::nullopt;
    std::vector<std::string> items;
    for (const auto& item : *array) {
        const auto* string = item.as_string();
        if (string == nullptr) return std::nullopt;
        items.push_back(string->get());
    }
    return items;
}

/// The leaves of a TOML table as dotted key and node.
void collect(const toml::table& from, const std::string& above,
             std::vector<std::pair<std::string, const toml::node*>>& leaves) {
    for (const auto& [key, node] : from) {
        const std::string path =
            above.empty() ? std::string(key.str()) : above + "." + std::string(key.str());
        if (const auto* inner = node.as_table()) {
            collect(*inner, path, leaves);
        } else {
            leaves.emplace_back(path, &node);
        }
    }
}

}  // namespace

std::span<const Setting> settings_table() {
    return table;
}

Settings::Settings() {
    for (const auto& row : table) {
        const auto done = put(row.key, row.initial);
        assert(done);
        static_cast<void>(done);
    }
}

Result<void> Settings::put(std::string_view key, std::string_view given) {
    const Setting* const row = row_of(key);
    if (row == nullptr) return unknown(key);
    const auto refuse = [&](const std::string& wanted) {
        return Error{ErrorCode::bad_setting, std::string(key) + " cannot be \"" + escaped(given)
                                                 + "\"; it takes " + wanted};
    };
    switch (row->kind) {
        case SettingKind::text: values_[std::string(key)] = std::string(given); break;
        case SettingKind::number: {
            std::int64_t value = 0;
            const char* const end = given.data() + given.size();
            const auto [stop, status] = std::from_chars(given.data(), end, value);
            if (status != std::errc{} || stop != end || value < row->least || value > row->most) {
                return refuse("a number from " + std::to_string(row->least) + " to "
                              + std::to_string(row->most));
            }
            values_[std::string(key)] = value;
            break;
        }
        case SettingKind::flag:
            if (given != "true" && given != "false") return refuse("true or false");
            values_[std::string(key)] = given == "true";
            break;
        case SettingKind::list: {
            std::vector<std::string> items;
            for (const auto item : split(given, ',')) {
                if (!trimmed(item).empty()) items.emplace_back(trimmed(item));
            }
            values_[std::string(key)] = std::move(items);
            break;
        }
    }
    return {};
}

Result<void> Settings::read_file(const std::string& path) {
    std::error_code status;
    if (!std::filesystem::is_regular_file(path, status)) {
        return Error{ErrorCode::bad_setting, "is not a file of settings that can be read", path};
    }
    toml::table parsed;
    try {
        parsed = toml::parse_file(path);
    } catch (const toml::parse_error& error) {
        return Error{ErrorCode::bad_setting, std::string(error.description()),
                     path + ":" + std::to_string(error.source().begin.line)};
    }
    std::vector<std::pair<std::string, const toml::node*>> leaves;
    collect(parsed, "", leaves);
    for (const auto& [key, node] : leaves) {
        const Setting* const row = row_of(key);
        const auto items = as_list(*node);
        const auto value = as_text(*node);
        Result<void> done;
        if (items && row != nullptr && row->kind == SettingKind::list) {
            values_[key] = *items;
        } else if (value) {
            done = put(key, *value);
        } else {
            done = row == nullptr
                       ? unknown(key)
                       : Error{ErrorCode::bad_setting, key + " has a value of the wrong kind"};
        }
        if (!done) {
            Error error = done.error();
            error.where = path + ":" + std::to_string(node->source().begin.line);
            return error;
        }
    }
    return {};
}

Result<void> Settings::read_environment() {
    for (const auto& row : table) {
        if (row.environment.empty()) continue;
        const char* const value =
            std::getenv(std::string(row.environment).c_str());  // NOLINT: read before threads begin
        if (value == nullptr || *value == '\0') continue;
        if (auto done = put(row.key, value); !done) {
            Error error = done.error();
            error.where = std::string(row.environment);
            return error;
        }
    }
    return {};
}

Result<void> Settings::set(std::string_view assignment) {
    const auto equals = assignment.find('=');
    if (equals == std::string_view::npos) {
        return Error{ErrorCode::bad_setting,
                     "\"" + escaped(assignment) + "\" is not of the form KEY=VALUE"};
    }
    return put(trimmed(assignment.substr(0, equals)), assignment.substr(equals + 1));
}

const Settings::Value& Settings::value(std::string_view key) const {
    const auto found = values_.find(key);
    if (found == values_.end()) {
        throw Failure(ErrorCode::internal, "no setting is called " + std::string(key));
    }
    return found->second;
}

const std::string& Settings::text(std::string_view key) const {
    return std::get<std::string>(value(key));
}
std::int64_t Settings::number(std::string_view key) const {
    return std::get<std::int64_t>(value(key));
}
bool Settings::flag(std::string_view key) const {
    return std::get<bool>(value(key));
}
const std::vector<std::string>& Settings::list(std::string_view key) const {
    return std::get<std::vector<std::string>>(value(key));
}

Result<Settings> settings_for_run(const std::string& path,
                                  const std::vector<std::string>& assignments) {
    Settings settings;
    std::string file = path;
    if (file.empty()) {
        const char* const named =
            std::getenv("DATELINE_CONFIG");  // NOLINT: read before threads begin
        if (named != nullptr && *named != '\0') {
            file = named;
        } else {
            for (const char* usual : {"config/dateline.toml", "/etc/dateline/dateline.toml"}) {
                if (std::filesystem::exists(usual)) {
                    file = usual;
                    break;
                }
            }
        }
    }
    if (!file.empty()) {
        if (auto done = settings.read_file(file); !done) return done.error();
    }
    if (auto done = settings.read_environment(); !done) return done.error();
    for (const auto& assignment : assignments) {
        if (auto done = settings.set(assignment); !done) {
            Error error = done.error();
            error.where = "--set";
            return error;
        }
    }
    return settings;
}

}  // namespace archive
