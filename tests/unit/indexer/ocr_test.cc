// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/ocr.h"

#include "indexer/readers/file_bytes.h"
#include "indexer/readers/html.h"
#include "indexer/readers/registry.h"
#include "indexer/readers/tei.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

using indexer::Record;

namespace {

std::vector<Record> records_of(const indexer::Reader& reader, const std::string& text) {
    indexer::MemoryBytes bytes(text);
    std::vector<Record> records;
    reader.read(bytes, {"/a/b.xml", "a"}, [&](Record record) {
        records.push_back(std::move(record));
        return true;
    });
    return records;
}

std::string body(const Record& record) {
    return archive::body_text(record.article);
}

}  // namespace

TEST_CASE("words that ALTO says were cut are whole, and margins are no text") {
    const auto records = records_of(indexer::AltoReader(), R"(<alto:alto xmlns:alto="x">
<alto:Layout><alto:Page><alto:TopMargin><alto:TextBlock><alto:TextLine><alto:String CONTENT="Page"/>
</alto:TextLine></alto:TextBlock></alto:TopMargin><alto:PrintSpace><alto:ComposedBlock><alto:TextBlock language="de">
<alto:TextLine><alto:String CONTENT="Der"/><alto:String CONTENT="Ha" SUBS_TYPE="HypPart1" SUBS_CONTENT="Hafen"/><alto:HYP CONTENT="-"/></alto:TextLine>
<alto:TextLine><alto:String CONTENT="fen" SUBS_TYPE="HypPart2" SUBS_CONTENT="Hafen"/><alto:String CONTENT="schl&#228;ft"/></alto:TextLine>
<alto:TextLine><alto:String CONTENT="im"/><alto:String CONTENT="Ne"/><alto:HYP/></alto:TextLine></alto:TextBlock>
</alto:ComposedBlock></alto:PrintSpace></alto:Page></alto:Layout></alto:alto>)");
    REQUIRE(records.size() == 1);
    CHECK(body(records[0]) == "Der Hafen schläft im Ne");
    CHECK(records[0].article.zones[0].kind == archive::ZoneKind::furniture);
    CHECK(records[0].article.language == "de");
}

TEST_CASE("regions of PAGE come in the order of reading") {
    const auto records = records_of(
        indexer::PageXmlReader(),
        R"(<PcGts><Page><ReadingOrder><OrderedGroup><RegionRefIndexed regionRef="b"/><RegionRefIndexed regionRef="a"/></OrderedGroup></ReadingOrder>
<TextRegion id="a"><TextLine><TextEquiv conf="0.5"><Unicode>second words</Unicode></TextEquiv></TextLine></TextRegion>
<TextRegion id="b" custom="structure {type:heading;}"><TextEquiv><Unicode>First of all</Unicode></TextEquiv></TextRegion>
</Page></PcGts>)");
    REQUIRE(records.size() == 1);
    CHECK(records[0].article.title == "First of all");
    CHECK(body(records[0]) == "second words");
    REQUIRE(records[0].article.quality.ocr);
    CHECK(*records[0].article.quality.ocr == doctest::Approx(0.5));
}

TEST_CASE("pages of hOCR are read by their lines and not as a page of the web") {
    const std::string text =
        "<!DOCTYPE html><html><head><meta name='ocr-system' content='x'></head><body>"
        "<div class='ocr_page'><p class='ocr_par'><span class='ocr_line'>"
        "<span class='ocrx_word' title='x_wconf 80'>Late</span> <span class='ocrx_word'>fer-</span>"
        "</span><span class='ocr_line'><span class='ocrx_word'>ries</span></span></p></div>"
        "<div class='ocr_page'><span class='ocr_line'>Page two</span></div></body></html>";
    CHECK(indexer::HocrReader().recognises(text));
    CHECK_FALSE(indexer::HocrReader().recognises("<html><p>ocr</p></html>"));
    static const indexer::Registry registry;
    CHECK(registry.reader_for(text)->name() == "hocr");
    const auto records = records_of(indexer::HocrReader(), text);
    REQUIRE(records.size() >= 2);
    CHECK(body(records[0]) == "Late ferries");
    CHECK(body(records[1]) == "Page two");
    CHECK(records[1].record == 2);
}

TEST_CASE("a damaged page keeps what comes before the damage") {
    const auto records = records_of(
        indexer::AltoReader(),
        "<alto><Layout><Page><PrintSpace><TextBlock><TextLine><String CONTENT=\"Half\"/><Str");
    REQUIRE(records.size() == 2);
    CHECK(body(records[0]) == "Half");
    CHECK(records[0].article.quality.truncated);
    CHECK(records[1].kind == Record::Kind::rejected);
}

TEST_CASE("divisions of TEI that are articles come one by one with their section and day") {
    const auto records = records_of(indexer::TeiReader(), R"(<TEI><teiHeader><fileDesc>
<titleStmt><title>No. 8</title></titleStmt><sourceDesc><bibl><title level="j">The Packet</title><date when="1849-05-12"/></bibl></sourceDesc>
</fileDesc></teiHeader><text><body><div type="section"><head>Shipping</head>
<div type="article"><head>Brig lost</head><byline>By Bo Chu</byline><p>The brig <choice><sic>si</sic><corr>is</corr></choice> lo<lb break="no"/>st on 3 June 1850.</p></div></div>
<div type="article"><head>Comet</head><dateline><date when="1849-05-10">x</date></dateline><p>Seen again.</p></div></body></text></TEI>)");
    REQUIRE(records.size() == 2);
    CHECK(records[0].article.title == "Brig lost");
    CHECK(records[0].article.section == "Shipping");
    CHECK(records[0].article.byline == "By Bo Chu");
    CHECK(records[0].article.source == "The Packet");
    CHECK(archive::edtf(records[0].article.published) == "1849-05-12");
    CHECK(body(records[0]) == "The brig is lost on 3 June 1850.");
    CHECK(archive::edtf(records[1].article.published) == "1849-05-10");
}

TEST_CASE("a TEI text without articles is one") {
    const auto records = records_of(
        indexer::TeiReader(),
        R"(<TEI.2><teiHeader><fileDesc><titleStmt><title>On tides</title><author>Ann Lee</author></titleStmt>
<publicationStmt><publisher>Gull Press</publisher><date>12 May 1899</date></publicationStmt></fileDesc></teiHeader>
<text lang="en"><body><p>Tides rise.</p><p>They fall.</p></body></text></TEI.2>)");
    REQUIRE(records.size() == 1);
    const auto& article = records[0].article;
    CHECK(article.title == "On tides");
    CHECK(article.authors == std::vector<std::string>{"Ann Lee"});
    CHECK(article.source == "Gull Press");
    CHECK(archive::edtf(article.published) == "1899-05-12");
    CHECK(article.language == "en");
}
