// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/exports/press_exports.h"

#include "indexer/readers/exports/language_names.h"
#include "indexer/readers/exports/nexis.h"
#include "indexer/readers/file_bytes.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

using archive::ErrorCode;
using archive::ZoneKind;
using indexer::PressDocument;
using indexer::Record;

namespace {

std::vector<Record> records_of(const indexer::PressExport* kind, std::string text) {
    REQUIRE(kind != nullptr);
    indexer::MemoryBytes bytes(std::move(text));
    std::vector<Record> records;
    const indexer::Origin origin{"/news/export", "news"};
    const indexer::RecordSink sink = [&](Record record) {
        records.push_back(std::move(record));
        return true;
    };
    indexer::read_export(*kind, bytes, origin, sink);
    return records;
}

std::vector<Record> records_of(const std::string& text) {
    return records_of(indexer::text_export(text), text);
}

std::string zone(const archive::Article& article, ZoneKind kind) {
    for (const auto& each : article.zones) {
        if (each.kind == kind) return each.text;
    }
    return {};
}

std::string counted(const std::string& count, const std::string& rest) {
    return "\n                 " + count + "\n\n\n              Daily Gull\n\n"
           + "           May 5, 2014 Monday\n\nA headline\n\nLENGTH: 9 words\n\n" + rest;
}

}  // namespace

TEST_CASE("a counted document begins at its count in every language of the pages") {
    for (const char* count : {"2 of 10 DOCUMENTS", "Dokument 2 von 10", "Document 2 de 10",
                              "2 of 2 DOCUMENT", "Document 2 of 1,000"}) {
        CAPTURE(count);
        const std::string text =
            counted("1 of 10 DOCUMENTS", "The first text.\n\nLANGUAGE: ENGLISH\n")
            + counted(count, "The second text.\n");
        const auto records = records_of(text);
        REQUIRE(records.size() == 2);
        CHECK(records[1].record == 2);
        CHECK(archive::body_text(records[0].article) == "The first text.");
        CHECK(archive::body_text(records[1].article) == "The second text.");
        CHECK(records[1].article.source == "Daily Gull");
        CHECK(archive::edtf(records[1].article.published) == "2014-05-05");
        CHECK(records[1].article.published.basis == archive::Basis::field);
    }
}

TEST_CASE("a label in small letters inside a counted document is text") {
    const auto records = records_of(counted(
        "1 of 1 DOCUMENTS", "The list began.\n\nSection: four chairs and a rope.\n\nIt ended.\n"));
    REQUIRE(records.size() == 1);
    CHECK(archive::body_text(records[0].article)
          == "The list began.\nSection: four chairs and a rope.\nIt ended.");
}

TEST_CASE("a document that is announced and missing is rejected by its number") {
    const auto records = records_of(counted("1 of 2 DOCUMENTS", "A text stands here.\n")
                                    + "                 2 of 2 DOCUMENTS\n\n\n");
    REQUIRE(records.size() == 2);
    CHECK(records[1].kind == Record::Kind::rejected);
    CHECK(records[1].record == 2);
    CHECK(records[1].error.code == ErrorCode::article_empty);
}

TEST_CASE("captions, subjects and rights of a counted document are no text of it") {
    const auto records = records_of(counted("1 of 1 DOCUMENTS",
                                            "A text stands here.\n\nGRAPHIC: A goose\n\n"
                                            "SUBJECT: GEESE (91%); PONDS (60%)\n\n"
                                            "PERSON: FINCH, ADELA (50%)\n\n"
                                            "                Copyright 2014 Gull Press\n"));
    REQUIRE(records.size() == 1);
    const auto& article = records[0].article;
    CHECK(archive::body_text(article) == "A text stands here.");
    CHECK(zone(article, ZoneKind::caption) == "A goose");
    CHECK(zone(article, ZoneKind::furniture) == "Copyright 2014 Gull Press");
    CHECK(article.tags == std::vector<std::string>{"GEESE", "PONDS"});
    REQUIRE(article.entities.size() == 1);
    CHECK(article.entities[0].name == "ADELA FINCH");
}

TEST_CASE("the cover page of a framed export is no part of its first document") {
    const auto records = records_of(
        "User Name: x\nDate and Time: Monday, May 5, 2014 9:00 AM\nJob Number: 1\nDocuments (1)\n"
        "1. Goose found\nClient/Matter: -None-\nSearch Terms: goose\nSearch Type: Terms\n"
        "Goose found\nDaily Gull\nMay 3, 2014 Saturday\nCopyright 2014 Gull Press\n"
        "Length: 9 words\nByline: Ann Lee\nBody\nThe goose is back.\nLoad-Date: May 4, 2014\n"
        "End of Document\n");
    REQUIRE(records.size() == 1);
    const auto& article = records[0].article;
    CHECK(article.title == "Goose found");
    CHECK(article.source == "Daily Gull");
    CHECK(article.byline == "Ann Lee");
    CHECK(archive::edtf(article.published) == "2014-05-03");
    CHECK(archive::body_text(article) == "The goose is back.");
}

