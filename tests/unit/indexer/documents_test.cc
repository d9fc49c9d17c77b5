// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/documents/documents.h"

#include "indexer/readers/documents/rtf_text.h"
#include "indexer/readers/documents/zipped_parts.h"
#include "indexer/readers/file_bytes.h"
#include "indexer/readers/read_file.h"
#include "indexer/readers/unread_formats.h"
#include "tests/support/input_folder.h"
#include "tests/support/packed_files.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

using archive::ErrorCode;
using indexer::Record;

namespace {

const std::string contents =
    "<Types><Override ContentType=\"application/vnd.openxmlformats-officedocument."
    "wordprocessingml.document.main+xml\"/></Types>";

std::string word_file(const std::string& body) {
    return packed::box(
        {{"[Content_Types].xml", contents},
         {"word/document.xml", "<?xml version=\"1.0\"?><w:document xmlns:w=\"w\"><w:body>" + body
                                   + "</w:body></w:document>"}},
        "zip");
}

std::vector<Record> records_of(const indexer::Reader& reader, std::string file) {
    indexer::MemoryBytes bytes(std::move(file));
    std::vector<Record> records;
    reader.read(bytes, {"/news/a", "news"}, [&](Record record) {
        records.push_back(std::move(record));
        return true;
    });
    return records;
}

std::string text_of(const std::string& rtf) {
    return indexer::rtf_text("{\\rtf1\\ansi " + rtf + "}").text;
}

}  // namespace

TEST_CASE("characters of an RTF file are read in the code page of their font") {
    CHECK(text_of("caf\\'e9") == "caf\u00e9");
    CHECK(text_of("\\u8364?5") == "\u20ac5");
    CHECK(text_of("\\uc2\\u8364??5") == "\u20ac5");
    CHECK(text_of("\\uc0\\u8364 5") == "\u20ac5");
    CHECK(text_of("\\u-10179?\\u-8704?") == "\U0001f600");
    CHECK(text_of("{\\fonttbl{\\f1\\fcharset204 A;}}{\\f1\\'ea\\'ee\\'f4\\'e5}\\'e9")
          == "\u043a\u043e\u0444\u0435\u00e9");
    CHECK(text_of("a\\~b\\_c\\-d\\emdash e\\{f\\}\\\\") == "a\u00a0b\u2011cd\u2014e{f}\\");
}

TEST_CASE("what is no running text of an RTF file is left out") {
    CHECK(text_of("{\\*\\unknown a}{\\pict 0123}{\\header b}{\\stylesheet{\\s1 c;}}d") == "d");
    CHECK(text_of("{\\field{\\*\\fldinst HYPERLINK \"x\"}{\\fldrslt link}}") == "link");
    CHECK(text_of("a{\\v hidden}\\par b") == "a\nb");
    CHECK(text_of("a\\bin3 {{{b") == "ab");
}

TEST_CASE("an RTF file of a million levels or of none is read to its end") {
    std::string deep;
    for (int i = 0; i < 1'000'000; ++i) deep += '{';
    CHECK(indexer::rtf_text("{\\rtf1 a" + deep + "b").text == "ab");
    CHECK(indexer::rtf_text("{\\rtf1 a}}}}}}b").text == "a");
    CHECK(indexer::rtf_text("{\\rtf1 a\\").text == "a");
    CHECK(indexer::rtf_text("{\\rtf1 a\\'f").text == "af");
    CHECK(indexer::rtf_text("{\\rtf1 a\\bin999999999999 b").text == "a");
}

TEST_CASE("cells of an RTF table are parted by tabs and its rows by lines") {
    CHECK(text_of("\\trowd HD\\cell Goose\\cell\\row SN\\cell Gull\\cell\\row")
          == "HD\tGoose\t\nSN\tGull\t\n");
}

TEST_CASE("a Word file's paragraphs are lines, without what was deleted") {
    const auto records = records_of(
        indexer::WordReader(),
        word_file("<w:p><w:pPr><w:pStyle w:val=\"Title\"/></w:pPr><w:r><w:t>Goose "
                  "found</w:t></w:r></w:p><w:p><w:r><w:t>The goose is </w:t></w:r><w:del><w:r>"
                  "<w:t>not </w:t></w:r></w:del><w:r><w:t>back in the harbour, the office said."
                  "</w:t></w:r></w:p>"));
    REQUIRE(records.size() == 1);
    CHECK(records[0].article.title == "Goose found");
    CHECK(archive::body_text(records[0].article)
          == "The goose is back in the harbour, the office said.");
}

TEST_CASE("a Word file with entities of its own is read up to them") {
    const std::string bomb =
        "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b \"bbbb\">]><w:document xmlns:w=\"w\">"
        "<w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:document>";
    const auto records = records_of(
        indexer::WordReader(),
        packed::box({{"[Content_Types].xml", contents}, {"word/document.xml", bomb}}, "zip"));
    REQUIRE(records.size() == 1);
    CHECK(records[0].kind == Record::Kind::rejected);
}

TEST_CASE("a Word file that expands too far is rejected") {
    const auto records = records_of(indexer::WordReader(), word_file(std::string(30U << 20, ' ')));
    REQUIRE(records.size() == 1);
    CHECK(records[0].kind == Record::Kind::rejected);
    CHECK(records[0].error.code == ErrorCode::container_limit);
}

TEST_CASE("zipped documents are told apart by what they hold") {
    using indexer::ZippedKind;
    CHECK(indexer::zipped_kind(word_file("<w:p/>")) == ZippedKind::word);
    CHECK(indexer::zipped_kind(packed::box(
              {{"[Content_Types].xml", "<Types/>"}, {"xl/workbook.xml", "<a/>"}}, "zip"))
          == ZippedKind::other);
    CHECK(indexer::zipped_kind(packed::box({{"mimetype", "application/epub+zip"}}, "zip"))
          == ZippedKind::other);
    CHECK(indexer::zipped_kind(packed::box({{"a.txt", "a"}}, "zip")) == ZippedKind::none);
    CHECK(indexer::zipped_kind("PK\x03\x04") == ZippedKind::none);
}

TEST_CASE("a Word file inside a tar inside a gzip is read as a document") {
    const InputFolder folder;
    const std::string word =
        word_file("<w:p><w:r><w:t>The goose is back in the harbour.</w:t></w:r></w:p>");
    folder.put("a.tar.gz",
               packed::compressed(packed::box({{"letters/a.docx", word}}, "ustar"), "gzip"));
    static const indexer::Registry registry;
    indexer::InputFile file;
    file.path = file.real_path = folder / "a.tar.gz";
    std::vector<indexer::RecordOutcome> found;
    indexer::read_file(registry, file, {}, [&](indexer::RecordOutcome outcome) {
        found.push_back(std::move(outcome));
        return true;
    });
    REQUIRE(found.size() == 1);
    CHECK(found[0].path.ends_with("a.tar.gz!letters/a.docx"));
    CHECK(archive::body_text(found[0].record.article) == "The goose is back in the harbour.");
}
