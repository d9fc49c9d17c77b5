// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/sgml.h"

#include "archive/base/limits.h"
#include "indexer/readers/file_bytes.h"
#include "indexer/readers/registry.h"
#include "indexer/readers/sgml_elements.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

using archive::EntityType;
using archive::ZoneKind;
using indexer::Record;

namespace {

std::vector<Record> records_of(std::string text) {
    const indexer::SgmlReader reader;
    indexer::MemoryBytes bytes(std::move(text));
    std::vector<Record> records;
    reader.read(bytes, {"/news/a.sgm", "news"}, [&](Record record) {
        records.push_back(std::move(record));
        return true;
    });
    return records;
}

archive::Article only_article(const std::string& text) {
    auto records = records_of(text);
    REQUIRE(records.size() == 1);
    REQUIRE(records[0].kind == Record::Kind::article);
    return std::move(records[0].article);
}

bool has_zone(const archive::Article& article, ZoneKind kind, const std::string& words) {
    return std::any_of(article.zones.begin(), article.zones.end(),
                       [&](const auto& zone) { return zone.kind == kind && zone.text == words; });
}

const std::string reuters =
    "<REUTERS TOPICS=\"YES\" LEWISSPLIT=\"TRAIN\" OLDID=\"5544\" NEWID=\"17\">\n"
    "<DATE>26-FEB-1987 15:01:01.79&#5;&#5;&#5;RM</DATE>\n"
    "<TOPICS><D>cod</D><D>herring</D></TOPICS>\n<PLACES><D>norway</D></PLACES>\n"
    "<PEOPLE><D>venn</D></PEOPLE>\n<ORGS><D>ec</D></ORGS>\n<EXCHANGES></EXCHANGES>\n"
    "<UNKNOWN>\n&#22;&#22;&#1;f0704&#31;reute</UNKNOWN>\n"
    "<TEXT>&#2;\n<TITLE>PORTHAVEN FISH &lt;PHF> &amp; CO SEES\nCOD RECOVERING</TITLE>\n"
    "<AUTHOR>    By Ann Lee, Reuters</AUTHOR>\n"
    "<DATELINE>    PORTHAVEN, Feb 26 - </DATELINE><BODY>Porthaven Fish &lt;PHF> said it sees\n"
    "cod catches recovering this year, after the board cut quotas\nby a third.\n"
    "    The company said it would hire again in spring.\n Reuter\n&#3;</BODY></TEXT>\n"
    "</REUTERS>\n";

std::string doc(const std::string& inside) {
    return "<DOC>\n" + inside + "</DOC>\n";
}

constexpr const char* story =
    "<TEXT>\n   The council of Porthaven voted to repair the old bridge before\nwinter comes, at a "
    "cost of 4 million crowns.\n   Engineers said the work would take nine weeks.\n</TEXT>\n";

}  // namespace

TEST_CASE("a record of Reuters-21578 is read with all it says") {
    const std::string file = "<!DOCTYPE lewis SYSTEM \"lewis.dtd\">\n" + reuters;
    CHECK(indexer::Registry().reader_for(file)->name() == "sgml");
    const auto article = only_article(file);
    CHECK(article.external_id == "17");
    CHECK(article.title == "PORTHAVEN FISH <PHF> & CO SEES COD RECOVERING");
    CHECK(archive::edtf(article.published) == "1987-02-26");
    CHECK(article.source == "Reuters");
    CHECK(article.agency == std::vector<std::string>{"Reuters"});
    CHECK(article.byline == "By Ann Lee, Reuters");
    CHECK(article.tags == std::vector<std::string>{"cod", "herring"});
    const std::vector<archive::Entity> entities{{EntityType::person, "venn", 1},
                                                {EntityType::org, "ec", 1},
                                                {EntityType::place, "norway", 1}};
    CHECK(article.entities == entities);
    CHECK(archive::body_text(article)
          == "PORTHAVEN, Feb 26 - Porthaven Fish <PHF> said it sees cod catches recovering this "
             "year, after the board cut quotas by a third.\nThe company said it would hire again "
             "in spring.");
    CHECK(has_zone(article, ZoneKind::credit, "Reuter"));
}

