// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/mets.h"

#include "indexer/readers/read_file.h"
#include "indexer/readers/registry.h"
#include "tests/support/input_folder.h"
#include "tests/support/packed_files.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

using indexer::Record;

namespace {

const std::string alto =
    R"(<alto><Layout><Page ID="P"><PrintSpace>
<TextBlock ID="H1"><TextLine><String ID="w1" CONTENT="FERRY" WC="0.9"/><String ID="w2" CONTENT="LATE" WC="0.7"/></TextLine></TextBlock>
<TextBlock ID="B1"><TextLine><String ID="w3" CONTENT="The"/><String ID="w4" CONTENT="ferry"/><String ID="w5" CONTENT="was"/><String ID="w6" CONTENT="late."/></TextLine></TextBlock>
<TextBlock ID="B2"><TextLine><String ID="w7" CONTENT="Nobody"/><String ID="w8" CONTENT="minded."/></TextLine></TextBlock>
</PrintSpace></Page></Layout></alto>)";

/// A METS file around a fileSec of one page called 1.xml.
std::string mets(const std::string& maps, const std::string& descriptions = {}) {
    return R"(<mets xmlns:xlink="x"><dmdSec ID="I"><mdWrap><xmlData><mods>
<titleInfo><title>The Gull.</title></titleInfo><originInfo><dateIssued>1824-02-17</dateIssued></originInfo>
</mods></xmlData></mdWrap></dmdSec>)"
           + descriptions
           + R"(<fileSec><fileGrp><file ID="F" MIMETYPE="text/xml"><FLocat xlink:href="1.xml"/></file>
<file ID="J" MIMETYPE="image/jp2"><FLocat xlink:href="1.jp2"/></file></fileGrp></fileSec>)"
           + maps + "</mets>";
}

const std::string linked_maps = R"(
<structMap TYPE="LOGICAL"><div TYPE="ISSUE" DMDID="I"><div ID="art1" TYPE="ARTICLE" DMDID="D1"/><div ID="art2" TYPE="ARTICLE"/></div></structMap>
<structMap TYPE="PHYSICAL"><div TYPE="physSequence"><div ID="pg" TYPE="page"><fptr FILEID="F"/>
<div ID="pa1" LABEL="Headline"><fptr><area FILEID="J"/></fptr><fptr><area FILEID="F" BEGIN="w1" END="w2"/></fptr></div>
<div ID="pa2" LABEL="Textblock"><fptr><area FILEID="F" BEGIN="w3" END="w6"/></fptr></div>
<div ID="pa3" LABEL="Textblock"><fptr><area FILEID="F" BEGIN="w7" END="w8"/></fptr></div></div></div></structMap>
<structLink><smLinkGrp><smLocatorLink xlink:href="#art1"/><smLocatorLink xlink:href="#pa1"/><smLocatorLink xlink:href="#pa2"/></smLinkGrp>
<smLink xlink:from="art2" xlink:to="#pa3"/></structLink>)";

const std::string nested_maps = R"(
<structMap TYPE="LOGICAL"><div TYPE="ISSUE" DMDID="I"><div TYPE="SECTION" LABEL="Harbour"><div TYPE="ARTICLE" DMDID="D1">
<div TYPE="HEADING"><fptr><area FILEID="F" BEGIN="H1"/></fptr></div>
<div TYPE="BODY"><fptr><seq><area FILEID="F" BEGIN="B1"/><area FILEID="F" BEGIN="B2"/></seq></fptr></div>
</div></div></div></structMap>)";

const std::string description =
    R"(<dmdSec ID="D1"><mdWrap><xmlData><mods><titleInfo><title>Ferry late</title></titleInfo>
<name><namePart type="family">Lee</namePart><namePart type="given">Ann</namePart></name>
<language><languageTerm>en</languageTerm></language></mods></xmlData></mdWrap></dmdSec>)";

