// SPDX-License-Identifier: GPL-2.0-or-later
// described.h - Holds an answer against its description in docs/openapi.json.
//
// Knows as much of JSON Schema as that document uses. Stricter than a client should be: a member
// that is not described is a fault, as the description is promised to be complete.
#pragma once

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace tests {

/// docs/openapi.json of this repository.
const nlohmann::ordered_json& description();

/// What is wrong with `value` as an instance of the schema; empty when nothing is.
/// "/results/0/title: neither of two forms".
std::vector<std::string> faults(const nlohmann::ordered_json& value,
                                const nlohmann::ordered_json& schema,
                                const std::string& where = {});

/// The schema of the JSON that a path answers: "/api/v1/search", "200".
const nlohmann::ordered_json& schema_of(const std::string& path, const std::string& status,
                                        const std::string& media_type = "application/json");

}  // namespace tests
