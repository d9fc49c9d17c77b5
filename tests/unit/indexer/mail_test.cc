// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/mail/mail.h"

#include "indexer/readers/file_bytes.h"
#include "indexer/readers/mail/mail_text.h"
#include "indexer/readers/mail/newsletter.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

using archive::ErrorCode;
using archive::ZoneKind;
using indexer::Record;

namespace {

std::vector<Record> records_of(std::string file) {
    indexer::MemoryBytes bytes(std::move(file));
    std::vector<Record> records;
    indexer::MailReader().read(bytes, {"/news/mail", "news"}, [&](Record record) {
        records.push_back(std::move(record));
        return true;
    });
    return records;
}

archive::Article article_of(const std::string& message) {
    auto records = records_of(message);
    REQUIRE(records.size() == 1);
    REQUIRE(records[0].kind == Record::Kind::article);
    return records[0].article;
}

std::string furniture_of(const archive::Article& article) {
    for (const auto& zone : article.zones) {
        if (zone.kind == ZoneKind::furniture) return zone.text;
    }
    return {};
}

const std::string headers =
    "Message-ID: <1@gull.example>\nDate: Thu, 5 May 2022 23:11:58 -0400\n"
    "From: Polly Tern <polly@gull.example>\nTo: desk@gull.example\nSubject: Goose found\n";

}  // namespace

TEST_CASE("headers become headline, local day, byline, source and id") {
    const auto article = article_of(headers + "\nThe goose is back in the harbour office.\n");
    CHECK(article.title == "Goose found");
    CHECK(archive::edtf(article.published) == "2022-05-05");
    CHECK(article.published.utc_offset == -240);
    CHECK(article.published.basis == archive::Basis::field);
    CHECK(article.byline == "Polly Tern");
    CHECK(article.source == "gull.example");
    CHECK(article.external_id == "1@gull.example");
    CHECK(archive::body_text(article) == "The goose is back in the harbour office.");
}

TEST_CASE("an address is never a byline") {
    const auto article = article_of(
        "Message-ID: <1@a>\nDate: x\nFrom: polly@gull.example\n"
        "Subject: Goose found\n\nThe goose is back.\n");
    CHECK(article.byline.empty());
    CHECK_FALSE(article.published.known());
}

TEST_CASE("a list is the source of its messages and no person") {
    const auto article = article_of(
        "Message-ID: <1@a>\nList-Id: \"Daily Gull\" <gull.example>\n"
        "From: The Daily Gull <hello@gull.example>\nSubject: Goose\n\n"
        "The goose is back.\n");
    CHECK(article.source == "Daily Gull");
    CHECK(article.byline.empty());
}

TEST_CASE("encoded words and character sets are undone, wrong ones too") {
    const auto article = article_of(
        "Message-ID: <1@a>\nSubject: =?windows-1252?Q?Caf=C3=A9_closed?=\nMIME-Version: 1.0\n"
        "Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: "
        "quoted-printable\n\nThe caf=E9 is closed.\n");
    CHECK(article.title == "Caf\u00e9 closed");
    CHECK(archive::body_text(article) == "The caf\u00e9 is closed.");
}

TEST_CASE("quotations and signatures are furniture") {
    const auto article = article_of(headers
                                    + "\nThe goose is back.\n\nOn Monday, Ann Lee wrote:\n> Where "
                                      "is the goose?\n\n-- \nPolly\n");
    CHECK(archive::body_text(article) == "The goose is back.");
    CHECK(furniture_of(article) == "On Monday, Ann Lee wrote:\nWhere is the goose?\n--\nPolly");
}

TEST_CASE("a message that is nothing but a quotation is that text") {
    const auto article = article_of(headers + "\n> The goose is back.\n> It is well.\n");
    CHECK(archive::body_text(article) == "The goose is back.\nIt is well.");
}

TEST_CASE("lines of a flowed text go on where a blank ends them") {
    const auto words = indexer::mail_words(
        {"The goose is \nback in the \nharbour.\n  Indented.\n-- \nPolly\n", false, true, false});
    CHECK(words.text == "The goose is back in the harbour.\n Indented.\n");
    const auto joined = indexer::mail_words({"Don \nau \ndampf\n", false, true, true});
    CHECK(joined.text == "Donaudampf\n\n");
}

