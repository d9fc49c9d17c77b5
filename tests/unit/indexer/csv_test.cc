// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/csv.h"

#include "archive/base/limits.h"
#include "indexer/readers/file_bytes.h"
#include "indexer/readers/table_head.h"
#include "indexer/readers/table_rows.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

using indexer::FieldNames;
using indexer::Record;

namespace {

using Cells = std::vector<std::string>;

std::vector<Cells> rows_of(std::string text, indexer::TableForm form = {}) {
    indexer::MemoryBytes bytes(std::move(text));
    indexer::TableRows rows(bytes, form);
    std::vector<Cells> all;
    while (auto row = rows.next()) all.push_back(row->cells);
    return all;
}

std::vector<Record> records_of(std::string text) {
    const indexer::CsvReader reader(FieldNames::standard());
    indexer::MemoryBytes bytes(std::move(text));
    std::vector<Record> records;
    reader.read(bytes, {"/news/a.csv", "news"}, [&](Record record) {
        records.push_back(std::move(record));
        return true;
    });
    return records;
}

bool recognised(std::string_view head) {
    return indexer::CsvReader(FieldNames::standard()).recognises(head);
}

bool is_article(const Record& record) {
    return record.kind == Record::Kind::article;
}

}  // namespace

TEST_CASE("cells are read as RFC 4180 writes them") {
    CHECK(rows_of("a,b\r\n1,2\r\n") == std::vector<Cells>{{"a", "b"}, {"1", "2"}});
    CHECK(rows_of("a,\"b\n\n\"\"c\"\", d\"\n,\n")
          == std::vector<Cells>{{"a", "b\n\n\"c\", d"}, {"", ""}});
    CHECK(rows_of("a") == std::vector<Cells>{{"a"}});
    CHECK(rows_of("\"\"") == std::vector<Cells>{{""}});
    CHECK(rows_of("").empty());
    CHECK(rows_of("a\rb\r") == std::vector<Cells>{{"a"}, {"b"}});
    CHECK(rows_of("\xef\xbb\xbf"
                  "a;b\n",
                  {';', false})
          == std::vector<Cells>{{"a", "b"}});
}

TEST_CASE("cells that break the rules are read as they are meant") {
    CHECK(rows_of("5\" pipe,b\n") == std::vector<Cells>{{"5\" pipe", "b"}});
    CHECK(rows_of("\"he said \"no\" twice\",b\n")
          == std::vector<Cells>{{"he said \"no\" twice", "b"}});
    CHECK(rows_of("\"a\", \"b, c\" ,d\n") == std::vector<Cells>{{"a", "b, c", "d"}});
    CHECK(rows_of("\"a \\\"b\\\", c\",d\n", {',', true})
          == std::vector<Cells>{{"a \"b\", c", "d"}});
    CHECK(rows_of("\"C:\\\",d\n") == std::vector<Cells>{{"C:\\", "d"}});
}

TEST_CASE("rows do not depend on where blocks of the file end") {
    std::string text;
    std::vector<Cells> wanted;
    for (int i = 0; i < 9'000; ++i) {
        const std::string number = std::to_string(i);
        text += "\"" + number + " \"\"q\"\" \r\n\", plain ,\"x\" \r\n";
        wanted.push_back({number + " \"q\" \r\n", " plain ", "x"});
    }
    CHECK(rows_of(text) == wanted);
}

TEST_CASE("a quote that is never closed costs its line") {
    const auto records = records_of(
        "title,text\nOne,\"Text of one\"\nTwo,\"Text of two\nThree,Text of three\nFour,Text of "
        "four\n");
    REQUIRE(records.size() == 4);
    CHECK(is_article(records[0]));
    CHECK(records[1].kind == Record::Kind::rejected);
    CHECK(records[1].record == 2);
    CHECK(records[2].article.title == "Three");
    CHECK(records[3].article.title == "Four");
    CHECK(records[3].record == 4);
}

