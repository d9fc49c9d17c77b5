// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/concordance.h"

#include "archive/base/limits.h"
#include "tests/support/small_archive.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace archive;
using namespace tests;

namespace {

std::string shown(const std::vector<ConcordanceLine>& lines) {
    std::string text;
    for (const auto& line : lines) text += line.left + "[" + line.hit + "]" + line.right + "\n";
    return text;
}

Concordance lines_of(const SmallArchive& archive, const ConcordanceRequest& request) {
    const auto result = archive.searcher()->concordance(request, never());
    REQUIRE(result);
    return *result;
}

ConcordanceRequest about(std::string_view q, LineOrder order = LineOrder::date,
                         std::uint32_t width = 20) {
    ConcordanceRequest request{asking(q), width, order};
    request.common.sort = Sort::newest;  // which version of a story gives its lines
    return request;
}

/// The lines of all pages, and that no page has more than it may.
std::string paged(const SmallArchive& archive, ConcordanceRequest request) {
    std::string text;
    for (int pages = 0; pages < 100; ++pages) {
        const auto page = lines_of(archive, request);
        CHECK(page.lines.size() <= request.common.limit);
        text += shown(page.lines);
        request.common.cursor = page.next_cursor;
        if (request.common.cursor.empty()) break;
    }
    return text;
}

SmallArchive harbour() {
    return SmallArchive(
        {{.id = "a",
          .title = "Ferry again",
          .body = "Nobody saw the ferry leave the old harbour that night.\nA ferry is no ship.",
          .date = "2024-01-01",
          .story = "a"},
         {.id = "b", .title = "Crane", .body = "Zealous ferry crews waited.", .date = "2024-02-01"},
         {.id = "c", .title = "Ferry again", .date = "2023-01-01", .story = "a"},
         {.id = "d", .title = "Gulls", .body = "Nothing sails.", .date = "2024-03-01"}});
}

}  // namespace

TEST_CASE("every place is a line, the newest article first, whole words on both sides") {
    const auto result = lines_of(harbour(), about("ferry"));
    CHECK(shown(result.lines)
          == "Zealous [ferry] crews waited.\n"
             "[Ferry] again\n"
             "Nobody saw the [ferry] leave the old\n"
             "A [ferry] is no ship.\n");
    CHECK(result.total == BothCounts{3, 2});
    CHECK(result.lines[1].zone == ZoneKind::headline);
    CHECK(result.lines[0].row.article.id == "b000000000000000");
}

TEST_CASE("unfolded every version gives its lines, and oldest turns the days round") {
    auto request = about("ferry");
    request.common.fold = false;
    request.common.sort = Sort::oldest;
    const auto result = lines_of(harbour(), request);
    REQUIRE(result.lines.size() == 5);
    CHECK(result.lines[0].row.article.id == "c000000000000000");
    CHECK(result.lines[4].row.article.id == "b000000000000000");
}

TEST_CASE("lines are sorted by the words behind, or by those before from the hit back") {
    CHECK(shown(lines_of(harbour(), about("ferry", LineOrder::right)).lines)
          == "[Ferry] again\n"
             "Zealous [ferry] crews waited.\n"
             "A [ferry] is no ship.\n"
             "Nobody saw the [ferry] leave the old\n");
    CHECK(shown(lines_of(harbour(), about("ferry", LineOrder::left)).lines)
          == "[Ferry] again\n"
             "A [ferry] is no ship.\n"
             "Nobody saw the [ferry] leave the old\n"
             "Zealous [ferry] crews waited.\n");
}

TEST_CASE("a page of lines goes on where the last one ended, also within an article") {
    for (const auto order : {LineOrder::date, LineOrder::left, LineOrder::right}) {
        const auto all = shown(lines_of(harbour(), about("ferry", order)).lines);
        for (const std::uint32_t limit : {1U, 2U, 3U, 4U, 5U}) {
            CAPTURE(limit);
            auto request = about("ferry", order);
            request.common.limit = limit;
            CHECK(paged(harbour(), request) == all);
        }
        auto request = about("ferry", order);
        request.common.offset = 2;
        CHECK(all.ends_with(shown(lines_of(harbour(), request).lines)));
        CHECK(lines_of(harbour(), request).lines.size() == 2);
    }
}

TEST_CASE("context in a script without blanks is cut between characters") {
    const SmallArchive archive(
        {{.id = "a", .body = "海港管理局昨天宣布渡轮服务将于下月恢复正常运营", .language = "zh"}});
    const auto result = lines_of(archive, about("\"渡轮\"", LineOrder::date, 4));
    REQUIRE(result.lines.size() == 1);
    CHECK(shown(result.lines) == "昨天宣布[渡轮]服务将于\n");
}

TEST_CASE("a search without words has no lines, one that finds nothing neither") {
    for (const char* q : {"", "source:nobody", "date:2024", "nothinglikeit"}) {
        CAPTURE(q);
        CHECK(lines_of(harbour(), about(q)).lines.empty());
    }
    CHECK(lines_of(harbour(), about("")).total.articles == 4);
}

TEST_CASE("more articles than one answer reads are said to be more, and by date gone on with") {
    std::vector<Written> many;
    const auto most = limits::concordance_articles;
    for (std::size_t i = 0; i <= most; ++i)
        many.push_back({.title = "Ferry", .date = "2024-01-01"});
    const SmallArchive archive(many);
    auto request = about("ferry", LineOrder::right);
    CHECK(lines_of(archive, request).partial);
    request.order = LineOrder::date;
    request.common.offset = static_cast<std::uint32_t>(most);
    const auto first = lines_of(archive, request);
    CHECK(first.lines.empty());
    REQUIRE_FALSE(first.next_cursor.empty());
    request.common.offset = 0;
    request.common.cursor = first.next_cursor;
    CHECK(lines_of(archive, request).lines.size() == 1);
}

TEST_CASE("a cursor of another order or another search of lines is refused") {
    auto request = about("ferry");
    request.common.limit = 1;
    const auto archive = harbour();
    request.common.cursor = lines_of(archive, request).next_cursor;
    auto wrong = request;
    wrong.order = LineOrder::left;
    CHECK_FALSE(archive.searcher()->concordance(wrong, never()));
    wrong = request;
    wrong.common.q = "crane";
    CHECK_FALSE(archive.searcher()->concordance(wrong, never()));
    for (const char* cursor : {"d", "d1", "l1.", "dx.", "d1.1"}) {
        CAPTURE(cursor);
        wrong = request;
        wrong.common.cursor = cursor;
        if (cursor[0] == 'l') wrong.order = LineOrder::left;
        CHECK_FALSE(archive.searcher()->concordance(wrong, never()));
    }
}
