// SPDX-License-Identifier: GPL-2.0-or-later
#include "server/plain/search_address.h"

#include <doctest/doctest.h>

using server::SearchAddress;

namespace {

SearchAddress read(const std::string& query) {
    const auto target = server::read_target("/plain/search?" + query, {});
    REQUIRE(target);
    return SearchAddress(target->parameters);
}

}  // namespace

TEST_CASE("equal searches have equal addresses") {
    for (const char* query :
         {"q=a+b&from=2024&source=B&source=A&-source=C&offset=20",
          "offset=20&-source=C&source=A&plain=1&fold=story&q=a%20b&source=B&from=2024&limit=20"})
        CHECK(server::list_page(read(query))
              == "/plain/search?q=a%20b&from=2024&offset=20&source=A&source=B&-source=C");
    CHECK(server::list_page({}) == "/plain/search");
}

TEST_CASE("a change is made to a copy, and defaults are left out") {
    const auto search = read("q=a&sort=newest&offset=40&source=A");
    CHECK(server::list_page(search.also("source", "B").restarted())
          == "/plain/search?q=a&sort=newest&source=A&source=B");
    CHECK(server::list_page(search.without("source", "A").with("offset", "0"))
          == "/plain/search?q=a&sort=newest");
    CHECK(search.with("fold", "none").value("fold") == "none");
    CHECK(search.value("fold") == "story");
    CHECK(search.value("limit") == "20");
    CHECK(search.holds("source", "A"));
    CHECK_FALSE(search.holds("source", "a"));
}

TEST_CASE("what is no parameter of a search is not carried on") {
    CHECK(read("id=b3k7q2m9x4t1c8va&furniture=1&plain=1&sorce=x&-q=a").empty());
    CHECK(read("-certainty=none").parameters().size() == 1);
}

TEST_CASE("an article is opened as a place in its list") {
    CHECK(server::article_page("b3k7", read("q=a&cursor=xyz&source=B"), 23)
          == "/plain/article?id=b3k7&q=a&offset=23&source=B");
    CHECK(server::article_page("a&b=c", {}, 0) == "/plain/article?id=a%26b%3Dc");
}

TEST_CASE("two articles ride with the search that the left one was opened from") {
    CHECK(server::comparison_page("b3k7", "x&y", read("q=a&offset=3"))
          == "/plain/compare?left=b3k7&right=x%26y&q=a&offset=3");
}