TEST_CASE("a file of open quotes is not read again and again") {
    std::string text = "title,text\n";
    for (int i = 0; i < 100'000; ++i) text += "A,\"B\"c\n";
    long rejected = 0;
    const auto records = records_of(text);
    for (const auto& record : records) rejected += is_article(record) ? 0 : 1;
    CHECK(records.size() == 100'000);
    CHECK(rejected == 8);
}

TEST_CASE("a row with too many or too few cells is rejected by its number") {
    const auto records = records_of(
        "title,text,date\nOne,Text of one,2014-01-02\nTwo,Text, of two,2014-01-03\n\nThree,Text of "
        "three\nFour,Text of four,2014-01-05,,\n");
    REQUIRE(records.size() == 4);
    CHECK(is_article(records[0]));
    CHECK(records[1].error.code == archive::ErrorCode::article_unreadable);
    CHECK(records[1].error.message == "a row of 4 cells under 3 columns");
    CHECK(records[2].record == 3);
    CHECK_FALSE(is_article(records[2]));
    CHECK(records[3].article.title == "Four");
    CHECK(archive::edtf(records[3].article.published) == "2014-01-05");
}

TEST_CASE("columns reach the article by the names of fields") {
    const auto records = records_of(
        ",headline,article,published,publication,author,section,link,tags,views\n"
        "0,Bridge to close,The bridge will close for nine weeks from Monday.,2019-03-14,The "
        "Courier,\"['Ann Lee', \"\"Bo O'Chu\"\"]\",Local,https://courier.example/b,\"a, b\",17\n"
        "1,Second,NaN,nan,None,NULL,\\N,,,\n");
    REQUIRE(records.size() == 2);
    const auto& article = records[0].article;
    CHECK(article.title == "Bridge to close");
    CHECK(archive::edtf(article.published) == "2019-03-14");
    CHECK(article.source == "The Courier");
    CHECK(article.authors == Cells{"Ann Lee", "Bo O'Chu"});
    CHECK(article.section == "Local");
    CHECK(article.url == "https://courier.example/b");
    CHECK(article.tags == Cells{"a", "b"});
    CHECK(article.provenance.reader == "csv");
    CHECK(article.other
          == std::vector<std::pair<std::string, std::string>>{{"column 1", "0"}, {"views", "17"}});
    CHECK(records[1].article.title == "Second");
    CHECK(records[1].article.source.empty());
    CHECK_FALSE(records[1].article.published.known());
}

TEST_CASE("an address without its scheme is one, and a path is none") {
    const auto records =
        records_of("title,url\nA,courier.example/a?b=1\nB,/2014/b.html\nC,b.html\nD,see me/you\n");
    REQUIRE(records.size() == 4);
    CHECK(records[0].article.url == "http://courier.example/a?b=1");
    CHECK(records[0].article.source == "courier.example");
    for (std::size_t i = 1; i < 4; ++i) CHECK(records[i].article.url.empty());
}

TEST_CASE("the divider is the one that knows most columns") {
    for (const char divider : {',', ';', '\t', '|'}) {
        CAPTURE(divider);
        std::string text =
            "\xef\xbb\xbftitle*text*date\r\nOne*\"Text, of; one | and\tmore\"*2014-01-02\r\n";
        std::replace(text.begin(), text.end(), '*', divider);
        CHECK(recognised(text));
        const auto records = records_of(text);
        REQUIRE(records.size() == 1);
        CHECK(archive::edtf(records[0].article.published) == "2014-01-02");
    }
    CHECK(records_of("sep=;\ntitle;text\nOne;Text\n").size() == 1);
}

TEST_CASE("a table in windows-1252 is decoded by row") {
    const auto records = records_of(
        "titre;texte\nCaf\xe9 ferm\xe9;Le caf\xe9 de la gare a ferm\xe9 ses portes apr\xe8s une "
        "journ\xe9"
        "e agit\xe9"
        "e.\nR\xc3\xa9ouverture;D\xc3\xa9j\xc3\xa0 rouvert.\n");
    REQUIRE(records.size() == 2);
    CHECK(records[0].article.title == "Caf\u00e9 ferm\u00e9");
    CHECK(records[1].article.title == "R\u00e9ouverture");
}

TEST_CASE("what only looks like a table is none") {
    for (const char* head :
         {"Porthaven, Karsholm, Selmark\nThree towns, one ferry\n", "id,name,score\n1,a,2\n",
          "Title, a story\nSaid the ferryman\n", "title\nOne\nTwo\n", "date,place\n1,2\n", "",
          "The title, text and date\nof the bill are known, he said.\n", "title,text\n"}) {
        CAPTURE(head);
        CHECK_FALSE(recognised(head));
    }
    CHECK(recognised("label,text\n1,One\n0,\"Two, three\"\n"));
    CHECK(recognised("publish_date,headline_text\n20030219,council votes\n"));
    CHECK(recognised("id,news_url,title\n1,example.org/a,A\n"));
}

TEST_CASE("a cell of ten million bytes is read and a row above the limit is rejected") {
    const std::string cell(10'000'000, 'x');
    CHECK(is_article(records_of("title,text\nA,\"" + cell + "\"\n")[0]));
    const std::string line(archive::limits::json_line_bytes + 1'000'000, 'x');
    const auto records = records_of("title,text\nA," + line + "\nB,after\n");
    REQUIRE(records.size() == 2);
    CHECK(records[0].error.code == archive::ErrorCode::article_too_large);
    CHECK(records[1].article.title == "B");
}

TEST_CASE("a row of millions of empty cells takes little memory") {
    const auto records = records_of("title,text\n" + std::string(5'000'000, ',') + "\nA,B\n");
    REQUIRE(records.size() == 2);
    CHECK_FALSE(is_article(records[0]));
    CHECK(is_article(records[1]));
}