TEST_CASE("a coded field ends where the next code stands, and words like codes do not end it") {
    const auto records = records_of(
        "HD\tGoose found\nPD\t3 May 2014\nSN\tDaily Gull\nLA\tEnglish\nLP\tThe goose is back.\n"
        "TD\tIN spring it left.\n\nRE the goose: it has no comment.\n"
        "NS\tgcat : Politics | gani : Animals\nAN\tDocument DGULL00020140503ea530000a\n");
    REQUIRE(records.size() == 1);
    const auto& article = records[0].article;
    CHECK(article.external_id == "DGULL00020140503ea530000a");
    CHECK(archive::body_text(article)
          == "The goose is back.\nIN spring it left.\nRE the goose: it has no comment.");
    CHECK(article.tags == std::vector<std::string>{"Politics", "Animals"});
}

TEST_CASE("fields without codes are known by their order") {
    const auto records = records_of(
        "Goose found in the harbour office\nAnn Lee\n120 words\n3 May 2014\n08:15\nDaily Gull\n"
        "DGULL\nEnglish\n(c) 2014 Gull Press\n\nThe goose is back.\n\n"
        "Document DGULL00020140503ea530000a\n");
    REQUIRE(records.size() == 1);
    const auto& article = records[0].article;
    CHECK(article.title == "Goose found in the harbour office");
    CHECK(article.source == "Daily Gull");
    CHECK(article.published.minute_of_day == 495);
    CHECK(archive::body_text(article) == "The goose is back.");
}

TEST_CASE("fields below a full text begin where several labels follow each other") {
    const std::string rule(60, '_');
    const auto records = records_of(
        rule + "\n\nGoose found\n\nAuthor: Lee, Ann; Chu, Bo\n\nFull text: The goose is back.\n\n"
        + "Subject: a goose, said the form.\n\nNobody signed.\n\nSubject: Geese; Harbours\n\n"
        + "Title: Goose found\n\nPublication title: Daily Gull; Porthaven\n\n"
        + "Publication date: May 3, 2014\n\nProQuest document ID: 77\n\n" + rule
        + "\n\nContact us at: nowhere\n");
    REQUIRE(records.size() == 2);
    const auto& article = records[0].article;
    CHECK(article.title == "Goose found");
    CHECK(article.authors == std::vector<std::string>{"Ann Lee", "Bo Chu"});
    CHECK(article.source == "Daily Gull");
    CHECK(article.external_id == "77");
    CHECK(archive::body_text(article)
          == "The goose is back.\nSubject: a goose, said the form.\nNobody signed.");
    CHECK(records[1].kind == Record::Kind::skipped);
}

TEST_CASE("an article of a page holds nothing of its neighbour") {
    const std::string page =
        "<html><head><style>x</style></head><body><article><header>"
        "<div class='rdp__DocPublicationName'><span class=\"DocPublicationName\">Le Courrier, no. 3"
        "</span></div><span class=\"DocHeader\">Mer, lundi 5 mai 2014 - 12 mots</span>"
        "<p class=\"titreArticleVisu\">Une oie</p></header><div class=\"docOcurrContainer\">"
        "<p>L'oie est revenue.</p></div></article>\n<article><p class=\"titreArticleVisu\">Deux "
        "oies</p><div class=\"DocText clearfix\">Elles sont deux.</div></article></body></html>";
    const auto records = records_of(indexer::page_export(page), page);
    REQUIRE(records.size() == 2);
    CHECK(records[0].article.title == "Une oie");
    CHECK(records[0].article.source == "Le Courrier");
    CHECK(records[0].article.section == "Mer");
    CHECK(archive::edtf(records[0].article.published) == "2014-05-05");
    CHECK(archive::body_text(records[0].article) == "L'oie est revenue.");
    CHECK(archive::body_text(records[1].article) == "Elles sont deux.");
}

TEST_CASE("a section loses the bullet beside it and no part of its last letter") {
    for (const char* header : {"Va-t'en Mâ, lundi 5 mai 2014 - 12 mots",
                               "\u2022 Va-t'en Mâ \u2022 lundi 5 mai 2014 \u2022 12 mots"}) {
        CAPTURE(header);
        const std::string page =
            "<html><body><article><header><span class=\"DocHeader\">" + std::string(header)
            + "</span><p class=\"titreArticleVisu\">Une oie</p></header>"
              "<div class=\"docOcurrContainer\"><p>L'oie est revenue.</p></div></article></body></html>";
        const auto records = records_of(indexer::page_export(page), page);
        REQUIRE(records.size() == 1);
        CHECK(records[0].article.section == "Va-t'en Mâ");
    }
}

