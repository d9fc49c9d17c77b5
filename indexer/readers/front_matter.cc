// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/front_matter.h"

#include "archive/base/limits.h"
#include "archive/base/text.h"
#include "indexer/readers/json_parse.h"
#include "indexer/readers/yaml_values.h"

#include <toml++/toml.h>

#include <algorithm>
#include <sstream>
#include <string>
#include <utility>

namespace indexer {

namespace {

using archive::Error;
using archive::ErrorCode;
using nlohmann::json;

constexpr std::size_t most_bytes = 64U << 10;

Error unreadable(std::string why) {
    return {ErrorCode::article_unreadable, std::move(why), {}, {}};
}

std::string_view line_at(std::string_view text, std::size_t at) {
    return text.substr(at, text.find('\n', at) - at);
}

/// The end of the line that begins at `at`, its '\n' included.
std::size_t behind_line(std::string_view text, std::size_t at) {
    const auto end = text.find('\n', at);
    return end == std::string_view::npos ? text.size() : end + 1;
}

std::string_view without_end(std::string_view line) {
    const auto last = line.find_last_not_of(" \t\r");
    return line.substr(0, last == std::string_view::npos ? 0 : last + 1);
}

FrontMatter fenced(std::string_view file, std::string_view fence, FrontMatterKind kind) {
    const auto begin = behind_line(file, 0);
    for (auto at = begin; at < file.size(); at = behind_line(file, at)) {
        const auto line = without_end(line_at(file, at));
        if (line != fence && !(kind == FrontMatterKind::yaml && line == "...")) continue;
        return {kind, file.substr(begin, at - begin), file.substr(behind_line(file, at)), true};
    }
    return {kind, file.substr(begin), {}, false};
}

json value_of(const toml::node& node, std::size_t levels, std::size_t& values) {
    if (++values > 10'000 || levels > archive::limits::json_levels) return {};
    if (const auto* table = node.as_table()) {
        json object = json::object();
        for (const auto& [key, value] : *table) {
            object[std::string(key.str())] = value_of(value, levels + 1, values);
        }
        return object;
    }
    if (const auto* array = node.as_array()) {
        json list = json::array();
        for (const auto& value : *array) list.push_back(value_of(value, levels + 1, values));
        return list;
    }
    if (const auto* text = node.as_string()) return text->get();
    if (const auto* flag = node.as_boolean()) return flag->get();
    if (const auto* number = node.as_integer()) return number->get();
    std::ostringstream written;
    node.visit([&](const auto& value) {
        if constexpr (toml::is_value<decltype(value)>) written << value.get();
    });
    return written.str();
}

archive::Result<json> toml_value(std::string_view text) {
    try {
        const toml::table table = toml::parse(text);
        std::size_t values = 0;
        return value_of(table, 0, values);
    } catch (const toml::parse_error& error) {
        const std::string_view why = error.description();
        return unreadable("no readable TOML: " + archive::escaped(archive::cut(why, 120))
                          + " in line " + std::to_string(error.source().begin.line));
    }
}

/// "name: value" by "name: value", for YAML that breaks its own rules; null when no line is one.
json line_by_line(std::string_view text, char divider) {
    json fields;
    for (const auto each : archive::split(text, '\n')) {
        const auto line = without_end(each);
        const auto end = line.find(divider);
        if (end == std::string_view::npos || line.starts_with(' ') || line.starts_with('#')) {
            continue;
        }
        const auto name = archive::trimmed(line.substr(0, end));
        auto value = archive::trimmed(line.substr(end + 1));
        constexpr std::size_t longest = 40;
        if (name.empty() || name.size() > longest
            || name.find_first_of(" \t\"'[]{}") != std::string_view::npos) {
            continue;
        }
        const bool quoted = value.size() >= 2 && (value.front() == '"' || value.front() == '\'')
                            && value.back() == value.front();
        if (quoted) value = value.substr(1, value.size() - 2);
        if (!value.empty()) fields[std::string(name)] = std::string(value);
    }
    return fields;
}

}  // namespace

std::optional<FrontMatter> front_matter(std::string_view file) {
    const auto first = without_end(line_at(file, 0));
    if (first == "---") return fenced(file, "---", FrontMatterKind::yaml);
    if (first == "+++") return fenced(file, "+++", FrontMatterKind::toml);
    if (!file.starts_with('{')) return std::nullopt;
    JsonBrackets brackets;
    const auto end = brackets.take(file.substr(0, most_bytes));
    return FrontMatter{FrontMatterKind::json, file.substr(0, end), file.substr(end),
                       brackets.closed()};
}

archive::Result<json> fields_of(const FrontMatter& matter) {
    if (!matter.closed) return unreadable("front matter without its end");
    if (matter.fields.size() > most_bytes) return unreadable("front matter of more than 64 KiB");
    if (matter.kind == FrontMatterKind::json) return parse_json(matter.fields);
    const bool yaml = matter.kind == FrontMatterKind::yaml;
    auto fields = yaml ? yaml_value(std::string(matter.fields)) : toml_value(matter.fields);
    if (fields && fields->is_object()) return fields;
    if (fields && fields->is_null()) return json::object();
    auto lines = line_by_line(matter.fields, yaml ? ':' : '=');
    if (lines.is_object()) return lines;
    if (!fields) return fields;
    return unreadable("front matter that names no fields");
}

}  // namespace indexer
