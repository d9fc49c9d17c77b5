// SPDX-License-Identifier: GPL-2.0-or-later
#include "server/search_turns.h"

#include <doctest/doctest.h>

#include <optional>
#include <thread>

using archive::ErrorCode;
using std::chrono::milliseconds;

TEST_CASE("no more turns are given than fit at once") {
    server::SearchTurns turns(2, 0, milliseconds(0));
    auto first = turns.take();
    auto second = turns.take();
    CHECK(first);
    CHECK(second);
    const auto third = turns.take();
    REQUIRE_FALSE(third);
    CHECK(third.error().code == ErrorCode::server_busy);
}

TEST_CASE("a turn comes back when it goes out of scope, once, even after it moved") {
    server::SearchTurns turns(1, 0, milliseconds(0));
    {
        auto turn = turns.take();
        REQUIRE(turn);
        std::optional<server::Turn> moved(*std::move(turn));
        CHECK(turns.running() == 1);
    }
    CHECK(turns.running() == 0);
    CHECK(turns.take());
}

TEST_CASE("who waits gets the turn that becomes free") {
    server::SearchTurns turns(1, 1, milliseconds(60'000));
    std::optional<archive::Result<server::Turn>> held(turns.take());
    std::thread other([&] { CHECK(turns.take()); });
    held.reset();
    other.join();
    CHECK(turns.running() == 0);
}

TEST_CASE("who waited for too long is told that the server is busy") {
    server::SearchTurns turns(1, 5, milliseconds(1));
    const auto held = turns.take();
    const auto late = turns.take();
    REQUIRE_FALSE(late);
    CHECK(late.error().code == ErrorCode::server_busy);
}
