// SPDX-License-Identifier: GPL-2.0-or-later

#include "indexer/extract/saved_pages.h"

#include "indexer/readers/file_bytes.h"
#include "indexer/readers/html.h"
#include "indexer/readers/mail/mail.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

using namespace indexer;

namespace {

template <typename Reader>
archive::Article only_article(const std::string& text) {
    MemoryBytes bytes(text);
    std::vector<Record> records;
    Reader().read(bytes, {"/news/a", "news"}, [&](Record record) {
        records.push_back(std::move(record));
        return true;
    });
    REQUIRE(records.size() == 1);
    REQUIRE(records[0].kind == Record::Kind::article);
    return records[0].article;
}

const std::string page =
    "<html><head><title>Quay closed until spring</title></head><body><h1>Quay closed until "
    "spring</h1><p>The harbour authority said on Tuesday that the northern quay would stay closed "
    "until the spring, after divers found cracks in its piles.</p></body></html>";

}  // namespace

TEST_CASE("a page that was saved tells its address") {
    for (const char* note : {"<!-- saved from url=(0037)https://coast.example/2021/03/09/q/ -->",
                             "<!--\n Page saved with SingleFile \n url: "
                             "https://coast.example/2021/03/09/q/ \n saved date: "
                             "Wed Mar 10 2021\n-->"}) {
        CAPTURE(std::string(note));
        const auto article = only_article<HtmlReader>(note + page);
        CHECK(article.url == "https://coast.example/2021/03/09/q/");
        CHECK(article.source == "coast.example");
        CHECK(archive::edtf(article.published) == "2021-03-09");
    }
    CHECK(saved_address("<!-- Mirrored from coast.example/q.html by HTTrack Website Copier/3.x -->")
          == "http://coast.example/q.html");
    CHECK(saved_address(page).empty());
    CHECK(saved_address("<p>It was saved from url=(0037)https://coast.example/ at night.</p>")
              .empty());
}

TEST_CASE("the copy of an archive of the web has the address of its page") {
    CHECK(original_address("https://web.archive.org/web/20210310101010/https://coast.example/q")
          == "https://coast.example/q");
    CHECK(original_address("http://web.archive.org/web/20210310101010id_/http://coast.example/q")
          == "http://coast.example/q");
    CHECK(original_address("https://archive.example/2021.03.10-101010/https://coast.example/q")
          == "https://coast.example/q");
    CHECK(original_address("https://coast.example/share?u=/https://gull.example/")
          == "https://coast.example/share?u=/https://gull.example/");
    CHECK(original_address("").empty());
}

TEST_CASE("a page in one file (MHTML) is a page and no mail") {
    const auto article = only_article<MailReader>(
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: "
        "https://coast.example/2021/03/09/q\r\n"
        "Subject: Quay closed until spring - The Coast\r\nDate: Wed, 10 Mar 2021 10:00:00 -0000\r\n"
        "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"x\"\r\n\r\n--x\r\n"
        "Content-Type: text/html\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
        + page
        + "\r\n--x\r\nContent-Type: image/png\r\nContent-Location: a.png\r\n\r\nx\r\n--x--\r\n");
    CHECK(article.title == "Quay closed until spring");
    CHECK(article.url == "https://coast.example/2021/03/09/q");
    CHECK(article.byline.empty());
    CHECK(archive::edtf(article.published) == "2021-03-09");
}
