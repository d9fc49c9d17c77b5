// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/warc.h"

#include "indexer/readers/file_bytes.h"
#include "indexer/readers/read_file.h"
#include "indexer/readers/registry.h"
#include "tests/support/crawl_text.h"
#include "tests/support/input_folder.h"
#include "tests/support/packed_files.h"

#include <doctest/doctest.h>
#include <zlib.h>

#include <string>
#include <vector>

using namespace crawl_text;
using archive::ErrorCode;
using indexer::Record;

namespace {

std::vector<Record> read_crawl(const std::string& crawl) {
    static const indexer::Registry registry;
    indexer::MemoryBytes bytes(crawl);
    std::vector<Record> records;
    indexer::WarcReader(registry).read(bytes, {"/news/a.warc", "news"}, [&](Record record) {
        records.push_back(std::move(record));
        return true;
    });
    return records;
}

/// The only article of a crawl of one record.
archive::Article only(const std::string& crawl) {
    const auto records = read_crawl(crawl);
    REQUIRE(records.size() == 1);
    REQUIRE(records[0].kind == Record::Kind::article);
    return records[0].article;
}

std::string chunked(const std::string& body) {
    std::string text;
    for (std::size_t at = 0; at < body.size(); at += 16) {
        const std::string part = body.substr(at, 16);
        text += (part.size() == 16 ? "10" : std::string(1, "0123456789abcdef"[part.size()]))
                + "\r\n" + part + "\r\n";
    }
    return text + "0\r\n\r\n";
}

std::string deflated(const std::string& text, int window) {
    z_stream stream{};
    REQUIRE(deflateInit2(&stream, 6, Z_DEFLATED, window, 8, Z_DEFAULT_STRATEGY) == Z_OK);
    std::string out(text.size() + 100, '\0');
    std::string in = text;
    stream.next_in = reinterpret_cast<Bytef*>(in.data());
    stream.avail_in = static_cast<uInt>(in.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    REQUIRE(deflate(&stream, Z_FINISH) == Z_STREAM_END);
    out.resize(stream.total_out);
    deflateEnd(&stream);
    return out;
}

const std::string address = "http://gull.example/tide";

}  // namespace

TEST_CASE("an article of a crawl has its record's number and address") {
    const auto records = read_crawl(record("warcinfo", "", "x", "application/warc-fields")
                                    + record("request", address, "GET / HTTP/1.1\r\n\r\n")
                                    + record("response", address, http(page("Tide is late"))));
    REQUIRE(records.size() == 3);
    CHECK(records[0].kind == Record::Kind::skipped);
    CHECK(records[1].kind == Record::Kind::skipped);
    CHECK(records[2].record == 3);
    const auto& article = records[2].article;
    CHECK(article.title == "Tide is late");
    CHECK(article.url == address);
    CHECK(article.source == "gull.example");
    CHECK(article.provenance.record == 3);
    CHECK(article.provenance.path == "/news/a.warc");
}

TEST_CASE("pages are read however they were sent") {
    const std::string body = page("Tide is late");
    constexpr int zlib_window = 15, gzip_window = 31, raw_window = -15;
    const std::vector<std::string> answers{
        http(body),
        http(chunked(body), "Transfer-Encoding: chunked\r\n"),
        http(body, "Transfer-Encoding: chunked\r\n"),
        http(deflated(body, gzip_window), "Content-Encoding: gzip\r\n"),
        http(deflated(body, gzip_window)),
        http(deflated(body, zlib_window), "Content-Encoding: deflate\r\n"),
        http(deflated(body, raw_window), "Content-Encoding: deflate\r\n"),
        http(packed::compressed(body, "zstd"), "Content-Encoding: zstd\r\n"),
        http(body, "Content-Encoding: gzip\r\n"),
        http(body, "Content-Encoding: br\r\n"),
        http(chunked(deflated(body, gzip_window)),
             "Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n"),
    };
    for (std::size_t i = 0; i < answers.size(); ++i) {
        CAPTURE(i);
        const auto article = only(record("response", address, answers[i]));
        CHECK(article.title == "Tide is late");
        CHECK_FALSE(article.quality.truncated);
    }
}

TEST_CASE("a page whose compression breaks off is kept as far as it goes") {
    std::string body = page("Tide is late");
    for (int i = 0; i < 2000; ++i) body += "<p>Line " + std::to_string(i * 7919 % 10007) + "</p>";
    const std::string packed = deflated(body, 31);
    const auto article =
        only(record("response", address,
                    http(packed.substr(0, packed.size() * 2 / 3), "Content-Encoding: gzip\r\n")));
    CHECK(article.title == "Tide is late");
    CHECK(article.quality.truncated);
}

TEST_CASE("a page that expands out of all proportion is rejected") {
    const std::string packed = deflated("<p>" + std::string(8U << 20, ' '), 31);
    const auto records =
        read_crawl(record("response", address, http(packed, "Content-Encoding: gzip\r\n")));
    REQUIRE(records.size() == 1);
    CHECK(records[0].kind == Record::Kind::rejected);
    CHECK(records[0].error.code == ErrorCode::container_limit);
}

TEST_CASE("the charset the server declares is believed before detection") {
    const auto article = only(
        record("response", address,
               http(page("\xcf\xf0\xe8\xeb\xe8\xe2"), {}, "text/html; charset=\"Windows-1251\"")));
    CHECK(article.title == "Прилив");
}

TEST_CASE("a day after the crawl is none on which a page appeared") {
    const auto dated = [](const std::string& day) {
        return only(record(
            "response", address,
            http(page("Tide", "<meta property=article:published_time content=" + day + ">"))));
    };
    CHECK(archive::edtf(dated("2019-04-03").published) == "2019-04-03");
    CHECK(archive::edtf(dated("2019-04-05").published) == "2019-04-05");
    CHECK_FALSE(dated("2019-04-06").published.known());
    const auto second =
        only(record("response", address,
                    http(page("Tide",
                              "<meta property=article:published_time content=2031-01-01>"
                              "<meta name=pubdate content=2019-04-01>"))));
    CHECK(archive::edtf(second.published) == "2019-04-01");
}

TEST_CASE("answers that carry no article are skipped and say why") {
    const std::vector<std::string> blocks{
        http("<p>No such page.</p>", {}, "text/html", "404 Not Found"),
        http(page("Moved"), "Location: /x\r\n", "text/html", "301 Moved"),
        http("\xff\xd8\xff", {}, "image/jpeg"),
        http("User-agent: *", {}, "text/plain"),
        http(R"({"count": 3, "next": null})", {}, "application/json"),
        http(R"([{"title": "Menu"}])", {}, "application/json"),
        http("[1, 2", {}, "application/json"),
        http("<html><script>x</script></html>"),
        http(""),
    };
    for (const auto& block : blocks) {
        CAPTURE(block);
        const auto records = read_crawl(record("response", address, block));
        REQUIRE(records.size() == 1);
        CHECK(records[0].kind == Record::Kind::skipped);
        CHECK_FALSE(records[0].note.empty());
    }
}

TEST_CASE("several articles of one answer keep apart") {
    const auto records = read_crawl(record(
        "response", "http://gull.example/api",
        http(R"([{"title": "One", "body": "First text."}, {"title": "Two", "body": "Second."}])",
             {}, "application/json")));
    REQUIRE(records.size() == 2);
    CHECK(records[0].record == 1);
    CHECK(records[1].record == 1);
    CHECK(records[0].article.external_id == "http://gull.example/api#1");
    CHECK(records[1].article.external_id == "http://gull.example/api#2");
    CHECK(records[0].article.source == "gull.example");
}

TEST_CASE("resources and conversions carry pages without a server's words") {
    CHECK(only(record("resource", address, page("Tide is late"), "text/html")).title
          == "Tide is late");
    CHECK(only(record("conversion", address,
                      "Tide is late\n\nThe harbour office said on Friday that it would be so.\n",
                      "text/plain"))
              .title
          == "Tide is late");
}

TEST_CASE("a page that calls the front page its address keeps its own") {
    const auto article =
        only(record("response", address,
                    http(page("Tide", "<link rel=canonical href=\"http://gull.example/\">"))));
    CHECK(article.url == address);
}

TEST_CASE("a page without a title has the one of the list beside its crawl") {
    const InputFolder folder;
    const std::string bare =
        "<html><body><p>The pump in the market square gave water again on "
        "Thursday, and a queue formed at once.</p></body></html>";
    folder.put(
        "a.wacz",
        packed::box({{"archive/a.warc", record("response", address, http(bare))},
                     {"pages/pages.jsonl", "{\"format\": \"json-pages-1.0\"}\n{\"url\": \""
                                               + address + "\", \"title\": \"Pump runs\"}\n"}},
                    "zip"));
    static const indexer::Registry registry;
    indexer::InputFile file;
    file.path = file.real_path = folder / "a.wacz";
    std::vector<Record> records;
    indexer::read_file(registry, file, {}, [&](indexer::RecordOutcome outcome) {
        records.push_back(std::move(outcome.record));
        return true;
    });
    REQUIRE(records.size() == 2);
    CHECK(records[0].article.title == "Pump runs");
    CHECK(records[1].kind == Record::Kind::skipped);
}

TEST_CASE("a damaged record is read as far as it goes and reported") {
    std::string cut = record("response", address, http(page("Tide is late")));
    cut.resize(cut.size() - 30);
    const auto records = read_crawl(cut);
    REQUIRE(records.size() == 2);
    CHECK(records[0].article.title == "Tide is late");
    CHECK(records[0].article.quality.truncated);
    CHECK(records[1].kind == Record::Kind::rejected);
    CHECK(records[1].record == 1);
}
