// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/agency_text.h"
#include "indexer/readers/file_bytes.h"
#include "indexer/readers/newsml_1.h"
#include "indexer/readers/newsml_g2.h"
#include "indexer/readers/nitf.h"
#include "indexer/readers/rcv1.h"

#include <doctest/doctest.h>

#include <limits>
#include <string>
#include <vector>

namespace {

using archive::ZoneKind;
using indexer::agency_text;
using indexer::Record;

template <typename Reader>
std::vector<Record> read(const std::string& text) {
    indexer::MemoryBytes bytes(text);
    std::vector<Record> records;
    Reader().read(bytes, {"a.xml", "folder"}, [&](Record record) {
        records.push_back(std::move(record));
        return true;
    });
    return records;
}

template <typename Reader>
archive::Article article(const std::string& text) {
    const auto records = read<Reader>(text);
    REQUIRE(records.size() == 1);
    REQUIRE(records[0].kind == Record::Kind::article);
    return records[0].article;
}

using Lines = std::vector<std::string>;

std::string nitf(const std::string& docdata, const std::string& head, const std::string& content) {
    return "<nitf><head><docdata>" + docdata + "</docdata></head><body><body.head>" + head
           + "</body.head><body.content>" + content + "</body.content></body></nitf>";
}

std::string news_item(const std::string& meta, const std::string& content,
                      const std::string& text) {
    return "<newsItem guid='tag:1' version='4' xml:lang='en'><itemMeta><provider "
           "literal='Tidewire'/>"
           + meta + "</itemMeta><contentMeta>" + content + "</contentMeta><contentSet>" + text
           + "</contentSet></newsItem>";
}

}  // namespace

TEST_CASE("wrapped lines become paragraphs") {
    const std::string text =
        "   Ferries sailed again on Wednesday after a vote that took all\n"
        "night and most of the soup on the landing stage of Gull Bay.\n"
        "   Nobody was heard to complain about it, and the first boat was\n"
        "full.\n";
    CHECK(agency_text(text).paragraphs
          == Lines{"Ferries sailed again on Wednesday after a vote that took all night and most of "
                   "the soup on the landing stage of Gull Bay.",
                   "Nobody was heard to complain about it, and the first boat was full."});
    CHECK(agency_text("Petrel 4\nTern 2\nGull 1").paragraphs.size() == 3);
    CHECK(agency_text("<p>A long first line that a service wrapped with a tag at the end <br/>of "
                      "it and here is the rest of the long first line.</p>")
              .paragraphs.size()
          == 1);
}

TEST_CASE("captions are cut out of the text, and rows of a table stay lines") {
    const auto text = agency_text(
        "<p>One.</p><media><media-reference/><media-caption>A boat</media-caption></media>"
        "<table><tr><td>Petrel\n</td><td>\n 11</td></tr></table><figure><figcaption>B</figcaption>"
        "</figure><p>Two.</p>");
    CHECK(text.paragraphs == Lines{"One.", "Petrel 11", "Two."});
    CHECK(text.captions == Lines{"A boat", "B"});
}

TEST_CASE("credits, initials and copyright lines are credits") {
    const auto made = indexer::article_from_agency_text(
        agency_text("<p>Rain fell.</p><p>(Reporting by Ann Lee; editing by Bo Chu)</p><p>hh/ph</p>"
                    "<p>AFP sn</p><p>(c) Gull Bay News</p>"));
    REQUIRE(made.zones.size() == 2);
    CHECK(made.zones[0].text == "Rain fell.");
    CHECK(made.zones[1].kind == ZoneKind::credit);
}

TEST_CASE("a provider's domain means the agency") {
    CHECK(indexer::outlet_of("reuters.com") == "Reuters");
    CHECK(indexer::outlet_of("afp.com") == "AFP");
    CHECK(indexer::outlet_of("gullbay.example") == "gullbay.example");
    CHECK(indexer::outlet_of("Gull Bay News") == "Gull Bay News");
}

TEST_CASE("NITF says source, dates, people and places") {
    const auto made = article<indexer::NitfReader>(
        nitf("<doc-id id-string='7' regsrc='GBN'/><date.issue norm='20060711T164500-0300'/><evloc "
             "city='Gull Bay'/><identified-content><person>Dora Quill</person></"
             "identified-content><series series.name='Crossing' series.part='2'/>",
             "<hedline><hl1>Crews walk off</hl1></hedline><byline>By Len Arbour<byttl>Reporter</"
             "byttl></byline><distributor>Gull Bay News</distributor>",
             "<p>Crews left.</p>"));
    CHECK(made.title == "Crews walk off");
    CHECK(made.byline == "By Len Arbour");
    CHECK(made.source == "Gull Bay News");
    CHECK(made.external_id == "7");
    CHECK(archive::edtf(made.published) == "2006-07-11");
    REQUIRE(made.entities.size() == 2);
    CHECK(made.entities[0].name == "Dora Quill");
    REQUIRE(made.other.size() == 1);
    CHECK(made.other[0].second == "Crossing 2");
}

TEST_CASE("a dateline that the text repeats is no zone of its own") {
    const auto zones_of = [](const std::string& text) {
        return article<indexer::NitfReader>(
                   nitf("", "<hedline><hl1>A</hl1></hedline><dateline>Ottawa Ontario</dateline>",
                        text))
            .zones;
    };
    CHECK(zones_of("<p>OTTAWA - Rain fell.</p>").size() == 2);
    CHECK(zones_of("<p>Rain fell.</p>").size() == 3);
}

TEST_CASE("a document key with a version counts versions") {
    const auto made = article<indexer::NitfReader>(
        nitf("<doc-id id-string='7_3'/><du-key key='7' version='3'/>", "", "<p>Rain.</p>"));
    CHECK(made.external_id == "7");
    CHECK(made.version == 3);
}

