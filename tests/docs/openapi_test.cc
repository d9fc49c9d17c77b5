// SPDX-License-Identifier: GPL-2.0-or-later
// docs/openapi.json is served as it is: it must name what the server answers, and nothing else.
#include "server/embedded.h"
#include "server/routes.h"
#include "server/routes/parameters.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <set>

using nlohmann::ordered_json;

namespace {

const ordered_json& description() {
    static const auto document = ordered_json::parse(server::openapi_document());
    return document;
}

std::set<std::string> described_parameters(const ordered_json& operation) {
    std::set<std::string> names;
    if (!operation.contains("parameters")) return names;
    for (const auto& written : operation["parameters"]) {
        auto parameter = written;
        if (written.contains("$ref")) {
            const auto pointer = written["$ref"].get<std::string>().substr(1);
            parameter = description().at(ordered_json::json_pointer(pointer));
        }
        CAPTURE(parameter.dump());
        if (parameter["in"] == "query")
            CHECK(names.insert(parameter["name"].get<std::string>()).second);
    }
    return names;
}

void check_references(const ordered_json& json) {
    if (json.is_object() && json.contains("$ref")) {
        const auto pointer = json["$ref"].get<std::string>().substr(1);
        CAPTURE(pointer);
        CHECK(description().contains(ordered_json::json_pointer(pointer)));
    }
    if (json.is_structured()) {
        for (const auto& part : json) check_references(part);
    }
}

}  // namespace

TEST_CASE("every route for programs and operators is in openapi.json") {
    for (const auto& route : server::routes()) {
        if (route.audience == server::Audience::person) continue;
        CAPTURE(route.pattern);
        CHECK(description()["paths"].contains(std::string(route.pattern)));
    }
}

TEST_CASE("every path of openapi.json is a route") {
    for (const auto& entry : description()["paths"].items()) {
        const auto& path = entry.key();
        const auto& methods = entry.value();
        CAPTURE(path);
        bool routed = false;
        for (const auto& route : server::routes()) routed = routed || route.pattern == path;
        CHECK(routed);
        CHECK(methods.size() == 1);
        const bool batch = path == server::batch_path;
        REQUIRE(methods.contains(batch ? "post" : "get"));
        CHECK(methods.front()["responses"].contains("200"));
    }
}

TEST_CASE("every parameter of a search is described with its default, choices and limits") {
    const auto& parameters = description()["components"]["parameters"];
    for (const auto& row : server::search_parameters()) {
        const std::string name(row.name);
        CAPTURE(name);
        REQUIRE(parameters.contains(name));
        const auto& schema = parameters[name]["schema"];
        if (row.filter) CHECK(parameters.contains("-" + name));
        CHECK((schema["type"] == "array")
              == (row.repeats == server::Repeats::yes || row.takes == server::Takes::list));
        const auto& one = schema["type"] == "array" ? schema["items"] : schema;
        if (!row.choices.empty()) {
            std::set<std::string> described, known;
            for (const auto& value : one["enum"]) described.insert(value);
            std::string choice;
            for (const char c : std::string(row.choices) + " ") {
                if (c != ' ') {
                    choice += c;
                } else {
                    known.insert(std::exchange(choice, {}));
                }
            }
            CHECK(described == known);
        }
        if (row.takes == server::Takes::number) {
            CHECK(one["minimum"] == row.least);
            CHECK(one["maximum"] == row.most);
            CHECK(std::to_string(one["default"].get<int>()) == row.initial);
        } else if (!row.initial.empty()) {
            CHECK(one["default"] == std::string(row.initial));
        }
    }
    std::size_t names = 0;
    for (const auto& row : server::search_parameters()) names += row.filter ? 2 : 1;
    CHECK(parameters.size() == names);
}

TEST_CASE("an endpoint that takes a search takes all of it") {
    for (const auto& entry : description()["paths"].items()) {
        const auto& path = entry.key();
        const auto& methods = entry.value();
        CAPTURE(path);
        const auto described = described_parameters(methods.front());
        if (described.count("q") == 0) continue;
        for (const auto& row : server::search_parameters()) {
            CAPTURE(row.name);
            CHECK(described.count(std::string(row.name)) == 1);
            if (row.filter) CHECK(described.count("-" + std::string(row.name)) == 1);
        }
    }
}

TEST_CASE("nothing in openapi.json points to what is not there") {
    check_references(description());
}
