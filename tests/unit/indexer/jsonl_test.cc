// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/jsonl.h"

#include "indexer/readers/file_bytes.h"
#include "indexer/readers/lines.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using indexer::JsonlReader;
using indexer::MemoryBytes;
using indexer::Record;

namespace {

std::vector<Record> records_of(std::string text, std::size_t at_most = 1000) {
    const JsonlReader reader(indexer::FieldNames::standard());
    MemoryBytes bytes(std::move(text));
    std::vector<Record> records;
    reader.read(bytes, {"/news/a.jsonl", "news"}, [&](Record record) {
        records.push_back(std::move(record));
        return records.size() < at_most;
    });
    return records;
}

std::string line(const std::string& title) {
    return R"({"title":")" + title + R"(","text":"Storms hit the coast of Selmark on Friday."})";
}

}  // namespace

TEST_CASE("a record's number is its line and blank lines count") {
    const auto records =
        records_of(line("one") + "\n\n \r\n" + line("two") + "\r\n" + line("three"));
    REQUIRE(records.size() == 3);
    CHECK(records[0].record == 1);
    CHECK(records[1].record == 4);
    CHECK(records[2].record == 5);
    CHECK(records[2].article.title == "three");
    CHECK(records[2].article.provenance.record == 5);
    CHECK(records[2].article.provenance.reader == "jsonl");
    CHECK(records[2].article.provenance.path == "/news/a.jsonl");
}

TEST_CASE("a damaged line costs that line and is named by its number") {
    const auto records =
        records_of(line("one") + "\n{\"id\":\n" + line("two")
                   + "\nnull\n[1,2]\n\"str\"\n12\n{}\n{\"title\":\n" + line("three"));
    std::vector<std::uint64_t> rejected;
    std::vector<std::string> titles;
    for (const auto& record : records) {
        if (record.kind == Record::Kind::rejected) rejected.push_back(record.record);
        if (record.kind == Record::Kind::article) titles.push_back(record.article.title);
    }
    CHECK(rejected == std::vector<std::uint64_t>{2, 4, 5, 6, 7, 8, 9});
    CHECK(titles == std::vector<std::string>{"one", "two", "three"});
    CHECK(records[3].error.message.find("null") != std::string::npos);
}

TEST_CASE("strings may hold what other programs take for line ends") {
    const auto records = records_of(line("one\xe2\x80\xa8two") + "\n" + line("x\xc2\x85y") + "\n");
    REQUIRE(records.size() == 2);
    CHECK(records[0].article.title == "one\xe2\x80\xa8two");
}

TEST_CASE("a byte-order mark before the first line does not count") {
    const auto records = records_of("\xef\xbb\xbf" + line("one") + "\n" + line("two"));
    REQUIRE(records.size() == 2);
    CHECK(records[0].article.title == "one");
}

TEST_CASE("a line above the limit is rejected and the next one read") {
    std::string text = R"({"title":"big","text":")";
    text.append(std::size_t{33} << 20U, 'x');
    text += "\"}\n" + line("after") + "\n";
    const auto records = records_of(std::move(text));
    REQUIRE(records.size() == 2);
    CHECK(records[0].kind == Record::Kind::rejected);
    CHECK(records[0].error.code == archive::ErrorCode::article_too_large);
    CHECK(records[0].record == 1);
    CHECK(records[1].article.title == "after");
    CHECK(records[1].record == 2);
}

TEST_CASE("reading stops when told") {
    CHECK(records_of(line("one") + "\n" + line("two") + "\n" + line("three"), 2).size() == 2);
}

TEST_CASE("lines in another encoding are decoded") {
    const auto records =
        records_of(line("Caf\xe9 fermé") + "\n" + line("caf\xe9 ouvert \xe0 midi"));
    REQUIRE(records.size() == 2);
    CHECK(records[1].article.title == "caf\u00e9 ouvert \u00e0 midi");
}

TEST_CASE("a file of one line is JSON and its wrapped articles are numbered by position") {
    const auto records =
        records_of(R"({"status":"ok","articles":[)" + line("one") + "," + line("two") + "]}\n\n");
    REQUIRE(records.size() == 2);
    CHECK(records[1].record == 2);
    CHECK(records[1].article.provenance.reader == "json");
}

TEST_CASE("lines are recognised by a second object or a long first line") {
    const JsonlReader reader(indexer::FieldNames::standard());
    const std::string big = R"({"title":"a","text":")" + std::string(4096, 'x');
    for (const std::string& head : {line("a") + "\n" + line("b"), "{\"id\":\n" + line("b"),
                                    "\n" + line("a") + "\r\n{ \"b\":1}", big.substr(0, 4096),
                                    "\xef\xbb\xbf" + line("a") + "\n" + line("b")}) {
        CAPTURE(head.substr(0, 60));
        CHECK(reader.recognises(head));
    }
    for (const std::string& head :
         {line("a"), line("a") + "\n", std::string("{\n  \"title\": \"a\"\n}\n{\n"),
          std::string("[{\"a\":1},\n{\"b\":2}]"), std::string("{\"a\": 1,\n \"b\": 2}"),
          std::string(""), std::string("text"),
          (R"({"status":"ok","articles":[{"title":")" + std::string(5000, 'x')).substr(0, 4096)}) {
        CAPTURE(head.substr(0, 60));
        CHECK_FALSE(reader.recognises(head));
    }
}

TEST_CASE("lines come whole from blocks of any size") {
    std::string text;
    for (int i = 0; i < 3000; ++i)
        text += std::string(static_cast<std::size_t>(i % 257), 'a') + "\n";
    text += "last";
    MemoryBytes bytes(text);
    indexer::Lines lines(bytes, 1000);
    std::string joined;
    std::uint64_t count = 0;
    while (const auto next = lines.next()) {
        joined += next->text;
        if (next->number <= 3000) joined += '\n';
        CHECK(next->number == ++count);
    }
    CHECK(count == 3001);
    CHECK(joined == text);
}
