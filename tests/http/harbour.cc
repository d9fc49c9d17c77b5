// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/http/harbour.h"

#include "tests/http/described.h"

#include <doctest/doctest.h>

namespace tests {

using archive::Certainty;
using archive::EntityType;
using nlohmann::ordered_json;

std::vector<Written> harbour_articles() {
    std::vector<Written> all;
    all.push_back({.id = "strike",
                   .title = "Ferry strike ends at midnight",
                   .body = "The ferry sails again.\nAnn Lee <b>thanked</b> the crews.",
                   .date = "2024-06-19",
                   .source = "Harbour Times",
                   .zones = {{archive::ZoneKind::furniture, "Subscribe to our ferry newsletter"}},
                   .entities = {{EntityType::person, "Ann Lee", 1}},
                   .authors = {"Bo Chu"},
                   .section = "Islands",
                   .tags = {"shipping"},
                   .url = "https://harbourtimes.example/strike"});
    all.push_back({.id = "fog",
                   .title = "=Fog holds the ferry, again",
                   .body = "No ferry left the harbour.",
                   .date = "2024-11",
                   .certainty = Certainty::inferred,
                   .source = "Daily Lantern",
                   .entities = {{EntityType::person, "Ann Lee", 1}}});
    all.push_back({.id = "boat", .title = "A boat nobody owns", .body = "The ferry towed it in."});
    all.push_back({.id = "snow",
                   .title = "Snow on the harbour",
                   .body = "Children built a ferry of it.",
                   .date = "2023",
                   .source = "Harbour Times"});
    for (int i = 0; i < 30; ++i) {
        all.push_back({.id = "tide" + std::to_string(i)
                             + "t",  // so that filling up with zeros keeps them apart
                       .title = "Tide table " + std::to_string(i),
                       .body = "High water.",
                       .date = "2022-01-" + std::to_string(10 + i % 20),
                       .source = "Tide Office " + std::to_string(i)});
    }
    return all;
}

LiveServer& live() {
    static const SmallArchive archive(harbour_articles());
    static LiveServer server(archive.path());
    return server;
}

ordered_json described(const std::string& path, const std::string& target) {
    auto answer = live().json(target);
    const auto faults = tests::faults(answer, schema_of(path, "200"));
    CAPTURE(target);
    CAPTURE((faults.empty() ? "" : faults.front()));
    CHECK(faults.empty());
    return answer;
}

std::string code(const ordered_json& problem) {
    const auto faults =
        tests::faults(problem, schema_of("/api/v1/search", "400", "application/problem+json"));
    CAPTURE((faults.empty() ? "" : faults.front()));
    CHECK(faults.empty());
    return problem["code"];
}

}  // namespace tests
