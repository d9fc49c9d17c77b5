// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/pdf.h"

#include "indexer/readers/file_bytes.h"
#include "tests/support/pdf_text.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

using archive::ErrorCode;
using indexer::Record;
using pdf_text::document;
using pdf_text::Page;

namespace {

std::vector<Record> records_of(const std::string& bytes) {
    indexer::MemoryBytes file(bytes);
    std::vector<Record> records;
    indexer::PdfReader().read(file, {"/a/b.pdf", "a"}, [&](Record record) {
        records.push_back(std::move(record));
        return true;
    });
    return records;
}

void add_lines(Page& page, int left, int up, const std::vector<std::string>& lines) {
    for (const auto& line : lines) {
        page.push_back({left, up, 10, line});
        up -= 12;
    }
}

Page release() {
    Page page{{72, 780, 10, "Harbour Board"}, {72, 740, 20, "Ferry to run all winter"}};
    add_lines(page, 72, 700,
              {"The night ferry will run all winter for the first time, the har-",
               "bour board said. It leaves at eleven and at two."});
    add_lines(page, 72, 660, {"The fare stays at four crowns, the board said in 2016."});
    return page;
}

const std::vector<std::string> six_lines{
    "The motor of the town clock was taken out and",  "will not be replaced. From Monday the clock",
    "is wound by hand, as it was until the sixties.", "The task takes twenty minutes and is to be",
    "done every other day. Eleven people asked for",  "it, among them the man who took it out."};

}  // namespace

TEST_CASE("a PDF release is one article under its largest type") {
    const auto records = records_of(document({release()}, {{"Title", "Microsoft Word - a.doc"}}));
    REQUIRE(records.size() == 1);
    const auto& article = records[0].article;
    CHECK(article.title == "Ferry to run all winter");
    const std::string body = archive::body_text(article);
    CHECK(body.find("the harbour board said. It leaves") != std::string::npos);
    CHECK(std::count(body.begin(), body.end(), '\n') == 1);
    CHECK(article.provenance.reader == "pdf");
}

TEST_CASE("the title a PDF document states counts when it stands in the text") {
    CHECK(records_of(document({release()}, {{"Title", "Harbour Board"}}))[0].article.title
          == "Harbour Board");
    CHECK(records_of(document({release()}, {{"Title", "Template for letters"}}))[0].article.title
          == "Ferry to run all winter");
    Page plain;
    add_lines(plain, 72, 700, six_lines);
    CHECK(records_of(document({plain}, {{"Title", "The town clock"}}))[0].article.title
          == "The town clock");
}

TEST_CASE("the day a PDF file was made never is a stated day") {
    const auto with = [](const std::string& day) {
        return records_of(document({release()}, {{"CreationDate", "D:" + day}}))[0].article;
    };
    const auto agreeing = with("20160203101112Z").published;
    CHECK(agreeing.certainty == archive::Certainty::inferred);
    CHECK(archive::edtf(agreeing) == "2016-02-03~");
    CHECK_FALSE(with("20190203101112Z").published.known());
}

TEST_CASE("a newspaper's page is divided at its headlines, column by column") {
    Page page{{60, 800, 30, "The Oxmoor Herald"},
              {60, 780, 9, "Saturday, 4 May 1985"},
              {60, 740, 22, "Town clock wound by hand"}};
    add_lines(page, 60, 710, six_lines);
    add_lines(
        page, 320, 710,
        {"The council pays them in turns, a woman", "of the council said on Friday, and no more"});
    page.push_back({60, 580, 18, "Bees in the post office"});
    add_lines(page, 60, 555, six_lines);
    add_lines(
        page, 320, 555,
        {"The postmaster keeps sugar water by the", "scales, and says that it is for the bees."});
    const auto records = records_of(document({page}));
    REQUIRE(records.size() == 2);
    CHECK(records[0].article.title == "Town clock wound by hand");
    CHECK(records[1].article.title == "Bees in the post office");
    CHECK(archive::body_text(records[0].article).find("in turns") != std::string::npos);
    CHECK(archive::body_text(records[1].article).find("sugar") != std::string::npos);
    for (const auto& record : records) {
        CHECK(archive::edtf(record.article.published) == "1985-05-04");
    }
}

TEST_CASE("what stands on every page alike is furniture") {
    std::vector<Page> pages;
    for (int i = 1; i <= 4; ++i) {
        Page page{{72, 810, 9, "Report of the board"}, {300, 20, 9, std::to_string(i)}};
        add_lines(page, 72, 700,
                  {"Page " + std::string(static_cast<std::size_t>(i), 'x')
                   + " tells of the harbour and its ferries at some length."});
        pages.push_back(page);
    }
    const auto records = records_of(document(pages));
    REQUIRE(records.size() == 1);
    const auto& zones = records[0].article.zones;
    CHECK(archive::body_text(records[0].article).find("Report of") == std::string::npos);
    CHECK(std::count_if(
              zones.begin(), zones.end(),
              [](const archive::Zone& zone) { return zone.kind == archive::ZoneKind::furniture; })
          == 5);
}

TEST_CASE("PDF documents without text, damaged or cut are rejected with the reason") {
    const auto pictures = records_of(document({Page()}));
    REQUIRE(pictures.size() == 1);
    CHECK(pictures[0].error.code == ErrorCode::article_empty);
    CHECK(pictures[0].error.message.find("pictures only") != std::string::npos);
    const auto damaged = records_of("%PDF-1.4\nnothing of a document\n");
    REQUIRE(damaged.size() == 1);
    CHECK(damaged[0].kind == Record::Kind::rejected);
    CHECK(damaged[0].error.code == ErrorCode::article_unreadable);
}

TEST_CASE("a text about PDF is no PDF document") {
    CHECK(indexer::PdfReader().recognises("%PDF-1.7\n"));
    CHECK_FALSE(indexer::PdfReader().recognises("A file begins with %PDF-1.4, they say.\n"));
}
