// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/base/settings.h"

#include "tests/support/small_archive.h"

#include <doctest/doctest.h>

#include <fstream>
#include <string>

namespace {

using archive::ErrorCode;
using archive::Settings;

std::string file_with(const tests::TemporaryFolder& folder, const std::string& text) {
    const std::string path = folder.path() + "/dateline.toml";
    std::ofstream(path) << text;
    return path;
}

TEST_SUITE("settings") {
    TEST_CASE("every setting has the default of its row") {
        const Settings settings;
        CHECK(settings.text("server.listen") == "127.0.0.1:8080");
        CHECK(settings.number("container.levels") == 3);
        CHECK_FALSE(settings.flag("server.allow_remote"));
        CHECK(settings.list("archive.paths").empty());
    }

    TEST_CASE("a file changes what it names and nothing else") {
        const tests::TemporaryFolder folder;
        Settings settings;
        REQUIRE(settings.read_file(file_with(
            folder, "[archive]\npaths = [\"/srv/a, b\", \"/srv/c\"]\n[indexer]\njobs = 3\n")));
        CHECK(settings.list("archive.paths") == std::vector<std::string>{"/srv/a, b", "/srv/c"});
        CHECK(settings.number("indexer.jobs") == 3);
        CHECK(settings.number("container.levels") == 3);
    }

    TEST_CASE("a setting nobody knows is refused with its line and the nearest name") {
        const tests::TemporaryFolder folder;
        Settings settings;
        const auto read = settings.read_file(file_with(folder, "[server]\nlistem = \"x\"\n"));
        REQUIRE_FALSE(read);
        CHECK(read.error().code == ErrorCode::bad_setting);
        CHECK(read.error().where.ends_with("dateline.toml:2"));
        CHECK(read.error().message.find("server.listen") != std::string::npos);
    }

    TEST_CASE("values of the wrong kind and out of range are refused by name") {
        const tests::TemporaryFolder folder;
        for (const char* text :
             {"[indexer]\njobs = \"two\"\n", "[indexer]\njobs = 1000\n",
              "[server]\nallow_remote = 1\n", "[container]\nratio = [1]\n", "broken = \n"}) {
            CAPTURE(text);
            Settings settings;
            const auto read = settings.read_file(file_with(folder, text));
            REQUIRE_FALSE(read);
            CHECK(read.error().code == ErrorCode::bad_setting);
        }
        Settings settings;
        CHECK_FALSE(settings.set("indexer.jobs"));
        CHECK_FALSE(settings.set("indexer.jobs=-1"));
        CHECK(settings.set("indexer.jobs=2"));
    }
}

}  // namespace
