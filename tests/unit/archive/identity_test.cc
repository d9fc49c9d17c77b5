// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/index/identity.h"

#include <doctest/doctest.h>

#include <set>

using archive::article_id;
using archive::canonical_url;

namespace {

archive::Article lying_at(std::string path, std::uint64_t record = 1) {
    archive::Article article;
    article.provenance.path = std::move(path);
    article.provenance.record = record;
    return article;
}

}  // namespace

TEST_CASE("an id is sixteen lower-case base-32 characters") {
    const auto id = article_id(lying_at("/news/a.txt"));
    CHECK(id.size() == 16);
    CHECK(archive::is_article_id(id));
    for (const char* other : {"", "b3k7q2m9x4t1c8v", "b3k7q2m9x4t1c8vaa", "B3k7q2m9x4t1c8va",
                              "i3k7q2m9x4t1c8va", "u3k7q2m9x4t1c8va"}) {
        CAPTURE(other);
        CHECK_FALSE(archive::is_article_id(other));
    }
}

TEST_CASE("ids never change from one version to the next") {
    // On disk and in people's bookmarks: a changed value here is a broken archive.
    auto article = lying_at("/news/a.txt");
    CHECK(article_id(article) == "2pw5a0w1d57b65ae");
    article.url = "https://example.org/a";
    CHECK(article_id(article) == "hj9gzw9j2evtxt6a");
    article.external_id = "x1";
    article.source = "Gull";
    CHECK(article_id(article) == "fepjtnw7fe53ts74");
}

TEST_CASE("an article's own id goes before its address and the address before its path") {
    auto left = lying_at("/news/a.txt");
    auto right = lying_at("/other/b.txt", 7);
    CHECK(article_id(left) != article_id(right));
    left.url = "https://example.org/story";
    right.url = "http://www.example.org/story/";
    CHECK(article_id(left) == article_id(right));
    left.external_id = "42";
    right.external_id = "42";
    left.source = "Daily Gull";
    right.source = "Wendle Echo";
    CHECK(article_id(left) != article_id(right));
    right.source = " daily gull ";
    CHECK(article_id(left) == article_id(right));
}

TEST_CASE("an archive that moves as a whole keeps its ids") {
    CHECK(article_id(lying_at("/old/place/a/b.jsonl", 3), "/old/place")
          == article_id(lying_at("/new/a/b.jsonl", 3), "/new/"));
    CHECK(article_id(lying_at("/elsewhere/b.txt"), "/old/place")
          == article_id(lying_at("/elsewhere/b.txt")));
}

TEST_CASE("records of one file have different ids") {
    std::set<std::string> ids;
    for (std::uint64_t record = 1; record <= 1000; ++record) {
        ids.insert(article_id(lying_at("/news/lines.jsonl", record)));
    }
    CHECK(ids.size() == 1000);
}

TEST_CASE("a root is a folder and not the beginning of a name") {
    CHECK(archive::path_below("/news/a.txt", "/news") == "a.txt");
    CHECK(archive::path_below("/newsroom/a.txt", "/news") == "/newsroom/a.txt");
    CHECK(archive::path_below("/news", "/news") == "/news");
    CHECK(archive::path_below("/news/a.txt", "") == "/news/a.txt");
}

TEST_CASE("addresses of one page are one address") {
    const std::string page = "https://example.org/a/b?id=7&page=2";
    for (const char* written :
         {"https://example.org/a/b?id=7&page=2", "http://example.org/a/b?id=7&page=2",
          "https://www.Example.ORG/a/b?id=7&page=2#top", "HTTPS://example.org:443/a/b/?id=7&page=2",
          " https://example.org/a/b?utm_source=x&id=7&fbclid=zz&page=2 "}) {
        CAPTURE(written);
        CHECK(canonical_url(written) == page);
    }
    CHECK(canonical_url("https://example.org/A") != canonical_url("https://example.org/a"));
    CHECK(canonical_url("https://example.org?id=7") == "https://example.org?id=7");
    CHECK(canonical_url("https://example.org:8080/") == "https://example.org:8080");
}

TEST_CASE("what is no web address has no canonical form") {
    for (const char* other :
         {"", "javascript:alert(4)", "ftp://example.org/", "/a/b", "https://", "example.org/a"}) {
        CAPTURE(other);
        CHECK(canonical_url(other).empty());
    }
}
