// SPDX-License-Identifier: GPL-2.0-or-later
// The files a segment is made of: columns, tables of strings, tokens, articles.
#include "archive/index/article_codec.h"
#include "archive/index/columns.h"
#include "archive/index/id_order.h"
#include "archive/index/offsets.h"
#include "archive/index/quote_table.h"
#include "archive/index/spool.h"
#include "archive/index/string_table.h"
#include "archive/index/tokens.h"
#include "tests/support/small_archive.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

namespace {

using namespace archive;

ErrorCode code_of(const auto& work) {
    try {
        work();
    } catch (const Failure& failure) {
        return failure.error().code;
    }
    return ErrorCode::internal;
}

TEST_SUITE("columns") {
    TEST_CASE("a column reads back what was written, and its stamp is that of the file") {
        const tests::TemporaryFolder folder;
        const std::string path = folder.path() + "/days";
        const auto stamp = write_column(path, std::vector<std::int32_t>{0, 7, -3});
        CHECK(stamp == stamp_of(path));
        const Column<std::int32_t> column(path);
        CHECK(column[1] == 7);
        CHECK(column[2] == -3);
        CHECK(column.values().size() == 3);
    }

    TEST_CASE("a column cut short, grown or of another width is damage and not a wild read") {
        const tests::TemporaryFolder folder;
        const std::string path = folder.path() + "/days";
        write_column(path, std::vector<std::int32_t>{0, 7, -3});
        CHECK(code_of([&] { Column<std::int64_t>{path}; }) == ErrorCode::index_damaged);
        for (const std::uintmax_t size : {0U, 10U, 24U, 35U, 40U}) {
            CAPTURE(size);
            std::filesystem::resize_file(path, size);
            CHECK(code_of([&] { Column<std::int32_t>{path}; }) == ErrorCode::index_damaged);
        }
    }
}

TEST_SUITE("offsets") {
    TEST_CASE("offsets read back, whether documents have as much as each other or not") {
        const tests::TemporaryFolder folder;
        const std::string path = folder.path() + "/tags.at";
        const std::uint64_t far = std::uint64_t{1} << 33U;
        using List = std::vector<std::uint64_t>;
        for (const auto& kept : {std::pair{List{0, 0, 2, 2, 7}, 24 + 5 * 4},
                                 {List{0, 0, 2, 2, far}, 24 + 5 * 8},
                                 {List{0, 0, 3, 6, 9}, 24 + 2 * 8},
                                 {List{0, 0, 0, 0}, 24 + 2 * 8},
                                 {List{0, 0, 1}, 24 + 2 * 8}}) {
            const List& at = kept.first;
            CAPTURE(at.back());
            std::filesystem::remove(path);
            const auto stamp = write_offsets(path, at);
            CHECK(stamp.bytes == static_cast<std::uint64_t>(kept.second));
            const Offsets offsets(path, at.back());
            REQUIRE(offsets.size() == at.size());
            for (std::size_t i = 0; i + 1 < at.size(); ++i) {
                CHECK(offsets[i].begin == at[i]);
                CHECK(offsets[i].end == at[i + 1]);
            }
            CHECK(code_of([&] { Offsets(path, at.back() + 1); }) == ErrorCode::index_damaged);
        }
    }

    TEST_CASE("offsets that run backwards or nowhere are damage") {
        const tests::TemporaryFolder folder;
        const std::string stem = folder.path() + "/tags";
        write_column(stem + ".all", std::vector<std::uint32_t>{1, 2});
        const auto code = [&](const auto& at) {
            std::filesystem::remove(stem + ".at");
            write_column(stem + ".at", at);
            return code_of([&] {
                const ListColumn<std::uint32_t> column(stem);
                for (std::size_t docid = 0; docid < column.size(); ++docid) (void)column[docid];
            });
        };
        CHECK(code(std::vector<std::uint32_t>{0, 0, 3, 2}) == ErrorCode::index_damaged);
        CHECK(code(std::vector<std::uint64_t>{0, 0, 3, 2}) == ErrorCode::index_damaged);
        CHECK(code(std::vector<std::uint32_t>{0, 2, 1, 2}) == ErrorCode::index_damaged);
        CHECK(code(std::vector<std::uint32_t>{1, 1, 2, 2}) == ErrorCode::index_damaged);
        CHECK(code(std::vector<std::uint8_t>{0, 0, 1, 2}) == ErrorCode::index_damaged);
        for (const auto& steps : {std::vector<std::uint64_t>{1, 2},
                                  {2, 2},
                                  {3, 1},
                                  {4, 0},
                                  {2 + (std::uint64_t{1} << 63U), 4},
                                  {},
                                  {0}})
            CHECK(code(steps) == ErrorCode::index_damaged);
        code(std::vector<std::uint64_t>{4, 1});
        CHECK(ListColumn<std::uint32_t>(stem)[2].front() == 2);
    }
}

TEST_SUITE("order of ids") {
    TEST_CASE("an order of other documents is damage and not a wild read") {
        const tests::TemporaryFolder folder;
        const std::string path = folder.path() + "/ids.order";
        const std::vector<IdBytes> ids{{}, "2pw5a0w1d57b65ae", "hj9gzw9j2evtxt6a"};
        write_column(path, order_of_ids(ids));
        for (const std::uint32_t documents : {0U, 1U, 3U})
            CHECK(code_of([&] { IdOrder(path, documents); }) == ErrorCode::index_damaged);
        for (const std::uint32_t wild : {0U, 3U, 0xffffffffU}) {
            CAPTURE(wild);
            std::filesystem::remove(path);
            write_column(path, std::vector<std::uint32_t>{wild, wild});
            const IdOrder order(path, 2);
            CHECK(code_of([&] { order.find(ids[1], ids); }) == ErrorCode::index_damaged);
        }
    }
}

TEST_SUITE("string table") {
    TEST_CASE("strings keep their numbers and are found by themselves and by prefix") {
        const tests::TemporaryFolder folder;
        StringNumbers numbers;
        for (const char* text : {"ferry", "harbour", "fern", "ferry", ""}) numbers.number(text);
        numbers.write(folder.path() + "/lexicon");
        const StringTable table(folder.path() + "/lexicon");
        REQUIRE(table.size() == 4);
        CHECK(table[0] == "ferry");
        CHECK(table.number("harbour") == 1);
        CHECK(table.number("") == 3);
        CHECK_FALSE(table.number("harbor"));
        std::vector<std::string_view> found;
        for (const auto number : table.with_prefix("fer")) found.push_back(table[number]);
        CHECK(found == std::vector<std::string_view>{"fern", "ferry"});
        CHECK(table.with_prefix("x").empty());
    }

    TEST_CASE("a table with wild offsets is damage") {
        const tests::TemporaryFolder folder;
        const std::string path = folder.path() + "/lexicon";
        StringNumbers numbers;
        numbers.number("ferry");
        numbers.number("fern");
        numbers.write(path);
        const auto whole = read_whole_file(path);
        const auto read_with = [&](std::size_t at, char byte) {
            auto bytes = whole;
            bytes[at] = byte;
            std::ofstream(path, std::ios::binary) << bytes;
            return code_of([&] {
                const StringTable table(path);
                (void)table[0];
                (void)table[1];
                (void)table.number("ferry");
                (void)table.with_prefix("fe");
            });
        };
        // Behind a head of eight bytes three offsets, and the numbers in their order.
        for (std::size_t at = 8; at <= 24; at += 4)
            CHECK(read_with(at, '\x7f') == ErrorCode::index_damaged);
    }
}

TEST_SUITE("tokens") {
    TEST_CASE(
        "words come back with zone, paragraph and position, and gaps part paragraphs and zones") {
        std::string bytes;
        TokenEncoder encoder(bytes);
        encoder.zone(ZoneKind::headline);
        encoder.word(300);
        encoder.zone(ZoneKind::body);
        encoder.word(1);
        encoder.word(2);
        encoder.joined(2, 70'000);
        encoder.paragraph();
        encoder.word(3);
        TokenWalk walk(bytes);
        Token token;
        REQUIRE(walk.next(token));
        CHECK(token.word == 300);
        CHECK(token.zone == ZoneKind::headline);
        CHECK(token.position == 0);
        REQUIRE(walk.next(token));
        CHECK(token.position == 1 + zone_gap);
        REQUIRE(walk.next(token));
        REQUIRE(walk.next(token));
        CHECK(token.word == 70'000);
        CHECK(token.span == 2);
        CHECK(token.position == 1 + zone_gap);
        REQUIRE(walk.next(token));
        CHECK(token.position == 3 + zone_gap + paragraph_gap);
        CHECK(token.paragraph == 2);
        CHECK_FALSE(walk.next(token));
    }

    TEST_CASE("damaged bytes end the walk and are never read beyond") {
        std::string bytes;
        TokenEncoder encoder(bytes);
        encoder.zone(ZoneKind::body);
        encoder.word(100'000);
        encoder.joined(9, 5);
        for (std::size_t size = 0; size <= bytes.size(); ++size) {
            const std::string cut = bytes.substr(0, size);
            TokenWalk walk(cut);
            Token token;
            int words = 0;
            while (walk.next(token)) ++words;
            CHECK(words <= 1);
        }
    }
}

TEST_SUITE("article codec") {
    TEST_CASE("an article comes back whole") {
        auto article = tests::article_of({.id = "a",
                                          .title = "Ferry sinks",
                                          .body = "One.\nTwo.",
                                          .date = "2019-04",
                                          .source = "Gull"});
        article.updated = article.published;
        article.quality.ocr = 0.75F;
        article.published.minute_of_day = std::int16_t{61};
        article.published.utc_offset = std::int16_t{-300};
        article.other = {{"desk", "city"}};
        article.entities = {
            {EntityType::place, "Porthaven", 2, {{0, 3, 12, NameRole::dateline}}, true},
            {EntityType::org, "Ferry", 1, {}, false}};
        article.quotes = {
            {0, 1, 5, "person ann lee", "she", "org coastline", QuoteBasis::verb_after, 95}};
        const auto bytes = encode_article(article);
        CHECK(decode_article(unpacked(packed(bytes))) == article);

        auto row = article;
        row.provenance = {.path = {}, .record = 1, .sha256 = {}, .reader = {}};
        row.entities[0].named_at.clear();
        row.quotes.clear();
        row.other.clear();
        CHECK(decode_article(bytes, ArticleParts::row) == row);
    }

    TEST_CASE("a name that the text says as it is kept is stored once, any other beside it") {
        auto article = tests::article_of(
            {.id = "a", .title = "Ferry", .body = "Ann Lee left Porthaven. Lee came back."});
        const auto zone = static_cast<std::uint32_t>(article.zones.size() - 1);
        const auto named = [&](std::string name, std::vector<Mention> named_at) {
            article.entities = {
                {EntityType::person, std::move(name), 1, std::move(named_at), true}};
            const auto bytes = encode_article(article);
            CHECK(decode_article(bytes) == article);
            auto row = decode_article(bytes, ArticleParts::row);
            CHECK(row.entities.front().name == article.entities.front().name);
            CHECK(row.entities.front().named_at.empty());
            return bytes.size();
        };
        const auto said = named("Ann Lee", {{zone, 0, 7}, {zone, 24, 27}});
        CHECK(named("Ann B. Lee", {{zone, 0, 7}, {zone, 24, 27}}) == said + 10);
        CHECK(named("Lee", {{zone, 0, 7}, {zone, 24, 27}}) == said + 3);
        named("Ann Lee", {});
        named("", {});
        named("", {{zone, 3, 3}});
        named("Ann Lee", {{zone, 30, 99}});
        named("Ann Lee", {{zone + 1, 0, 7}});
    }

    TEST_CASE("a name that is to be where the text has nothing is damage") {
        auto article = tests::article_of({.id = "a", .title = "", .body = "Ann Lee"});
        const auto zone = static_cast<std::uint32_t>(article.zones.size() - 1);
        article.entities = {{EntityType::person, "Ann Lee", 1, {{zone, 0, 7}}, true}};
        auto bytes = encode_article(article);
        const auto text = bytes.find("Ann Lee");
        REQUIRE(text != std::string::npos);
        bytes.erase(text, 1);
        --bytes[text - 1];
        CHECK(code_of([&] { decode_article(bytes); }) == ErrorCode::index_damaged);
    }

    TEST_CASE(
        "what an article says does not hang on the checksum of its file, only on all the rest") {
        auto article = tests::article_of({.id = "a", .title = "Ferry sinks", .body = "One."});
        article.external_id = "x1";
        article.provenance = {"b/one.txt", 300, std::string(64, 'a'), "text"};
        const auto same = content_hash(article);
        article.provenance.sha256 = std::string(64, 'b');
        CHECK(content_hash(article) == same);
        article.provenance.sha256.clear();
        CHECK(content_hash(article) == same);
        const auto differs = [&](auto change) {
            auto other = article;
            change(other);
            return content_hash(other) != same;
        };
        CHECK(differs([](Article& other) { other.id.back() = 'b'; }));
        CHECK(differs([](Article& other) { other.provenance.path = "b/two.txt"; }));
        CHECK(differs([](Article& other) { ++other.provenance.record; }));
        CHECK(differs([](Article& other) { other.provenance.reader = "html"; }));
        CHECK(differs([](Article& other) { other.title += "!"; }));
    }

    TEST_CASE("every cut of the bytes is damage, never half an article") {
        const auto bytes = encode_article(tests::article_of(
            {.id = "a", .title = "Ferry sinks", .body = "One.", .tags = {"sea"}}));
        for (const auto parts : {ArticleParts::all, ArticleParts::row}) {
            for (std::size_t size = 0; size < bytes.size(); ++size) {
                const auto cut = std::string_view(bytes).substr(0, size);
                CHECK(code_of([&] { decode_article(cut, parts); }) == ErrorCode::index_damaged);
            }
            CHECK(code_of([&] { decode_article(bytes + "x", parts); }) == ErrorCode::index_damaged);
        }
        CHECK(code_of([&] { unpacked("no frame"); }) == ErrorCode::index_damaged);
    }
}

TEST_SUITE("quotations of a segment") {
    TEST_CASE("quotations come back, with and without speakers") {
        const std::vector<StoredQuote> quotes{
            {{3, 9}, 0, 70'000, 1, 20, 300, QuoteBasis::passed_on, 95},
            {{40, 41}, {}, {}, 2, 0, 7, QuoteBasis::none, 0}};
        std::string bytes;
        put_quotes(bytes, quotes);
        CHECK(quotes_from(bytes) == quotes);
        CHECK(quotes_from("").empty());
    }

    TEST_CASE("bytes that end within a quotation are damage") {
        std::string bytes;
        put_quotes(bytes, {{{3, 9}, 0, 1, 1, 20, 300, QuoteBasis::named, 60}});
        for (std::size_t size = 1; size < bytes.size(); ++size)
            CHECK(code_of([&] { quotes_from(bytes.substr(0, size)); }) == ErrorCode::index_damaged);
    }
}

}  // namespace
