// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/index/source_facts.h"

#include "archive/base/error.h"
#include "archive/base/files.h"
#include "tests/support/small_archive.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <string>
#include <vector>

using namespace archive;

namespace {

SourceFacts gull() {
    SourceFacts facts;
    facts.name = "gull";
    facts.articles = 7;
    facts.languages = {{"de", 2}, {"en", 5}};
    facts.day_first = 3;
    facts.other_paths = 1;
    facts.lines = {{5, 2}, {70'000'000'000, 7}};
    return facts;
}

NamedFile written(const std::string& folder, const std::string& name,
                  const std::vector<SourceFacts>& all) {
    SourcePiece piece(folder + "/" + name);
    for (const auto& facts : all) piece.add(facts);
    return {name, piece.finish()};
}

}  // namespace

TEST_CASE("what is known of a source is added up over its pieces") {
    const tests::TemporaryFolder folder;
    SourceFacts more = gull();
    more.lines = {{5, 1}, {6, 1}};
    const SourceRecords records(folder.path(), {written(folder.path(), "1", {gull()}),
                                                written(folder.path(), "2", {more})});
    const auto facts = records.facts("gull");
    CHECK(facts.articles == 14);
    CHECK(facts.languages.at("en") == 10);
    CHECK(facts.day_first == 6);
    std::vector<LineCount> lines{{4, 0}, {5, 0}, {6, 0}, {70'000'000'000, 0}};
    records.add_counts("gull", lines);
    CHECK(lines == std::vector<LineCount>{{4, 0}, {5, 3}, {6, 1}, {70'000'000'000, 7}});
}

TEST_CASE("a source that nobody knows has no articles and no lines") {
    const tests::TemporaryFolder folder;
    const SourceRecords records(folder.path(), {written(folder.path(), "1", {gull()})});
    CHECK(records.facts("courier").articles == 0);
    std::vector<LineCount> lines{{5, 0}};
    records.add_counts("courier", lines);
    CHECK(lines.front().count == 0);
}

TEST_CASE("joined pieces say what the pieces said") {
    const tests::TemporaryFolder folder;
    const std::vector<NamedFile> pieces{written(folder.path(), "1", {gull()}),
                                        written(folder.path(), "2", {gull()})};
    const auto joined = join_source_pieces(folder.path(), pieces, "all");
    std::vector<SourceFacts> all;
    SourceRecords(folder.path(), {joined}).for_each([&](const SourceFacts& facts) {
        all.push_back(facts);
    });
    SourceFacts twice = gull();
    add_facts(twice, gull());
    REQUIRE(all.size() == 1);
    CHECK(all.front() == twice);
}

TEST_CASE("lines of one article are forgotten only where a source has many") {
    const tests::TemporaryFolder folder;
    SourceFacts large = gull();
    large.articles = 5'000;
    large.lines = {{5, 1}, {6, 2}};
    const auto joined =
        join_source_pieces(folder.path(), {written(folder.path(), "1", {large})}, "all");
    std::vector<LineCount> lines{{5, 0}, {6, 0}};
    SourceRecords(folder.path(), {joined}).add_counts("gull", lines);
    CHECK(lines == std::vector<LineCount>{{5, 0}, {6, 2}});
}

TEST_CASE("a piece that is not what was written is refused") {
    const tests::TemporaryFolder folder;
    auto piece = written(folder.path(), "1", {gull()});
    std::string bytes = read_whole_file(folder.path() + "/1");
    bytes.back() = static_cast<char>(bytes.back() ^ 1);
    replace_file(folder.path() + "/1", bytes);
    CHECK_THROWS_AS(SourceRecords(folder.path(), {piece}), Failure);
    piece.stamp = stamp_of(folder.path() + "/1");
    std::filesystem::resize_file(folder.path() + "/1", 3);
    CHECK_THROWS_AS(SourceRecords(folder.path(), {piece}), Failure);
}