TEST_CASE("a brief is a headline and what fills its place is furniture") {
    const auto article = only_article(
        "<REUTERS NEWID=\"2\"><DATE>27-FEB-1987 00:02:59.13</DATE><TEXT TYPE=\"BRIEF\">&#2;\n"
        "******<TITLE>COD PRICES ROSE 3 PCT IN LATEST WEEK\n</TITLE>Filler here.\n&#3;\n</TEXT>"
        "</REUTERS>");
    CHECK(article.title == "COD PRICES ROSE 3 PCT IN LATEST WEEK");
    CHECK(archive::body_text(article).empty());
    CHECK(has_zone(article, ZoneKind::furniture, "Filler here."));
}

TEST_CASE("an unformatted record keeps all of its text and an empty one is rejected") {
    const auto records = records_of(
        "<REUTERS NEWID=\"3\"><DATE>27-FEB-1987</DATE><TEXT TYPE=\"UNPROC\">&#2;\nCOD QUOTAS CUT "
        "BY A THIRD\n\n The board cut the quotas by a third, its chairman said on Friday.\n&#3;"
        "</TEXT></REUTERS>\n<REUTERS NEWID=\"4\"><TEXT>&#2;&#3;</TEXT></REUTERS>");
    REQUIRE(records.size() == 2);
    CHECK(archive::body_text(records[0].article).find("by a third") != std::string::npos);
    CHECK(records[1].error.code == archive::ErrorCode::article_empty);
    CHECK(records[1].record == 2);
}

TEST_CASE("the collections of TREC are read by their tags") {
    SUBCASE("AP dates by document number") {
        const auto article = only_article(doc(
            "<DOCNO> AP880212-0001 </DOCNO>\n<FILEID>AP-NR-02-12-88 2344EST</FILEID>\n"
            "<HEAD>Bridge to Close</HEAD>\n<HEAD>With Photos</HEAD>\n<BYLINE>By ANN LEE</BYLINE>\n"
            "<DATELINE>PORTHAVEN (AP) </DATELINE>\n"
            + std::string(story)));
        CHECK(article.external_id == "AP880212-0001");
        CHECK(article.title == "Bridge to Close");
        CHECK(has_zone(article, ZoneKind::headline, "With Photos"));
        CHECK(archive::edtf(article.published) == "1988-02-12");
        CHECK(article.published.evidence == "AP880212-0001");
        CHECK(article.source == "AP");
        CHECK(article.byline == "By ANN LEE");
        CHECK(archive::body_text(article).find("before winter comes") != std::string::npos);
    }
    SUBCASE("the Wall Street Journal has HL, DD, SO and LP") {
        const auto article = only_article(doc(
            "<DOCNO> WSJ870324-0001 </DOCNO>\n<HL> Bridge Is Near Accord</HL>\n<DD> "
            "03/04/87</DD>\n<SO> WALL STREET JOURNAL (J)</SO>\n<LP> The lead says it all.\n</LP>\n"
            + std::string(story)));
        CHECK(archive::edtf(article.published) == "1987-03-04");
        CHECK(article.source == "The Wall Street Journal");
        const auto body = archive::body_text(article);
        CHECK(body.starts_with("The lead says it all."));
        CHECK(body.find("nine weeks") != std::string::npos);
    }
    SUBCASE("the Financial Times stamps its headlines") {
        const auto article =
            only_article(doc("<DOCNO>FT911-3</DOCNO>\n<DATE>910514\n</DATE>\n"
                             "<HEADLINE>\nFT  14 MAY 91 / World News: Bridge "
                             "plans\n</HEADLINE>\n"
                             + std::string(story) + "<PUB>The Financial Times\n</PUB>\n"));
        CHECK(article.title == "World News: Bridge plans");
        CHECK(has_zone(article, ZoneKind::header, "FT 14 MAY 91"));
        CHECK(archive::edtf(article.published) == "1991-05-14");
        CHECK(article.published.evidence == "910514");
    }
    SUBCASE("the Los Angeles Times has paragraphs in its fields") {
        const auto article = only_article(doc(
            "<DOCNO> LA010289-0001 </DOCNO>\n<DATE>\n<P>\nJanuary 2, 1989, Monday, Home "
            "Edition \n</P>\n</DATE>\n<SECTION>\n<P>\nMetro; Page 1 \n</P>\n</SECTION>\n"
            "<HEADLINE>\n<P>\nBRIDGE TO CLOSE \n</P>\n</HEADLINE>\n<TEXT>\n<P>\nThe council "
            "voted to repair the bridge. \n</P>\n<P>\nIt will take nine weeks. \n</P>\n</TEXT>\n"
            "<GRAPHIC>\n<P>\nPhoto, The bridge \n</P>\n</GRAPHIC>\n"));
        CHECK(article.title == "BRIDGE TO CLOSE");
        CHECK(article.section == "Metro; Page 1");
        CHECK(archive::edtf(article.published) == "1989-01-02");
        CHECK(has_zone(article, ZoneKind::caption, "Photo, The bridge"));
        CHECK(archive::body_text(article)
              == "The council voted to repair the bridge.\nIt will take nine weeks.");
    }
    SUBCASE("the San Jose Mercury News and FBIS") {
        CHECK(archive::edtf(only_article(doc("<DOCNO> SJMN91-06365001 </DOCNO>\n<HEADLINE> A "
                                             "</HEADLINE><PUBDATE>  911231 </PUBDATE>\n"
                                             + std::string(story)))
                                .published)
              == "1991-12-31");
        const auto article = only_article(
            doc("<DOCNO> FBIS3-1 </DOCNO>\n<HEADER>\n<DATE1>  14 March 1994 </DATE1>\n<H3> <TI>"
                "Bridge&hyph;Building &AMP; More</TI></H3>\n</HEADER>\n"
                + std::string(story)));
        CHECK(article.title == "Bridge-Building & More");
        CHECK(archive::edtf(article.published) == "1994-03-14");
    }
    SUBCASE("numbers in an attribute date as well") {
        const std::string file =
            "<DOC id=\"XIN_ENG_20021001.0001\" type=\"story\" >\n<HEADLINE>\nA\n"
            "</HEADLINE>\n"
            + std::string(story) + "</DOC>";
        CHECK(indexer::SgmlReader().recognises(file));
        const auto article = only_article(file);
        CHECK(archive::edtf(article.published) == "2002-10-01");
        CHECK(article.agency == std::vector<std::string>{"Xinhua"});
    }
}

