// SPDX-License-Identifier: GPL-2.0-or-later
#include "server/searcher_pool.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

using archive::ErrorCode;
using server::Look;
using std::chrono::milliseconds;

namespace {

/// A folder with a manifest that can be replaced, and a count of how often it was opened.
class Index {
    static std::string make_folder() {
        std::string name = (std::filesystem::temp_directory_path() / "pool-XXXXXX").string();
        REQUIRE(::mkdtemp(name.data()) != nullptr);
        return name;
    }
    const std::string folder_ = make_folder();

public:
    Index() = default;
    ~Index() { std::filesystem::remove_all(folder_); }
    Index(const Index&) = delete;
    Index& operator=(const Index&) = delete;

    std::string manifest() const { return folder_ + "/manifest.json"; }
    void publish(const std::string& text) const {
        std::ofstream(manifest() + ".tmp") << text;
        std::filesystem::rename(manifest() + ".tmp", manifest());
    }

    int opened = 0;
    bool damaged = false;
    server::SearcherPool<std::string> pool{manifest(), [this] {
                                               ++opened;
                                               if (damaged)
                                                   throw archive::Failure(ErrorCode::index_damaged,
                                                                          "a segment is missing");
                                               std::ifstream in(manifest());
                                               std::string text;
                                               in >> text;
                                               return std::make_shared<const std::string>(text);
                                           }};

    /// Looks `ms` after the beginning of time.
    Look look(int ms) {
        return pool.look(server::SearcherPool<std::string>::Clock::time_point(milliseconds(ms)));
    }
};

}  // namespace

TEST_CASE("without a manifest there is a reason instead of a snapshot, and nothing is opened") {
    Index index;
    CHECK(index.look(1'000) == Look::unchanged);
    const auto held = index.pool.snapshot();
    REQUIRE_FALSE(held);
    CHECK(held.error().code == ErrorCode::index_not_ready);
    CHECK(index.opened == 0);
}

TEST_CASE("a new manifest is followed once, and a request keeps the snapshot it began with") {
    Index index;
    index.publish("one");
    CHECK(index.look(1'000) == Look::followed);
    CHECK(index.look(1'200) == Look::unchanged);
    const auto before = index.pool.snapshot();
    index.publish("two");
    CHECK(index.look(1'400) == Look::followed);
    REQUIRE(before);
    CHECK(**before == "one");
    CHECK(**index.pool.snapshot() == "two");
    CHECK(index.opened == 2);
    CHECK_FALSE(index.pool.trouble());
}

TEST_CASE("the manifest is looked at no more often than every 20 ms") {
    Index index;
    index.publish("one");
    CHECK(index.look(1'000) == Look::followed);
    index.publish("two");
    CHECK(index.look(1'019) == Look::too_soon);
    CHECK(index.look(1'020) == Look::followed);
}

TEST_CASE(
    "what cannot be opened leaves the old snapshot in service, is reported once and tried again") {
    Index index;
    index.publish("one");
    CHECK(index.look(1'000) == Look::followed);
    index.damaged = true;
    index.publish("two");
    CHECK(index.look(1'200) == Look::failed);
    CHECK(**index.pool.snapshot() == "one");
    REQUIRE(index.pool.trouble());
    CHECK(index.pool.trouble()->code == ErrorCode::index_damaged);
    CHECK(index.look(1'400) == Look::unchanged);
    CHECK(index.opened == 2);
    CHECK(index.look(2'300) == Look::unchanged);
    CHECK(index.opened == 3);
    index.damaged = false;
    CHECK(index.look(3'400) == Look::followed);
    CHECK(**index.pool.snapshot() == "two");
    CHECK_FALSE(index.pool.trouble());
}

TEST_CASE(
    "an index that vanishes is served as long as it is open, and followed when it comes back") {
    Index index;
    index.publish("one");
    CHECK(index.look(1'000) == Look::followed);
    std::filesystem::remove(index.manifest());
    CHECK(index.look(1'200) == Look::unchanged);
    CHECK(**index.pool.snapshot() == "one");
    index.publish("two");
    CHECK(index.look(1'400) == Look::followed);
}
