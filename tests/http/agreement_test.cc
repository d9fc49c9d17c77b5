// SPDX-License-Identifier: GPL-2.0-or-later
// Random searches over HTTP: whatever address counts the matches, in whatever form, says the same.
#include "archive/base/text.h"
#include "server/guard/target.h"
#include "tests/http/live_server.h"
#include "tests/support/random_articles.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

using nlohmann::ordered_json;
using server::Parameter;

namespace {

std::size_t occurrences(std::string_view text, std::string_view part) {
    std::size_t count = 0;
    for (auto at = text.find(part); at != text.npos; at = text.find(part, at + part.size()))
        ++count;
    return count;
}

/// Records of a table with a head; line breaks inside quotation marks end none.
std::size_t csv_records(std::string_view text) {
    bool quoted = false;
    std::size_t records = 0;
    for (const char c : text) {
        if (c == '"') quoted = !quoted;
        if (c == '\n' && !quoted) ++records;
    }
    return records - 1;
}

/// The articles in an export of each format.
std::size_t exported(const std::string& format, const std::string& file) {
    if (format == "jsonl") return occurrences(file, "\n");
    if (format == "csv") return csv_records(file);
    if (format == "bibtex") return occurrences("\n" + file, "\n@");
    if (format == "ris") return occurrences(file, "ER  - ");
    return ordered_json::parse(file).size();
}

std::vector<Parameter> random_parameters(std::mt19937& random) {
    std::vector<Parameter> all{{"q", tests::random_query(random)}};
    if (random() % 3 == 0) all.push_back({"fold", "none"});
    if (random() % 4 == 0) all.push_back({"from", "2019"});
    if (random() % 4 == 0) all.push_back({"undated", "include"});
    if (random() % 4 == 0) all.push_back({"-source", "Daily Gull"});
    return all;
}

std::vector<Parameter> with(std::vector<Parameter> parameters, std::vector<Parameter> more) {
    parameters.insert(parameters.end(), more.begin(), more.end());
    return parameters;
}

}  // namespace

TEST_CASE("every address counts the matches of a random search alike") {
    const auto seed = std::random_device{}();
    CAPTURE(seed);
    std::mt19937 random(seed);
    const auto segments = tests::random_segments(random, {50, 20});
    auto archive =
        tests::SmallArchive::of_segments(segments, tests::random_kinship(random, segments));
    archive.remove({"x3y", "x40y", "x61y"});
    tests::LiveServer server(archive.path());
    for (int round = 0; round < 40; ++round) {
        const auto parameters = random_parameters(random);
        const auto asked = [&](const char* path, const std::vector<Parameter>& more = {}) {
            return server.json(server::address_of(path, with(parameters, more)));
        };
        const auto whole = asked("/api/v1/search", {{"limit", "0"}, {"histogram", "month"}});
        const auto& total = whole["total"];
        CAPTURE(parameters.front().value);
        const bool folded = std::none_of(parameters.begin(), parameters.end(),
                                         [](const auto& one) { return one.name == "fold"; });
        const auto rows = total[folded ? "stories" : "articles"].get<std::size_t>();

        for (const char* format : {"jsonl", "csv", "bibtex", "ris", "csljson"}) {
            CAPTURE(format);
            const auto file = server.get(
                server::address_of("/api/v1/export", with(parameters, {{"format", format}})));
            CHECK(exported(format, file.body) == rows);
        }
        const auto feed =
            server.get(server::address_of("/feed.atom", with(parameters, {{"limit", "200"}})));
        CHECK(occurrences(feed.body, "<entry>") == rows);

        std::size_t paged = 0;
        auto page = asked("/api/v1/search", {{"limit", "7"}});
        for (;;) {
            paged += page["results"].size();
            if (page["next"].is_null()) break;
            page = server.json(page["next"]);
        }
        CHECK(paged == rows);

        const auto chart = asked("/api/v1/timeline", {{"unit", "month"}});
        CHECK(chart["series"][0]["total"]["articles"] == total["articles"]);
        CHECK(chart["series"][0]["total"]["stories"] == total["stories"]);
        CHECK(chart["series"][0]["undated"] == whole["histogram"]["undated"]);
        for (const char* path : {"/api/v1/kwic", "/api/v1/terms"}) {
            CAPTURE(path);
            CHECK(asked(path)["total"]["articles"] == total["articles"]);
            CHECK(asked(path)["total"]["stories"] == total["stories"]);
        }

        const std::vector<Parameter> filters(parameters.begin() + 1, parameters.end());
        const auto batch = server.post(server::address_of("/api/v1/batch", filters),
                                       parameters.front().value + "\n");
        const auto line = ordered_json::parse(batch.body);
        CHECK(line["total"] == total);
        CHECK(line["outside"] == whole["outside"]);
    }
}