std::vector<Record> read_beside(const InputFolder& folder, const std::string& name) {
    static const indexer::Registry registry;
    indexer::InputFile file;
    file.path = file.real_path = folder / name;
    std::vector<Record> found;
    indexer::read_file(registry, file, {}, [&](indexer::RecordOutcome outcome) {
        found.push_back(std::move(outcome.record));
        return true;
    });
    return found;
}

}  // namespace

TEST_CASE("articles of an issue are put together through links to areas of pages") {
    const InputFolder folder;
    folder.put("a_mets.xml", mets(linked_maps, description));
    folder.put("1.xml", alto);
    const auto records = read_beside(folder, "a_mets.xml");
    REQUIRE(records.size() == 2);
    const auto& article = records[0].article;
    CHECK(article.title == "Ferry late");
    CHECK(article.source == "The Gull");
    CHECK(archive::edtf(article.published) == "1824-02-17");
    CHECK(article.authors == std::vector<std::string>{"Ann Lee"});
    CHECK(archive::body_text(article) == "The ferry was late.");
    REQUIRE(article.quality.ocr);
    CHECK(*article.quality.ocr == doctest::Approx(0.8));
    CHECK(archive::body_text(records[1].article) == "Nobody minded.");
    CHECK(records[1].record == 2);
}

TEST_CASE("articles of an issue are put together from areas in their own divisions") {
    const InputFolder folder;
    folder.put("a_mets.xml", mets(nested_maps));
    folder.put("1.xml", alto);
    const auto records = read_beside(folder, "a_mets.xml");
    REQUIRE(records.size() == 1);
    CHECK(records[0].article.title == "FERRY LATE");
    CHECK(records[0].article.section == "Harbour");
    CHECK(archive::body_text(records[0].article) == "The ferry was late.\nNobody minded.");
}

TEST_CASE("pages of an issue are not read a second time, in a folder or in a container") {
    const InputFolder folder;
    folder.put("a_mets.xml", mets(nested_maps));
    folder.put("1.xml", alto);
    const auto page = read_beside(folder, "1.xml");
    REQUIRE(page.size() == 1);
    CHECK(page[0].kind == Record::Kind::skipped);
    folder.put("b.zip", packed::box({{"x/1.xml", alto}, {"x/mets.xml", mets(nested_maps)}}, "zip"));
    const auto members = read_beside(folder, "b.zip");
    REQUIRE(members.size() == 2);
    CHECK(members[0].kind == Record::Kind::skipped);
    CHECK(members[1].article.title == "FERRY LATE");
}

TEST_CASE("an issue without divisions is read page by page") {
    const InputFolder folder;
    folder.put("a_mets.xml", mets({}));
    folder.put("1.xml", alto);
    const auto records = read_beside(folder, "a_mets.xml");
    REQUIRE(records.size() == 1);
    CHECK(records[0].article.source == "The Gull");
    CHECK(archive::body_text(records[0].article).find("Nobody minded.") != std::string::npos);
}

TEST_CASE("a missing page is reported and a page that no METS file names is read by itself") {
    const InputFolder folder;
    folder.put("a_mets.xml", mets(nested_maps));
    const auto records = read_beside(folder, "a_mets.xml");
    REQUIRE(records.size() == 1);
    CHECK(records[0].kind == Record::Kind::rejected);
    folder.put("alone/2.xml", alto);
    const auto page = read_beside(folder, "alone/2.xml");
    REQUIRE(page.size() == 1);
    CHECK(page[0].kind == Record::Kind::article);
}

TEST_CASE("a METS file that names pages elsewhere opens none of them") {
    const InputFolder folder;
    std::string outside = mets(nested_maps);
    outside.replace(outside.find("1.xml"), 5, "../1.xml");
    folder.put("in/a_mets.xml", outside);
    folder.put("1.xml", alto);
    const auto records = read_beside(folder, "in/a_mets.xml");
    REQUIRE(records.size() == 1);
    CHECK(records[0].kind == Record::Kind::rejected);
}
