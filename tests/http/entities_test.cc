// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/http/described.h"
#include "tests/http/harbour.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <vector>

using namespace tests;
using archive::EntityType;
using nlohmann::ordered_json;

namespace {

std::vector<Written> council() {
    return {{.id = "one",
             .title = "Council meets in Northport",
             .body = "Ann Lee met Bo Chu in Northport.",
             .date = "2024-03-02",
             .source = "Coastline",
             .entities = {{EntityType::person, "Ann Lee", 1},
                          {EntityType::person, "Bo Chu", 1},
                          {EntityType::place, "Northport", 1}}},
            {.id = "two",
             .title = "Fog over NP",
             .body = "Fog, said Ann Lee and Bo Chu.",
             .date = "2024-05-02",
             .source = "Harbour Times",
             .entities = {{EntityType::person, "Ann Lee", 1},
                          {EntityType::person, "Bo Chu", 1},
                          {EntityType::place, "NP", 1}}},
            {.id = "three",
             .title = "Timetable",
             .body = "Six sailings from NP, that is Northport.",
             .date = "2023",
             .source = "Coastline",
             .entities = {{EntityType::place, "Northport", 1}, {EntityType::place, "NP", 1}}}};
}

constexpr auto one_place =
    "loc:northport\tplace\tNorthport\tNorthport\t\nloc:northport\tplace\tNorthport\tNP\tcs\n";

/// A server with a table of its own, which cases write.
class NamesServer {
public:
    NamesServer() : archive_(council()), file_(folder_.path() + "/aliases.tsv") {
        write(one_place);
        server_ =
            std::make_unique<LiveServer>(archive_.path(), std::vector{"entities.aliases=" + file_});
    }

    void write(const std::string& text) const { std::ofstream(file_) << text; }
    const std::string& file() const { return file_; }
    LiveServer& server() { return *server_; }