TEST_CASE("a mailbox is cut at its lines and gives back what it escaped") {
    const auto records = records_of("From a@b Thu May  5 09:12:00 2022\n" + headers
                                    + "\nThe goose is back.\n>From the quay it swam.\n"
                                      "From here it walked.\n\nFrom a@b Fri May  6 09:12:00 2022\n"
                                      "Message-ID: <2@a>\nSubject: Two geese\n\nThere are two.\n");
    REQUIRE(records.size() == 2);
    CHECK(archive::body_text(records[0].article)
          == "The goose is back.\nFrom the quay it swam.\nFrom here it walked.");
    CHECK(records[1].record == 2);
    CHECK(records[1].article.title == "Two geese");
}

TEST_CASE("attachments are named and skipped, messages inside are read") {
    const auto records = records_of(
        headers + "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nThe "
                  "goose is back.\n--b\nContent-Type: application/pdf\nContent-Disposition: "
                  "attachment; filename=goose.pdf\n\nx\n--b\nContent-Type: message/rfc822\n\n"
                  "Message-ID: <3@a>\nSubject: Inner\n\nInner text.\n--b--\n");
    REQUIRE(records.size() == 3);
    CHECK(records[1].kind == Record::Kind::skipped);
    CHECK(records[1].note == "attachment: goose.pdf (application/pdf)");
    CHECK(records[2].article.title == "Inner");
}

TEST_CASE("of alternatives the page is read, once") {
    const auto article = article_of(
        headers + "MIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=b\n\n--b\n"
                  "Content-Type: text/plain\n\nThe goose is back in the harbour, and it is well.\n"
                  "--b\nContent-Type: text/html\n\n<html><body><p>The goose is back in the "
                  "harbour, and it is well.</p></body></html>\n--b--\n");
    CHECK(archive::body_text(article) == "The goose is back in the harbour, and it is well.");
}

TEST_CASE("messages in one another without end are read to a depth") {
    std::string message = headers;
    for (int i = 0; i < 3'000; ++i) {
        const std::string name = "b" + std::to_string(i);
        message += "Content-Type: multipart/mixed; boundary=" + name + "\n\n--" + name + "\n";
    }
    message += "\nThe goose is back.\n";
    CHECK_FALSE(records_of(message).empty());
    std::string inner = "Subject: x\n\ny\n";
    for (int i = 0; i < 200; ++i) inner = "Content-Type: message/rfc822\n\n" + inner;
    CHECK_FALSE(records_of(headers + inner).empty());
}

TEST_CASE("only a page of linked headings with texts of their own is a digest") {
    const std::string item = "<p>A text that is long enough to stand for the whole of a story.</p>";
    const auto heading = [](const std::string& number) {
        return "<h2><a href=\"https://gull.example/" + number + "\">Goose " + number + "</a></h2>";
    };
    const auto digest =
        indexer::digest_of("<body><p>Good morning</p>" + heading("1") + item + heading("2") + item
                           + heading("3") + item + "<div>Leave this list</div></body>");
    REQUIRE(digest);
    REQUIRE(digest->items.size() == 3);
    CHECK(digest->items[1].title == "Goose 2");
    CHECK(digest->items[1].url == "https://gull.example/2");
    CHECK(digest->above == "Good morning");
    CHECK(digest->below == "Leave this list");
    CHECK_FALSE(indexer::digest_of(heading("1") + item + heading("2") + item));
    CHECK_FALSE(indexer::digest_of(heading("1") + heading("2") + heading("3")));
    CHECK_FALSE(
        indexer::digest_of("<h2>A</h2>" + item + "<h2>B</h2>" + item + "<h2>C</h2>" + item));
}

TEST_CASE("mail is known by its headers, also below blank lines") {
    const indexer::MailReader reader;
    CHECK(reader.recognises("   \nDelivered-To: a\nReceived: by b\n c\nSubject: x\n\nText"));
    CHECK(reader.recognises("From: a@b\nTo: c\nSubject: d\nDate: e\n\nText"));
    CHECK_FALSE(reader.recognises("Title: A\nDate: 2014\nSource: b\n\nText"));
    CHECK_FALSE(reader.recognises("From here to there\nis a long way: ten miles in 2014"));
    CHECK_FALSE(reader.recognises("From Monday 12:30 on\n\nthe ferry sails"));
}

TEST_CASE("a sender whose address a list's archive hides is named") {
    const auto article = article_of(
        "Message-ID: <1@gull.example>\nDate: Thu, 5 May 2022 23:11:58 -0400\nFrom: polly at "
        "gull.example "
        "(Polly Tern)\nSubject: Goose found\n\nThe goose is back in the harbour office.\n");
    CHECK(article.byline == "Polly Tern");
    CHECK(article.source == "gull.example");
}
