// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/crawl_records.h"

#include "indexer/readers/file_bytes.h"
#include "tests/support/crawl_text.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace crawl_text;

namespace {

struct Seen {
    std::string kind;
    std::string uri;
    std::string block;
    std::string damage;
    bool cut = false;
};

std::vector<Seen> records_of(const std::string& crawl) {
    indexer::MemoryBytes bytes(crawl);
    indexer::CrawlRecords records(bytes);
    std::vector<Seen> seen;
    while (const auto record = records.next()) {
        CHECK(record->number == seen.size() + 1);
        seen.push_back(
            {record->kind, record->uri, std::string(record->block), record->damage, record->cut});
    }
    return seen;
}

std::string with(std::string text, const std::string& old, const std::string& fresh) {
    const auto at = text.find(old);
    REQUIRE(at != std::string::npos);
    return text.replace(at, old.size(), fresh);
}

}  // namespace

TEST_CASE("records of a WARC file come in order with what their headers say") {
    const auto seen = records_of(record("warcinfo", "", "software: x", "application/warc-fields")
                                 + record("Response", "<http://gull.example/a>", "one")
                                 + record("request", "http://gull.example/a", ""));
    REQUIRE(seen.size() == 3);
    CHECK(seen[0].kind == "warcinfo");
    CHECK(seen[1].kind == "response");
    CHECK(seen[1].uri == "http://gull.example/a");
    CHECK(seen[1].block == "one");
    CHECK(seen[2].block.empty());
    for (const auto& each : seen) CHECK(each.damage.empty());
}

TEST_CASE("lines that end with a line feed alone and folded fields are read") {
    const auto seen = records_of(
        "WARC/0.17\nWARC-Type: resource\nwarc-target-uri: http://gull.example/\n a b\n"
        "Content-Length: 3\n\nabc\n\nWARC/1.1\nWARC-Type: metadata\nContent-Length: 0\n\n\n\n");
    REQUIRE(seen.size() == 2);
    CHECK(seen[0].uri == "http://gull.example/ a b");
    CHECK(seen[0].block == "abc");
    CHECK(seen[1].kind == "metadata");
}

TEST_CASE("a record that claims too many bytes ends where the next one begins") {
    const auto seen = records_of(
        with(record("response", "a:1", "short"), "Content-Length: 5", "Content-Length: 150")
        + record("response", "a:2", "whole"));
    REQUIRE(seen.size() == 2);
    CHECK(seen[0].block == "short");
    CHECK(seen[0].cut);
    CHECK(seen[0].damage.find("150") != std::string::npos);
    CHECK(seen[1].block == "whole");
    CHECK(seen[1].damage.empty());
}

TEST_CASE("a record that claims too few bytes goes on to the next one") {
    const auto seen = records_of(with(record("response", "a:1", "longer than said"),
                                      "Content-Length: 16", "Content-Length: 4")
                                 + record("response", "a:2", "whole"));
    REQUIRE(seen.size() == 2);
    CHECK(seen[0].block == "longer than said");
    CHECK_FALSE(seen[0].cut);
    CHECK_FALSE(seen[0].damage.empty());
    CHECK(seen[1].block == "whole");
}

TEST_CASE("a crawl cut off in the middle keeps what there is of its last record") {
    const std::string whole =
        record("response", "a:1", "first") + record("response", "a:2", "0123456789");
    const auto seen = records_of(whole.substr(0, whole.size() - 8));
    REQUIRE(seen.size() == 2);
    CHECK(seen[0].damage.empty());
    CHECK(seen[1].block == "012345");
    CHECK(seen[1].cut);
}

TEST_CASE("a header without length or without end costs no other record") {
    const auto seen =
        records_of(with(record("response", "a:1", "one"), "Content-Length", "Length")
                   + "WARC/1.0\r\nWARC-Type: response\r\n" + record("response", "a:3", "three"));
    REQUIRE(seen.size() == 3);
    CHECK(seen[0].block == "one");
    CHECK_FALSE(seen[0].damage.empty());
    CHECK(seen[1].kind.empty());
    CHECK_FALSE(seen[1].damage.empty());
    CHECK(seen[2].block == "three");
    CHECK(seen[2].damage.empty());
}

TEST_CASE("a page that quotes the mark of a record is not cut there") {
    const std::string block = "HTTP/1.1 200 OK\r\n\r\nIt begins with\nWARC/1.0\nand goes on.";
    const auto seen = records_of(record("response", "a:1", block) + record("request", "a:1", ""));
    REQUIRE(seen.size() == 2);
    CHECK(seen[0].block == block);
    CHECK(seen[0].damage.empty());
}

TEST_CASE("records of both kinds of ARC lines are read, with spaces in addresses") {
    const auto seen = records_of(
        "filedesc://a.arc 0.0.0.0 19990617093000 text/plain 5\n1 0 a\n"
        "http://gull.example/a b 192.0.2.1 19990617093000 text/html 3\nabc\n"
        "http://gull.example/c 192.0.2.1 19990617093000 text/html 200 - - 0 a.arc 2\n"
        "de\n"
        "http://gull.example/d 192.0.2.1 19990617093000 text/html -1\nfgh\n");
    REQUIRE(seen.size() == 4);
    CHECK(seen[0].kind == "warcinfo");
    CHECK(seen[1].uri == "http://gull.example/a b");
    CHECK(seen[1].block == "abc");
    CHECK(seen[2].uri == "http://gull.example/c");
    CHECK(seen[2].block == "de");
    CHECK(seen[3].block == "fgh\n");
    CHECK_FALSE(seen[3].damage.empty());
}

TEST_CASE("a record larger than any article is passed over without being held") {
    const std::string large(indexer::crawl_block_bytes + 5'000'000, 'a');
    const auto seen =
        records_of(record("response", "a:1", large) + record("response", "a:2", "small"));
    REQUIRE(seen.size() == 2);
    CHECK(seen[0].block.size() == indexer::crawl_block_bytes);
    CHECK(seen[0].cut);
    CHECK(seen[1].block == "small");
}

TEST_CASE("only crawls are taken for crawls") {
    CHECK(indexer::is_web_crawl("WARC/1.0\r\n"));
    CHECK(indexer::is_web_crawl("\r\nWARC/0.18\n"));
    CHECK(indexer::is_web_crawl("http://a.example/ 192.0.2.1 20140301000000 text/html 10\n"));
    for (const char* text : {"WARC is a format\n", "WARC/1.0 was the first version\n", "",
                             "See http://a.example/ for 192.0.2.1 of 2014 and 10\n"}) {
        CAPTURE(text);
        CHECK_FALSE(indexer::is_web_crawl(text));
    }
}