    /// The answer, held against what docs/openapi.json says of the path.
    ordered_json described(const std::string& path, const std::string& target) {
        auto answer = server_->json(target);
        const auto faults = tests::faults(answer, schema_of(path, "200"));
        CAPTURE(target);
        CAPTURE((faults.empty() ? "" : faults.front()));
        CHECK(faults.empty());
        return answer;
    }
    ordered_json search(const std::string& query) {
        return described("/api/v1/search", "/api/v1/search?" + query);
    }
    ordered_json entity(const std::string& id_and_query) {
        return described("/api/v1/entities/{id}", "/api/v1/entities/" + id_and_query);
    }

private:
    TemporaryFolder folder_;
    SmallArchive archive_;
    std::string file_;
    std::unique_ptr<LiveServer> server_;
};

std::vector<std::string> ids(const ordered_json& names) {
    std::vector<std::string> all;
    for (const auto& name : names) all.push_back(name["id"]);
    return all;
}

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("rows have each name once, by the id and label of the table") {
    NamesServer port;
    const auto row = port.search("q=sailings")["results"][0];
    CHECK(row["entities"].dump()
          == R"([{"type":"place","id":"loc:northport","name":"Northport"}])");
    const auto reader =
        port.described("/api/v1/articles/{id}", "/api/v1/articles/three00000000000");
    CHECK(reader["entities"].size() == 1);
    CAPTURE(reader["zones"].dump());
    CHECK(reader["zones"].dump().find(R"("text":"NP","entity":"loc:northport")")
          != std::string::npos);
}

TEST_CASE("an edit of the table shows in the next answer, under another tag") {
    NamesServer port;
    const std::string target = "/api/v1/search?place=NP&facets=place";
    const auto before = port.server().get(target);
    CHECK(port.search("place=NP")["total"]["articles"] == 3);
    const auto tag = before.get_header_value("ETag");
    CHECK(port.server().get_again(target, tag).status == 304);
    port.write("loc:np\tplace\tNorth Pier\tNP\tcs\n");
    const auto after = port.server().get_again(target, tag);
    CHECK(after.status == 200);
    const auto answer = ordered_json::parse(after.body);
    CHECK(answer["total"]["articles"] == 2);
    CHECK(answer["facets"]["place"][0]["value"] == "loc:np");
    CHECK(answer["facets"]["place"][0]["label"] == "North Pier");
    CHECK(answer["facets"]["place"][1]["value"] == "loc:northport");
    CHECK(answer["index"]["aliases"] != ordered_json::parse(before.body)["index"]["aliases"]);
    port.write(std::string(one_place) + "loc:northport\tplace\tNorthport\tloc:np\tsame\n");
    CHECK(port.search("place=loc:np")["total"]["articles"] == 3);
}

TEST_CASE("status tells bad lines by their numbers, and a file that cannot be read") {
    NamesServer port;
    port.write(std::string(one_place) + "nonsense\n");
    const auto status = port.described("/api/v1/status", "/api/v1/status")["aliases"];
    CHECK(status["aliases"] == 2);
    REQUIRE(status["skipped"].size() == 1);
    CHECK(status["skipped"][0]["where"] == "line 3");
    CHECK(status["trouble"].is_null());
    std::filesystem::remove(port.file());
    CHECK(port.search("place=NP")["total"]["articles"] == 3);
    CHECK(port.described("/api/v1/status", "/api/v1/status")["aliases"]["trouble"].is_string());
}

TEST_CASE("a file that names nobody any more lets the snapshot with its names go") {
    NamesServer port;
    std::weak_ptr<const archive::Searcher> named;
    {
        const auto snapshot = port.server().app().snapshot();
        REQUIRE(snapshot);
        named = *snapshot;
    }
    CHECK_FALSE(named.expired());
    port.write("# nobody\n");
    CHECK(port.server().app().snapshot());
    CHECK(named.expired());
}

TEST_CASE("the names of a search are listed with both counts, and by any alias") {
    NamesServer port;
    const auto all = port.described("/api/v1/entities", "/api/v1/entities");
    CHECK(ids(all["entities"]) == Ids{"loc:northport", "person:ann-lee", "person:bo-chu"});
    CHECK(
        all["entities"][0].dump()
        == R"({"type":"place","id":"loc:northport","name":"Northport","articles":3,"stories":3})");
    CHECK(ids(port.described("/api/v1/entities", "/api/v1/entities?prefix=np")["entities"])
          == Ids{"loc:northport"});
    CHECK(ids(port.described("/api/v1/entities",
                             "/api/v1/entities?type=person&q=council&limit=1")["entities"])
          == Ids{"person:ann-lee"});
    CHECK(port.server().get("/api/v1/entities?type=ship").status == 400);
}

TEST_CASE("a name tells its forms, its span, its sources and whom it stands beside") {
    NamesServer port;
    const auto place = port.entity("loc:northport");
    CHECK(place["name"] == "Northport");
    CHECK(place["total"].dump() == R"({"articles":3,"stories":3})");
    CHECK(place["aliases"].dump() == R"(["Northport","NP"])");
    CHECK(place["forms"].dump()
          == R"([{"form":"NP","articles":2},{"form":"Northport","articles":2}])");
    CHECK(place["span"].dump() == R"({"earliest":"2023-01-01","latest":"2024-05-02"})");
    CHECK(place["sources"][0]["label"] == "Coastline");
    const auto person = port.entity("person:ann-lee");
    CHECK(ids(person["related"]) == Ids{"person:bo-chu"});
    CHECK(person["related"][0]["articles"] == 2);
    CHECK(person["related"][0]["strength"] > 0);
    CHECK(person["quotations"].empty());
    CHECK(port.entity("person:ann-lee?q=fog")["total"]["articles"] == 1);
    CHECK(port.entity("NP")["id"] == "loc:northport");
}

TEST_CASE("a name that nobody has is 404 with the nearest one") {
    NamesServer port;
    const auto problem = port.server().problem("/api/v1/entities/person:ann-le", 404);
    CHECK(problem["code"] == "entity.not_found");
    CHECK(problem["errors"][0]["hint"] == "person:ann-lee");
    CHECK(port.server().problem("/api/v1/entities/person:zzzzzzzz", 404)["code"]
          == "entity.not_found");
}