TEST_CASE("a canceled document takes all versions back") {
    const auto records = read<indexer::NitfReader>(
        "<nitf><head><docdata management-status='canceled'><doc-id id-string='7' regsrc='GBN'/>"
        "</docdata></head></nitf>");
    REQUIRE(records.size() == 1);
    CHECK(records[0].kind == Record::Kind::withdrawn);
    CHECK(records[0].article.external_id == "7");
    CHECK(records[0].article.version == std::numeric_limits<std::uint64_t>::max());
}

TEST_CASE("what is taken back without an id is rejected") {
    const auto records = read<indexer::NitfReader>(
        "<nitf><head><docdata management-status='killed'/></head></nitf>");
    REQUIRE(records.size() == 1);
    CHECK(records[0].kind == Record::Kind::rejected);
}

TEST_CASE("a news item is known by guid and version") {
    const auto made = article<indexer::NewsmlG2Reader>(news_item(
        "<firstCreated>2018-10-02T08:00:00Z</firstCreated><versionCreated>2018-10-03T09:00:00Z</"
        "versionCreated>",
        "<headline>Candle auction</headline><by>By Pia Holm</by><subject "
        "type='cpnat:person'><name>Ola Berg</name></subject><subject "
        "qcode='tidedepartment:1'><name>Economy</name></subject>",
        "<inlineXML><html><head><title>x</title></head><body><p>By Pia Holm</p><p>A candle "
        "burned.</p></body></html></inlineXML>"));
    CHECK(made.external_id == "tag:1");
    CHECK(made.version == 4);
    CHECK(made.source == "Tidewire");
    CHECK(made.section == "Economy");
    CHECK(archive::body_text(made) == "A candle burned.");
    CHECK(archive::edtf(made.published) == "2018-10-02");
    REQUIRE(made.updated);
    CHECK(archive::edtf(*made.updated) == "2018-10-03");
    REQUIRE(made.entities.size() == 1);
    CHECK(made.entities[0].type == archive::EntityType::person);
}

TEST_CASE("statuses of NewsML that take an article back") {
    for (const char* status :
         {"<pubStatus qcode='stat:canceled'/>", "<pubStatus qcode='stat:withheld'/>",
          "<pubStatus uri='http://cv.iptc.org/newscodes/pubstatusg2/canceled'/>"}) {
        CAPTURE(status);
        const auto records = read<indexer::NewsmlG2Reader>(news_item(status, "", ""));
        REQUIRE(records.size() == 1);
        CHECK(records[0].kind == Record::Kind::withdrawn);
        CHECK(records[0].article.version == 4);
        CHECK(records[0].article.source == "Tidewire");
    }
}

TEST_CASE("pictures and packages are no articles") {
    const auto records = read<indexer::NewsmlG2Reader>(
        "<newsMessage><itemSet><packageItem guid='p'/>"
        + news_item("<itemClass qcode='ninat:picture'/>", "<headline>A boat</headline>", "")
        + news_item("<itemClass qcode='ninat:text'/>", "<headline>Flash</headline>", "")
        + "</itemSet></newsMessage>");
    REQUIRE(records.size() == 3);
    CHECK(records[0].kind == Record::Kind::skipped);
    CHECK(records[1].kind == Record::Kind::skipped);
    CHECK(records[2].article.title == "Flash");
}

TEST_CASE("of a first NewsML item the main component is the text") {
    const auto made = article<indexer::Newsml1Reader>(
        "<NewsML><NewsItem><Identification><NewsIdentifier><ProviderId>afp.com</ProviderId><DateId>"
        "20140829</DateId><NewsItemId>TX9</NewsItemId><RevisionId>2</RevisionId></NewsIdentifier></"
        "Identification><NewsManagement><FirstCreated>20140829T134951Z</FirstCreated></"
        "NewsManagement><NewsComponent><NewsLines><HeadLine>Saab</HeadLine></NewsLines>"
        "<NewsComponent><Role FormalName='Caption'/><ContentItem><DataContent>A car</DataContent>"
        "</ContentItem></NewsComponent><NewsComponent><Role FormalName='Main'/><ContentItem>"
        "<DataContent><p>The court agreed.</p></DataContent></ContentItem></NewsComponent>"
        "</NewsComponent></NewsItem></NewsML>");
    CHECK(made.external_id == "urn:newsml:afp.com:20140829:TX9");
    CHECK(made.version == 2);
    CHECK(made.source == "AFP");
    CHECK(archive::body_text(made) == "The court agreed.");
    CHECK(made.zones.back().text == "A car");
}

TEST_CASE("an item of the Reuters corpora has its codes as tags") {
    const auto made = article<indexer::Rcv1Reader>(
        "<newsitem itemid='5' date='1996-08-20' xml:lang='en'><title>X: Tin up.</title><headline>"
        "Tin up.</headline><text><p>Tin rose.</p></text><metadata><codes><code code='M14'/></codes>"
        "<dc element='dc.source' value='Reuters'/></metadata></newsitem>");
    CHECK(made.title == "Tin up.");
    CHECK(made.tags == Lines{"M14"});
    CHECK(made.source == "Reuters");
    CHECK(archive::edtf(made.published) == "1996-08-20");
}

TEST_CASE("a byline that is only written in another order is no second one") {
    const auto found = article<indexer::NitfReader>(nitf(
        "",
        "<hedline><hl1>A</hl1></hedline><byline class='print_byline'>By ANN LEE</byline><byline "
        "class='normalized_byline'>Lee, Ann</byline>",
        "<p>The quay stays closed.</p>"));
    CHECK(found.byline == "By ANN LEE");
}
