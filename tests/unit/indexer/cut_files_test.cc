// SPDX-License-Identifier: GPL-2.0-or-later
// What is kept of files that lack their end, as they are and compressed.
#include "indexer/readers/read_file.h"
#include "tests/support/crawl_text.h"
#include "tests/support/input_folder.h"
#include "tests/support/packed_files.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <string>
#include <vector>

using indexer::Record;

namespace {

struct Read {
    std::vector<archive::Article> articles;
    std::vector<archive::Error> rejects;  ///< of records
    std::vector<archive::Error> damage;   ///< of the file
};

Read read(const std::string& bytes) {
    const InputFolder folder;
    folder.put("gull/a", bytes);
    indexer::InputFile file;
    file.path = file.real_path = folder / "gull/a";
    file.named = true;
    Read found;
    indexer::read_file(indexer::Registry(), file, {}, [&](indexer::RecordOutcome outcome) {
        auto& record = outcome.record;
        if (record.kind == Record::Kind::article)
            found.articles.push_back(std::move(record.article));
        if (record.kind == Record::Kind::rejected)
            (record.record == 0 ? found.damage : found.rejects).push_back(std::move(record.error));
        return true;
    });
    return found;
}

/// A paragraph that no compressor makes much shorter.
std::string report(int number) {
    std::string text;
    for (unsigned i = 0; i < 40; ++i) {
        text +=
            "ferry" + std::to_string((static_cast<unsigned>(number) * 977U + i * 7919U) % 10'007U);
        text += i % 9 == 8 ? ". " : " ";
    }
    return text + "end.";
}

constexpr int reports = 12;

/// A file of some format with `reports` articles, of which each is whole or lost.
struct Listed {
    const char* format;
    std::string bytes;
    bool tells_ends;  ///< a record that is cut can't be taken for a whole one
};

std::vector<Listed> lists() {
    std::string lines, table = "title,date,text\n", box, crawl;
    std::string feed =
        "<?xml version=\"1.0\"?>\n<rss version=\"2.0\"><channel><title>Gull</title>\n";
    for (int i = 0; i < reports; ++i) {
        const std::string title = "Report " + std::to_string(i), text = report(i);
        lines += R"({"title":")" + title + R"(","date":"2019-05-01","text":")" + text + "\"}\n";
        table += title + ",2019-05-01,\"" + text + "\"\n";
        feed +=
            "<item><title>" + title + "</title><description>" + text + "</description></item>\n";
        box +=
            "From gull@gull.example Wed May  1 12:00:00 2019\nDate: Wed, 1 May 2019 12:00:00 "
            "+0000\n"
            "From: Polly Tern <polly@gull.example>\nSubject: "
            + title + "\n\n" + text + "\n\n";
        crawl += crawl_text::record(
            "response", "http://gull.example/" + std::to_string(i),
            crawl_text::http("<article><h1>" + title + "</h1><p>" + text + "</p></article>"));
    }
    return {{"jsonl", lines, true},
            {"csv", table, true},
            {"feed", feed + "</channel></rss>\n", true},
            {"mail", box, false},
            {"warc", crawl, true}};
}

}  // namespace

TEST_CASE("of a list that is cut off every whole record is kept, compressed or not") {
    for (const auto& list : lists()) {
        CAPTURE(list.format);
        const auto whole = read(list.bytes);
        REQUIRE(whole.articles.size() == reports);
        CHECK(whole.rejects.size() + whole.damage.size() == 0);

        const auto packed = packed::compressed(list.bytes, "gzip");
        const auto part = packed.substr(0, packed.size() * 2 / 3);
        const auto cut = read(part);
        CHECK(cut.articles.size() >= reports / 2);
        REQUIRE_FALSE(cut.damage.empty());
        CHECK(cut.damage.back().code == archive::ErrorCode::container_damaged);
        const std::string said = "damaged: it ends too early, after ";
        REQUIRE(cut.damage.back().message.starts_with(said));

        // As much as of the same text without its end that was never compressed.
        const auto had = std::stoul(cut.damage.back().message.substr(said.size()));
        CHECK(had > list.bytes.size() / 2);
        const auto plain = read(list.bytes.substr(0, had));
        REQUIRE(plain.articles.size() == cut.articles.size());
        for (std::size_t i = 0; i < cut.articles.size(); ++i)
            CHECK(archive::body_text(cut.articles[i]) == archive::body_text(plain.articles[i]));
        CHECK(cut.rejects.size() == plain.rejects.size());

        // No record but the last may lack a word.
        for (std::size_t i = 0; i + 1 < cut.articles.size(); ++i) {
            CHECK_FALSE(cut.articles[i].quality.truncated);
            CHECK(archive::body_text(cut.articles[i]) == archive::body_text(whole.articles[i]));
        }
        const auto& last = cut.articles.back();
        const bool all =
            archive::body_text(last) == archive::body_text(whole.articles[cut.articles.size() - 1]);
        CHECK((all || last.quality.truncated));
    }
}

TEST_CASE("of one article that is cut off the beginning is kept and marked") {
    std::string paragraphs, html =
                                "<html><head><title>Night boat</title></head><body><article>"
                                "<h1>Night boat sails</h1>";
    for (int i = 0; i < reports; ++i) {
        paragraphs += report(i) + "\n\n";
        html += "<p>" + report(i) + "</p>\n";
    }
    const std::vector<std::string> files{
        "Night boat sails\n\nBy Polly Tern\n\n" + paragraphs, html + "</article></body></html>",
        "# Night boat sails\n\n" + paragraphs,
        "<nitf><head><title>Night boat</title></head><body><body.content>"
            + html.substr(html.find("<p>")) + "</body.content></body></nitf>"};
    for (const auto& file : files) {
        CAPTURE(file.substr(0, 20));
        const auto whole = read(file);
        REQUIRE(whole.articles.size() == 1);
        for (const char* filter : {"gzip", "zstd"}) {
            CAPTURE(filter);
            // What a compressor has in hand is one block of zstd: two files make two frames.
            const auto packed =
                std::string(filter) == "gzip"
                    ? packed::compressed(file, filter)
                    : packed::compressed(file.substr(0, file.size() * 2 / 3), filter)
                          + packed::compressed(file.substr(file.size() * 2 / 3), filter);
            const auto cut = read(packed.substr(0, packed.size() * 4 / 5));
            REQUIRE(cut.articles.size() == 1);
            CHECK(cut.articles[0].quality.truncated);
            CHECK(cut.articles[0].title == whole.articles[0].title);
            CHECK(archive::body_text(cut.articles[0]).size()
                  > archive::body_text(whole.articles[0]).size() / 3);
            REQUIRE(cut.damage.size() >= 1);
            CHECK(cut.damage.back().code == archive::ErrorCode::container_damaged);
        }
    }
}

TEST_CASE("a compressed file of which nothing can be had is told of once") {
    const auto packed = packed::compressed(report(1), "gzip");
    const auto cut = read(packed.substr(0, 12));
    CHECK(cut.articles.empty());
    REQUIRE(cut.damage.size() == 1);
    CHECK(cut.damage[0].message == "damaged: it ends too early, after 0 bytes");
}
