// SPDX-License-Identifier: GPL-2.0-or-later
// harbour.h - A small archive of a harbour town and a server of it, shared by the tests of the API.
#pragma once

#include "tests/http/live_server.h"
#include "tests/support/small_archive.h"

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace tests {

/// Four articles about a ferry, of which one is undated and one has an inferred date, and thirty
/// tide tables, each of a source of its own.
std::vector<Written> harbour_articles();

/// One archive and one server for all cases; nothing changes either.
LiveServer& live();

/// The answer to `target`, held against what docs/openapi.json says of `path`.
nlohmann::ordered_json described(const std::string& path, const std::string& target);

/// The code of a problem, held against docs/openapi.json.
std::string code(const nlohmann::ordered_json& problem);

}  // namespace tests
