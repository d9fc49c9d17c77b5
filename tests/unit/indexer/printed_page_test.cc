// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/printed_page.h"

#include "archive/base/text.h"
#include "indexer/readers/page_cutting.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using indexer::PrintedBlock;
using indexer::PrintedPage;

namespace {

/// Words are called W1, W2, .. through the page.
PrintedBlock block(const std::string& id, const std::vector<std::string>& lines, float size = 10,
                   int first_word = 1) {
    PrintedBlock made;
    made.id = id;
    made.type_size = size;
    for (const auto& line : lines) {
        auto& words = made.lines.emplace_back().words;
        for (const auto word : archive::split(line, ' ')) {
            words.push_back({"W" + std::to_string(first_word++), std::string(word), 0.5F});
        }
    }
    return made;
}

PrintedPage two_blocks() {
    PrintedPage page;
    page.blocks = {block("A", {"one two", "three"}), block("B", {"four five"}, 10, 4)};
    page.groups = {{"G", 0, 2}};
    return page;
}

std::vector<std::string> texts(const std::vector<PrintedBlock>& blocks) {
    std::vector<std::string> found;
    for (const auto& each : blocks) found.push_back(text_of(each));
    return found;
}

}  // namespace

TEST_CASE("a word cut at the end of a line is made whole") {
    CHECK(text_of(block("", {"the sig-", "nal box"})) == "the signal box");
    CHECK(text_of(block("", {"the sig\xc2\xac", "nal box"})) == "the signal box");
    CHECK(text_of(block("", {"Anglo-", "Saxon"})) == "Anglo- Saxon");
    CHECK(text_of(block("", {"1914-", "eighteen"})) == "1914- eighteen");
    auto stated = block("", {"ferry hou", "rs late"});
    stated.lines[0].words[1].whole = "hours";
    stated.lines[1].words[0].second_part = true;
    CHECK(text_of(stated) == "ferry hours late");
}

TEST_CASE("the largest type of a page is its headline where it stands out") {
    PrintedPage page;
    page.blocks = {block("", {"Fire at the rope walk"}, 20),
                   block("", {"A fire broke out at the rope walk a little after midnight."}),
                   block("", {"Chains of buckets were formed."})};
    const auto article = article_of_page(page);
    CHECK(article.title == "Fire at the rope walk");
    REQUIRE(article.zones.size() == 2);
    CHECK(article.zones[0].kind == archive::ZoneKind::headline);
    CHECK(article.zones[1].text.find('\n') != std::string::npos);
    REQUIRE(article.quality.ocr);
    CHECK(*article.quality.ocr == doctest::Approx(0.5));
    page.blocks[0].type_size = 11;
    CHECK(article_of_page(page).title.empty());
}

TEST_CASE("stretches of a page are cut by the ids of groups, blocks and words") {
    using List = std::vector<std::string>;
    indexer::PageCutting page(two_blocks());
    CHECK(texts(page.cut("B", {})) == List{"four five"});
    CHECK(texts(page.cut("W2", "W4")) == List{"two three", "four"});
    CHECK(texts(page.cut("G", {})) == List{"one two three", "four five"});
    CHECK(texts(page.cut({}, {})) == List{"one two three", "four five"});
    CHECK(page.cut("W2", "W99").empty());
    CHECK(page.cut("C", {}).empty());
}

TEST_CASE("what was cut out of a page is not in its rest") {
    indexer::PageCutting page(two_blocks());
    page.cut("W2", "W4");
    CHECK(texts(page.rest().blocks) == std::vector<std::string>{"one", "five"});
}