TEST_CASE("ordinary texts and pages are no exports") {
    for (const char* text :
         {"Title: A goose\nDate: 3 May 2014\n\nThe goose is back.", "Body\n\nText\n\nLength: 3 m",
          "Section: four\nSource: us\nAuthor: Ann Lee\n\nText.", "1 of 3 geese\n\nA text.\n",
          "Document 1 of 3\n\nA text about forms.\n", "IN OUR TIME\nHD television\nBY the sea\n",
          "News\nSearch terms\nNews\nUser name:\n"}) {
        CAPTURE(text);
        CHECK(indexer::text_export(text) == nullptr);
    }
    CHECK(indexer::page_export("<html><article class=\"article\"><h1>A</h1></article></html>")
          == nullptr);
}

TEST_CASE("a file is cut into the same documents whatever the blocks it is read in") {
    class Drops final : public indexer::HeadedBytes {
    public:
        Drops(std::string text, std::size_t size) : text_(std::move(text)), size_(size) {}

    protected:
        std::size_t pull(char* buffer, std::size_t size) override {
            const std::size_t got = std::min({size, size_, text_.size() - at_});
            std::copy_n(text_.data() + at_, got, buffer);
            at_ += got;
            return got;
        }

    private:
        std::string text_;
        std::size_t size_;
        std::size_t at_ = 0;
    };
    std::string text;
    for (int i = 1; i <= 40; ++i) {
        text += counted(std::to_string(i) + " of 40 DOCUMENTS",
                        "Text " + std::to_string(i) + std::string(200, '.') + "\n");
    }
    for (const std::size_t size : {std::size_t{7}, std::size_t{512}, std::size_t{1} << 20U}) {
        CAPTURE(size);
        Drops bytes(text, size);
        indexer::Pieces pieces(bytes, indexer::next_nexis_document, std::size_t{1} << 20U);
        std::size_t count = 0;
        std::string all;
        while (const auto piece = pieces.next()) {
            ++count;
            all += piece->text;
        }
        CHECK(all == text);
        CHECK(count == 41);  // the blanks in front are one
    }
}

TEST_CASE("a piece that is too long comes without its text, and the next one with it") {
    const std::string text = counted("1 of 2 DOCUMENTS", std::string(9'000, 'x') + "\n")
                             + counted("2 of 2 DOCUMENTS", "Short.\n");
    indexer::MemoryBytes bytes(text);
    indexer::Pieces pieces(bytes, indexer::next_nexis_document, 4'000);
    std::vector<bool> long_ones;
    while (const auto piece = pieces.next()) long_ones.push_back(piece->too_long);
    CHECK(long_ones == std::vector<bool>{false, true, false});
}

TEST_CASE("names are turned only where they surely are one name") {
    CHECK(indexer::name_in_order("Lee, Ann") == "Ann Lee");
    CHECK(indexer::name_in_order("van Dorn, Jo M.") == "Jo M. van Dorn");
    CHECK(indexer::name_in_order("Ann Lee, Bo Chu") == "Ann Lee, Bo Chu");
    CHECK(indexer::name_in_order("Ann Lee") == "Ann Lee");
}

TEST_CASE("languages are known by their names in several languages") {
    CHECK(indexer::code_of_language("ENGLISH") == "en");
    CHECK(indexer::code_of_language("GERMAN; DEUTSCH") == "de");
    CHECK(indexer::code_of_language("Franz\u00f6sisch") == "fr");
    CHECK(indexer::code_of_language("en-US") == "en");
    CHECK(indexer::code_of_language("nothing") == "");
}

TEST_CASE("numbers of printed pages are none of a headline") {
    const auto records = records_of(
        "Page 1 of 2\n\nGoose found in harbour\nDaily Gull\nMay 5, 2014 Monday\n\nCopyright 2014 "
        "Daily "
        "Gull All Rights Reserved\nSection: LOCAL\nLength: 9 words\n\nBody\n\n\nThe goose is "
        "back.\n\n"
        "Classification\n\n\nLanguage: ENGLISH\n\nLoad-Date: May 5, 2014\n\n\nEnd of Document\n");
    REQUIRE(!records.empty());
    CHECK(records[0].article.title == "Goose found in harbour");
    CHECK(zone(records[0].article, ZoneKind::furniture).find("Copyright") == 0);
}
