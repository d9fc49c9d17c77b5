// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/registry.h"

#include "indexer/readers/read_file.h"
#include "indexer/readers/unread_formats.h"
#include "tests/support/input_folder.h"

#include <doctest/doctest.h>

#include <fstream>
#include <string>
#include <utility>
#include <vector>

using namespace std::string_literals;
using archive::ErrorCode;
using indexer::Record;
using indexer::RecordOutcome;

namespace {

std::string format_of(std::string_view head) {
    static const indexer::Registry registry;
    if (const auto* reader = registry.reader_for(head)) return std::string(reader->name());
    const auto* unread = indexer::unread_format(head);
    return unread == nullptr ? "none" : "no " + std::string(unread->name);
}

std::vector<RecordOutcome> outcomes(const InputFolder& folder, const std::string& name,
                                    bool named = false) {
    static const indexer::Registry registry;
    indexer::InputFile file;
    file.path = "given/" + name;
    file.real_path = folder / name;
    file.named = named;
    std::vector<RecordOutcome> found;
    indexer::read_file(registry, file, {}, [&](RecordOutcome outcome) {
        found.push_back(std::move(outcome));
        return true;
    });
    return found;
}

}  // namespace

TEST_CASE("formats are recognised by what a file holds") {
    const std::vector<std::pair<std::string, std::string>> heads{
        {"{\"title\":\"a\"}\n{\"title\":\"b\"}\n", "jsonl"},
        {"{\"title\":\"a\"}", "json"},
        {"[{\"title\":\"a\"}]", "json"},
        {"<!DOCTYPE html>\n<html>", "html"},
        {"<!-- saved --><HTML lang=en>", "html"},
        {"<?xml version=\"1.0\"?>\n<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0\">\n<html>",
         "html"},
        {"<div class=a><p>b</p></div>", "html"},
        {"A headline\n<p>one</p>\n<p>two</p>\n", "html"},
        {"Storm hits coast\n\nStorms hit the coast on Friday.\n", "text"},
        {"Caf\xe9 ferm\xe9\n", "text"},
        {"[Updated] a <3 b\n", "text"},
        {"Porthaven, Karsholm, Selmark\nThree towns, one ferry\n", "text"},
        {"From our desk, @gull\nText.", "text"},
        {"Title: A\nDate: 2014\n\nText.", "text"},
        {"--- \nA line\n---\n", "text"},
        {"%PDF-1.4\n", "pdf"},
        {"WARC/1.0\r\nWARC-Type: response", "warc"},
        {"filedesc://a.arc 0.0.0.0 20140101000000 text/plain 77\n1 0 Gull\n", "warc"},
        {"\x89PNG\r\n\x1a\n\0\0\0"s, "no picture"},
        {"\xff\xd8\xff\xe0\0\x10JFIF"s, "no picture"},
        {"<svg xmlns=\"x\">", "no picture"},
        {"\x7f"
         "ELF\2\1\1"s,
         "no program"},
        {"{\\rtf1\\ansi", "rtf"},
        {"<?xml version=\"1.0\"?><rss version=\"2.0\">", "feed"},
        {"<feed xmlns=\"http://www.w3.org/2005/Atom\">", "feed"},
        {"<rdf:RDF xmlns=\"http://purl.org/rss/1.0/\">", "feed"},
        {"<rdf:RDF xmlns:foaf=\"http://xmlns.com/foaf/0.1/\">", "no xml"},
        {"<urlset xmlns:news=\"http://www.google.com/schemas/sitemap-news/0.9\">", "sitemap-news"},
        {"<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">", "no sitemap"},
        {"<nitf><head>", "nitf"},
        {"<contentSet><inlineXML><nitf>", "nitf"},
        {"<ns0:newsMessage xmlns:ns0=\"http://iptc.org/std/nar/2006-10-01/\">", "newsml-g2"},
        {"<newsItem guid=\"a\" version=\"1\">", "newsml-g2"},
        {"<newsitem itemid=\"1\" date=\"1996-08-20\">", "rcv1"},
        {"<!DOCTYPE NewsML SYSTEM \"NewsML_1.2.dtd\">\n<NewsML>", "newsml-1"},
        {"<mets:mets><a>", "mets"},
        {"<alto xmlns=\"x\">", "alto"},
        {"<PcGts><Page>", "page"},
        {"<TEI xmlns=\"x\"><teiHeader>", "tei"},
        {"<ead:ead><a>", "no xml"},
        {"<a><a><a>", "no xml"},
        {"<GULL> SETS QUARTERLY\nGull Ferries said its board met.\n", "text"},
        {"From bo@example.org Sat Nov 21 18:30:38 2026\nSubject: x\n", "mail"},
        {"Received: from a\nMessage-ID: <1@a>\nSubject: x\n\nHello", "mail"},
        {"---\ntitle: A\ndate: 2014-01-01\n---\nText", "markdown"},
        {"title,text,date\n\"A\",\"B, C\",2014\n", "csv"},
        {"\xef\xbb\xbf\"Headline\";\"Content\";\"X\"\na;b;c\n", "csv"},
        {"url\ttitle\nhttp://a/\tA\n", "csv"},
        {"\x01\x02\x03\x04\x05\x06\x07\x08 abc", "none"},
    };
    for (const auto& each : heads) {
        CAPTURE(each.first);
        CHECK(format_of(each.first) == each.second);
    }
}

TEST_CASE("every format has a name, a line of help and a reader of that name") {
    const indexer::Registry registry;
    for (const auto& format : indexer::formats()) {
        CHECK_FALSE(format.help.empty());
        CHECK(format.make({}, registry)->name() == format.name);
    }
}

TEST_CASE("what nobody reads is skipped in a folder and rejected when named") {
    const InputFolder folder;
    folder.put("picture.jpg", "\xff\xd8\xff\xe0 something");
    folder.put("noise.bin", "\x01\x02\x03\x04\x05\x06\x07\x08");
    for (const char* name : {"picture.jpg", "noise.bin"}) {
        CAPTURE(name);
        const auto found = outcomes(folder, name);
        REQUIRE(found.size() == 1);
        CHECK(found[0].record.kind == Record::Kind::skipped);
        const auto named = outcomes(folder, name, true);
        REQUIRE(named.size() == 1);
        CHECK(named[0].record.kind == Record::Kind::rejected);
        CHECK(named[0].record.error.code == ErrorCode::format_unknown);
    }
}

TEST_CASE("articles in a format of a later version are rejected by its name") {
    const InputFolder folder;
    folder.put("wire.xml", "<?xml version=\"1.0\"?><ead><body/></ead>");
    const auto found = outcomes(folder, "wire.xml");
    REQUIRE(found.size() == 1);
    CHECK(found[0].record.kind == Record::Kind::rejected);
    CHECK(found[0].record.record == 0);
    CHECK(found[0].record.error.message.find("XML") != std::string::npos);
    CHECK(found[0].path == "given/wire.xml");
}

TEST_CASE("an empty file is rejected as empty") {
    const InputFolder folder;
    folder.put("a.txt", "");
    folder.put("b.json", "  \n\n");
    for (const char* name : {"a.txt", "b.json"}) {
        const auto found = outcomes(folder, name);
        REQUIRE(found.size() == 1);
        CHECK(found[0].record.error.code == ErrorCode::article_empty);
    }
}

TEST_CASE("files in UTF-16 are read like any other") {
    const auto wide = [](std::string_view text, bool mark) {
        std::string units = mark ? "\xff\xfe" : "";
        for (const char c : text) {
            units += c;
            units += '\0';
        }
        return units;
    };
    const InputFolder folder;
    const std::string two = "{\"title\":\"one\"}\n{\"title\":\"two\"}\n";
    folder.put("marked.jsonl", wide(two, true));
    folder.put("plain.jsonl", wide(two, false));
    for (const char* name : {"marked.jsonl", "plain.jsonl"}) {
        CAPTURE(name);
        const auto found = outcomes(folder, name);
        REQUIRE(found.size() == 2);
        CHECK(found[1].record.article.title == "two");
        CHECK(found[1].record.record == 2);
    }
}

TEST_CASE("an article without a source belongs to the folder it lies in") {
    const InputFolder folder;
    folder.put("wendle-echo/2014/05/a.json", "{\"title\":\"A\"}");
    const auto found = outcomes(folder, "wendle-echo/2014/05/a.json");
    REQUIRE(found.size() == 1);
    CHECK(found[0].record.article.source == "wendle-echo");
    CHECK(found[0].record.article.provenance.path == folder / "wendle-echo/2014/05/a.json");
}

TEST_CASE("a file that is gone or no file is one rejected record") {
    const InputFolder folder;
    for (const char* name : {"missing.txt", "."}) {
        const auto found = outcomes(folder, name);
        REQUIRE(found.size() == 1);
        CHECK(found[0].record.error.code == ErrorCode::file_unreadable);
    }
}

TEST_CASE("the hash of a file is its SHA-256 and comes with its articles") {
    const InputFolder folder;
    folder.put("a.txt", "abc");
    const std::string expected = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    CHECK(indexer::file_sha256(folder / "a.txt") == expected);
    indexer::InputFile file;
    file.path = "a.txt";
    file.real_path = folder / "a.txt";
    indexer::ReadOptions options;
    options.hashing = indexer::Hashing::sha256;
    std::string sha256;
    const auto outcome =
        indexer::read_file(indexer::Registry(), file, options, [&](const RecordOutcome& found) {
            sha256 = found.record.article.provenance.sha256;
            return true;
        });
    CHECK(outcome.sha256 == expected);
    CHECK(sha256 == expected);
    CHECK(outcome.size == 3);
    CHECK_FALSE(outcome.changed);
}

TEST_CASE("a file that grows while it is read is reported and its articles kept") {
    const InputFolder folder;
    std::string text;
    for (int i = 0; i < 3000; ++i) text += "{\"title\":\"article " + std::to_string(i) + "\"}\n";
    folder.put("a.jsonl", text);
    indexer::InputFile file;
    file.path = "a.jsonl";
    file.real_path = folder / "a.jsonl";
    std::size_t articles = 0, changed = 0;
    const auto outcome =
        indexer::read_file(indexer::Registry(), file, {}, [&](const RecordOutcome& found) {
            if (articles++ == 0) {
                std::ofstream(file.real_path, std::ios::app) << "{\"title\":\"late\"}\n";
            }
            if (found.record.kind == Record::Kind::rejected) {
                --articles;
                ++changed;
                CHECK(found.record.error.code == ErrorCode::file_changed);
            }
            return true;
        });
    CHECK(outcome.changed);
    CHECK(changed == 1);
    CHECK(articles >= 3000);
}

TEST_CASE("of a file that was just written nothing is handed over before all is read") {
    const InputFolder folder;
    indexer::InputFile file;
    file.path = "a.jsonl";
    file.real_path = folder / "a.jsonl";
    const auto changed_at_the_first = [&] {
        return indexer::read_file(indexer::Registry(), file, {},
                                  [&](const RecordOutcome& found) {
                                      if (found.record.record == 1)
                                          std::ofstream(file.real_path, std::ios::app)
                                              << "{\"title\":\"late\"}\n";
                                      return true;
                                  })
            .changed;
    };
    const std::string text = "{\"title\":\"one\"}\n{\"title\":\"two\"}\n";
    folder.put("a.jsonl", text);
    CHECK_FALSE(changed_at_the_first());  // it was looked at before the first was handed over
    folder.put("a.jsonl", text);
    std::filesystem::last_write_time(
        file.real_path, std::filesystem::file_time_type::clock::now() - std::chrono::seconds(60));
    CHECK(changed_at_the_first());
}

TEST_CASE("what the sink throws leaves and a sink that says stop ends the reading") {
    const InputFolder folder;
    folder.put("a.jsonl", "{\"title\":\"one\"}\n{\"title\":\"two\"}\n");
    indexer::InputFile file;
    file.real_path = file.path = folder / "a.jsonl";
    const indexer::Registry registry;
    CHECK_THROWS_AS(
        indexer::read_file(registry, file, {},
                           [](const RecordOutcome&) -> bool { throw std::runtime_error("disk"); }),
        std::runtime_error);
    int count = 0;
    const auto outcome = indexer::read_file(registry, file, {}, [&](const RecordOutcome&) {
        ++count;
        return false;
    });
    CHECK(count == 1);
    CHECK(outcome.stopped);
}
