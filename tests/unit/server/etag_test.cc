// SPDX-License-Identifier: GPL-2.0-or-later
#include "server/etag.h"

#include <doctest/doctest.h>

TEST_CASE("equal parts have equal tags and the borders between parts count") {
    CHECK(server::etag_of({"a", "bc"}) == server::etag_of({"a", "bc"}));
    CHECK(server::etag_of({"a", "bc"}) != server::etag_of({"ab", "c"}));
    CHECK(server::etag_of({"a", ""}) != server::etag_of({"a"}));
}

TEST_CASE("a tag is met in lists, weak or strong, in any coding, and by a star") {
    const auto etag = server::etag_of({"revision 42"});
    CHECK(server::names_etag(etag, etag));
    CHECK(server::names_etag("W/" + etag, etag));
    CHECK(server::names_etag("\"other\", " + etag, etag));
    CHECK(server::names_etag(server::etag_in_coding(etag, "gzip"), etag));
    CHECK(server::names_etag("*", etag));
    CHECK_FALSE(server::names_etag("", etag));
    CHECK_FALSE(server::names_etag("\"other\"", etag));
    CHECK_FALSE(server::names_etag("\"\"", etag));
    CHECK_FALSE(server::names_etag(etag.substr(1, etag.size() - 2), etag));
}
