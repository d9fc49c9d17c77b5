// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/wire.h"

#include "archive/base/limits.h"
#include "indexer/readers/file_bytes.h"
#include "indexer/readers/registry.h"
#include "indexer/readers/wire_text.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

using archive::ZoneKind;
using indexer::Record;

namespace {

std::vector<Record> records_of(std::string text) {
    const indexer::WireReader reader;
    indexer::MemoryBytes bytes(std::move(text));
    std::vector<Record> records;
    reader.read(bytes, {"/news/a.txt", "news"}, [&](Record record) {
        records.push_back(std::move(record));
        return true;
    });
    return records;
}

bool has_zone(const archive::Article& article, ZoneKind kind, const std::string& words) {
    return std::any_of(article.zones.begin(), article.zones.end(),
                       [&](const auto& zone) { return zone.kind == kind && zone.text == words; });
}

std::string kept(const archive::Article& article, const std::string& name) {
    for (const auto& [key, value] : article.other) {
        if (key == name) return value;
    }
    return {};
}

const std::string iptc =
    "\x01"
    "eca062 4 s 211 ccccb   dpa 061\r\n\nPorthaven-rowing/Final/\r\n\x02"
    "1ST LEAD\r\nPorthaven win the harbour race by a\nlength from Karsholm\r\n"
    "By Ann Lee, dpa =\r\n\n"
    "   Porthaven (dpa) - Porthaven's eight won the harbour race on\r\n"
    "Wednesday by a length, their first win since 1998.\r\n\n"
    "   Karsholm had led for most of the course and tired in the wind.\r\n"
    "# Notebook\n## Editorial contacts\n- Editing by: Bo Chu\n\ndpa al bc\r\n\x03"
    "131137 GMT Nov 13 \r\n\x7f\x7f\x04\r\n";

const std::string anpa =
    "\x16\x16\x01"
    "W2870\x1f"
    "asian\nf l\x13\x11 BC-NO--Porthaven-Rowing     11-13 0049\n"
    "\x02^BC-NO--Porthaven-Rowing,49<\n^Porthaven win the harbour race<\n^AP Photo XNP101<\n"
    "^Eds: With AP Photos.<\n^Porthaven's eight won by a length, their first win since 1998.<\n"
    "^By ANN LEE=\n^Associated Press=\n"
    "\t   PORTHAVEN (AP) _ Porthaven's eight won the harbour race on Wednesday by a length, their "
    "first win since 1998. \n \n"
    "\t   ``It felt like flying,'' said the stroke. \n\n\t   \x03"
    "AP-WF-11-14-13 0509GMT<\n\f\n\x04";

}  // namespace

TEST_CASE("an IPTC 7901 message is read with all it says") {
    CHECK(indexer::Registry().reader_for(iptc)->name() == "wire");
    const auto records = records_of(iptc);
    REQUIRE(records.size() == 1);
    const auto& article = records[0].article;
    CHECK(article.title == "Porthaven win the harbour race by a length from Karsholm");
    CHECK(article.byline == "By Ann Lee, dpa");
    CHECK(article.source == "dpa");
    CHECK(article.agency == std::vector<std::string>{"dpa"});
    CHECK(article.section == "Sports");
    CHECK(archive::edtf(article.published) == "2013-11-13");
    CHECK(article.published.minute_of_day == std::int16_t{11 * 60 + 37});
    CHECK(article.published.evidence == "131137 GMT Nov 13");
    CHECK(has_zone(article, ZoneKind::header, "1ST LEAD"));
    CHECK(has_zone(article, ZoneKind::credit, "dpa al bc"));
    CHECK(kept(article, "keyword") == "Porthaven-rowing/Final");
    CHECK(archive::body_text(article)
          == "Porthaven (dpa) - Porthaven's eight won the harbour race on Wednesday by a length, "
             "their first win since 1998.\nKarsholm had led for most of the course and tired in "
             "the wind.");
    CHECK_FALSE(article.quality.truncated);
}

TEST_CASE("an ANPA message is read with all it says") {
    CHECK(indexer::Registry().reader_for(anpa)->name() == "wire");
    const auto records = records_of(anpa);
    REQUIRE(records.size() == 1);
    const auto& article = records[0].article;
    CHECK(article.title == "Porthaven win the harbour race");
    CHECK(article.byline == "By ANN LEE, Associated Press");
    CHECK(article.source == "AP");
    CHECK(article.section == "Lifestyle");
    CHECK(archive::edtf(article.published) == "2013-11-14");
    CHECK(has_zone(article, ZoneKind::header, "AP Photo XNP101"));
    const std::string body = archive::body_text(article);
    CHECK(body.find("PORTHAVEN (AP) \u2014 Porthaven's eight") != std::string::npos);
    CHECK(body.find("\n\u201cIt felt like flying,\u201d said") != std::string::npos);
    CHECK(body.find_first_of("^<\t") == std::string::npos);
    CHECK(kept(article, "keyword") == "BC-NO--Porthaven-Rowing");
}

