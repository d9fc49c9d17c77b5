// SPDX-License-Identifier: GPL-2.0-or-later
#include "server/routes.h"

#include <doctest/doctest.h>

#include <array>
#include <set>

namespace {

void nothing(server::App&, const server::Call&, httplib::Response&) {}

constexpr std::array table{
    server::Route{"/", "start", nothing, server::Audience::person, ""},
    server::Route{"/api/v1/articles/{id}", "article", nothing, server::Audience::program, ""},
    server::Route{"/api/v1/articles/{id}/similar", "similar", nothing, server::Audience::program,
                  ""},
};

std::optional<server::Match> found(std::string_view raw) {
    const auto target = server::read_target(raw, {});
    REQUIRE(target);
    return server::match(table, *target);
}

}  // namespace

TEST_CASE("a place takes one whole segment, decoded") {
    const auto match = found("/api/v1/articles/a%2Fb?q=x");
    REQUIRE(match);
    CHECK(match->route->family == "article");
    REQUIRE(match->places.size() == 1);
    CHECK(match->places[0].first == "id");
    CHECK(match->places[0].second == "a/b");
    CHECK(found("/api/v1/articles/a/similar")->route->family == "similar");
    CHECK(found("/")->route->family == "start");
}

TEST_CASE("paths that are longer, shorter or empty in a place match nothing") {
    for (const char* raw :
         {"/api/v1/articles", "/api/v1/articles/", "/api/v1/articles/a/", "/api/v1/articles/a/b",
          "//api/v1/articles/a", "/API/v1/articles/a", "/api%2Fv1/articles/a", "/x"}) {
        CAPTURE(raw);
        CHECK_FALSE(found(raw));
    }
}

TEST_CASE("every route has its own pattern, a family and a sentence") {
    std::set<std::string_view> patterns;
    for (const auto& route : server::routes()) {
        CAPTURE(route.pattern);
        CHECK(patterns.insert(route.pattern).second);
        CHECK(route.pattern.starts_with('/'));
        CHECK_FALSE(route.family.empty());
        CHECK_FALSE(route.help.empty());
        CHECK(route.family.find_first_not_of("abcdefghijklmnopqrstuvwxyz_")
              == std::string_view::npos);
    }
}