TEST_CASE("a record without its end tag is kept and marked") {
    const std::string open = reuters.substr(0, reuters.find("    The company"));
    const auto records = records_of(open + reuters + open);
    REQUIRE(records.size() == 3);
    CHECK(records[0].article.quality.truncated);
    CHECK(records[0].article.title.starts_with("PORTHAVEN FISH"));
    CHECK_FALSE(records[1].article.quality.truncated);
    CHECK(records[2].article.quality.truncated);
}

TEST_CASE("records do not depend on where blocks of the file end") {
    std::string text;
    while (text.size() < 700'000) text += reuters;
    for (const auto& record : records_of(text)) {
        REQUIRE(record.kind == Record::Kind::article);
        CHECK(record.article.title.size() == 45);
    }
}

TEST_CASE("a record above the limit is rejected and the next is read") {
    const auto records = records_of("<REUTERS NEWID=\"1\">"
                                    + std::string(archive::limits::article_bytes + 600'000, 'x')
                                    + "</REUTERS>" + reuters);
    REQUIRE(records.size() == 2);
    CHECK(records[0].error.code == archive::ErrorCode::article_too_large);
    CHECK(records[1].article.external_id == "17");
}

TEST_CASE("elements are found where tags are missing or crossed") {
    const auto elements = indexer::sgml_elements("<A x=1><B>one<C>two</A>rest</B><d>three");
    REQUIRE(elements.size() == 4);
    CHECK(elements[0].inside == "<B>one<C>two");
    CHECK(elements[1].inside == "one<C>two");
    CHECK(elements[2].inside == "two");
    CHECK(elements[3].name == "D");
    CHECK(elements[3].inside == "three");
    CHECK(indexer::sgml_attribute(elements[0].attributes, "X") == "1");
    CHECK(indexer::sgml_text("a < b &lt;SRD> &amp;&#3; c") == "a < b <SRD> & c");
    std::string deep;
    for (int i = 0; i < 100'000; ++i) deep += "<A>";
    CHECK(indexer::sgml_elements(deep).size() <= 10'000);
}

TEST_CASE("what only begins like a collection is none") {
    const indexer::SgmlReader reader;
    for (const char* head : {"<doc><title>x</title></doc>", "<reuters>", "<document>", "<html>", "",
                             "<!DOCTYPE", "text <DOC>"}) {
        CAPTURE(head);
        CHECK_FALSE(reader.recognises(head));
    }
}
