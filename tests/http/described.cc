// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/http/described.h"

#include "server/embedded.h"

#include <algorithm>
#include <regex>

namespace tests {

using nlohmann::ordered_json;

namespace {

bool is_of_type(const ordered_json& value, const std::string& type) {
    if (type == "object") return value.is_object();
    if (type == "array") return value.is_array();
    if (type == "string") return value.is_string();
    if (type == "integer") return value.is_number_integer();
    if (type == "number") return value.is_number();
    if (type == "boolean") return value.is_boolean();
    if (type == "null") return value.is_null();
    return false;
}

bool has_type(const ordered_json& value, const ordered_json& types) {
    if (types.is_string()) return is_of_type(value, types);
    return std::any_of(types.begin(), types.end(),
                       [&](const ordered_json& type) { return is_of_type(value, type); });
}

const ordered_json& resolved(const ordered_json& schema) {
    if (!schema.contains("$ref")) return schema;
    const auto pointer = schema["$ref"].get<std::string>().substr(1);
    return resolved(description().at(ordered_json::json_pointer(pointer)));
}

void check_object(const ordered_json& value, const ordered_json& schema, const std::string& where,
                  std::vector<std::string>& found) {
    if (schema.contains("required")) {
        for (const auto& name : schema["required"]) {
            if (!value.contains(name.get<std::string>()))
                found.push_back(where + ": no member " + name.get<std::string>());
        }
    }
    const bool listed = schema.contains("properties");
    for (const auto& [name, member] : value.items()) {
        const auto below = where + "/" + name;
        if (listed && schema["properties"].contains(name)) {
            const auto inside = faults(member, schema["properties"][name], below);
            found.insert(found.end(), inside.begin(), inside.end());
        } else if (schema.contains("additionalProperties")) {
            const auto inside = faults(member, schema["additionalProperties"], below);
            found.insert(found.end(), inside.begin(), inside.end());
        } else if (listed) {
            found.push_back(below + ": not described");
        }
    }
}

void check_text(const ordered_json& value, const ordered_json& schema, const std::string& where,
                std::vector<std::string>& found) {
    const auto text = value.get<std::string>();
    if (schema.contains("pattern")
        && !std::regex_search(text, std::regex(schema["pattern"].get<std::string>())))
        found.push_back(where + ": \"" + text + "\" is not of the pattern");
    if (schema.value("format", "") == "date"
        && !std::regex_match(text, std::regex("[0-9]{4}-[0-9]{2}-[0-9]{2}")))
        found.push_back(where + ": \"" + text + "\" is no day");
    if (schema.value("format", "") == "date-time"
        && !std::regex_match(text, std::regex("[0-9-]{10}T[0-9:]{8}Z")))
        found.push_back(where + ": \"" + text + "\" is no moment");
}

}  // namespace

const ordered_json& description() {
    static const auto document = ordered_json::parse(server::openapi_document());
    return document;
}

std::vector<std::string> faults(const ordered_json& value, const ordered_json& written,
                                const std::string& where) {
    const auto& schema = resolved(written);
    std::vector<std::string> found;
    if (schema.contains("oneOf")) {
        const auto fits = std::count_if(
            schema["oneOf"].begin(), schema["oneOf"].end(),
            [&](const ordered_json& form) { return faults(value, form, where).empty(); });
        if (fits != 1) found.push_back(where + ": fits " + std::to_string(fits) + " forms");
    }
    if (schema.contains("type") && !has_type(value, schema["type"])) {
        found.push_back(where + ": " + value.dump().substr(0, 60) + " is not of the type");
        return found;
    }
    if (schema.contains("enum")
        && std::find(schema["enum"].begin(), schema["enum"].end(), value) == schema["enum"].end())
        found.push_back(where + ": " + value.dump() + " is none of the values");
    if (value.is_object()) check_object(value, schema, where, found);
    if (value.is_string()) check_text(value, schema, where, found);
    if (value.is_number() && schema.contains("minimum")
        && value.get<double>() < schema["minimum"].get<double>())
        found.push_back(where + ": " + value.dump() + " is too small");
    if (value.is_array() && schema.contains("items")) {
        for (std::size_t i = 0; i < value.size(); ++i) {
            const auto inside = faults(value[i], schema["items"], where + "/" + std::to_string(i));
            found.insert(found.end(), inside.begin(), inside.end());
        }
    }
    return found;
}

const ordered_json& schema_of(const std::string& path, const std::string& status,
                              const std::string& media_type) {
    const auto& answers = description().at("paths").at(path).front().at("responses");
    return resolved(answers.at(status)).at("content").at(media_type).at("schema");
}

}  // namespace tests