TEST_CASE("several messages in a file are several articles") {
    const auto records = records_of(iptc + "\n\n" + anpa + iptc);
    REQUIRE(records.size() == 3);
    CHECK(records[1].article.title == "Porthaven win the harbour race");
    CHECK(records[1].record == 2);
    CHECK(records[2].article.section == "Sports");
}

TEST_CASE("a date without a year is no date") {
    for (const char* trailer : {"131137 GMT Nov", "131137", "", "131137 GMT 13", "31 Nov 13"}) {
        CAPTURE(trailer);
        std::string text = iptc;
        const auto begin = text.find('\x03') + 1;
        text.replace(begin, text.find('\r', begin) - begin, trailer);
        CHECK_FALSE(records_of(text)[0].article.published.known());
    }
    std::string german = iptc;
    german.replace(german.find("GMT Nov"), 7, "MEZ Okt");
    CHECK(archive::edtf(records_of(german)[0].article.published) == "2013-10-13");
}

TEST_CASE("a message that ends too early is marked and one without text is rejected") {
    const auto cut = records_of(iptc.substr(0, iptc.find("tired")));
    REQUIRE(cut.size() == 1);
    CHECK(cut[0].article.quality.truncated);
    CHECK(cut[0].article.title.starts_with("Porthaven win"));
    const auto records = records_of("\x01 no text part\n\x04\x01" + iptc.substr(1));
    REQUIRE(records.size() == 2);
    CHECK(records[0].error.code == archive::ErrorCode::article_unreadable);
    CHECK(records[1].record == 2);
    CHECK(records[1].kind == Record::Kind::article);
}

TEST_CASE("a message above the limit is rejected and the next is read") {
    const std::string long_one =
        "\x01"
        "a 1 i\n\x02"
        + std::string(archive::limits::article_bytes + 200'000, 'x') + "\x03\x04";
    const auto records = records_of(long_one + iptc);
    REQUIRE(records.size() == 2);
    CHECK(records[0].error.code == archive::ErrorCode::article_too_large);
    CHECK(records[1].kind == Record::Kind::article);
}

TEST_CASE("what only holds the control characters is no message") {
    const indexer::WireReader reader;
    using namespace std::string_literals;
    for (const auto& head : {"\x01\x02\x03\x04"s, "text \x01 more\n\x02"s, "\x01\0\0\0\n\x02"s,
                             "plain text"s, ""s, "\x01 header without the rest\n"s}) {
        CHECK_FALSE(reader.recognises(head));
    }
}

TEST_CASE("paragraphs begin with indents and tables keep their lines") {
    CHECK(indexer::wire_paragraphs("One goes\non.\n    Two.\n\nThree\n is it.")
          == "One goes on.\n\nTwo.\n\nThree is it.");
    CHECK(indexer::wire_paragraphs("Prices:\nwheat    1.20\nrye      1.10\nThat was all.")
          == "Prices:\n\nwheat    1.20\nrye      1.10\n\nThat was all.");
    std::string text = "The end.\n Reuter\n";
    CHECK(indexer::take_closing(text) == "Reuter");
    CHECK(text == "The end.\n");
    CHECK(indexer::take_closing(text).empty());
}

TEST_CASE("a slug above the headline is the keyword, and the service may stand before the time") {
    const auto records = records_of(
        "\x01PRX0042 3 ECO 0210 AFP 0421\n\x02\nPorts-Norvege,prev\n Le quai nord ferme =\n   Par "
        "Anne "
        "PETIT =\n   BERGEN (AFP) - Le quai nord reste ferme.\n\x03\nAFP 090421 MAR 21\n");
    REQUIRE(records.size() == 1);
    CHECK(records[0].article.title == "Le quai nord ferme");
    CHECK(kept(records[0].article, "keyword") == "Ports-Norvege,prev");
    CHECK(archive::edtf(records[0].article.published) == "2021-03-09");
}

TEST_CASE("a head in front of the mark of the text is read too") {
    const auto records = records_of(
        "\x01"
        "CNA1234 4 pol  120  COA 0815\n\nQuay closed until spring =\nBy Ann Berg =\n\x02\n   "
        "BERGEN (COA) "
        "- The quay stays closed.\n\x03\n090815 GMT Mar 21\n");
    REQUIRE(records.size() == 1);
    CHECK(records[0].article.title == "Quay closed until spring");
    CHECK(records[0].article.byline == "By Ann Berg");
}

TEST_CASE("device controls before the marks of a line are none of its words") {
    const auto records = records_of(
        "\x01"
        "a1234\x1fuiv-\nr w \x14"
        "bc-Quay 03-09 0350\n\x02\x13"
        "BC-Quay Closed,320<\n\x14^Quay closed until spring<\n^By ANN BERG=\n\x11   BERGEN (AP) _ "
        "The "
        "quay stays closed.\n\x03"
        "AP-NY-03-09-21 0815EST<\n");
    REQUIRE(records.size() == 1);
    CHECK(records[0].article.title == "Quay closed until spring");
    CHECK(archive::body_text(records[0].article).find("BERGEN (AP)") == 0);
}
