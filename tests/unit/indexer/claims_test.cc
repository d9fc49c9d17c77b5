// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/claims.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

namespace {

using namespace indexer;
using archive::LedgerFile;
using archive::LedgerFiles;
using archive::LedgerRecord;

LedgerFile file(const std::string& path, std::vector<LedgerRecord> records) {
    LedgerFile made;
    made.path = path;
    made.records = std::move(records);
    return made;
}

using Works = std::map<std::string, std::shared_ptr<FileWork>>;

void read_anew(Works& works, const LedgerFile& entry) {
    auto work = std::make_shared<FileWork>();
    work->entry = entry;
    for (const auto& record : entry.records) {
        archive::SpooledArticle article;
        article.id = record.id;
        article.content = record.content;
        work->spooled.push_back(article);
    }
    works[entry.path] = work;
}

std::vector<std::string> ids(const Settlement& settlement) {
    std::vector<std::string> all;
    for (const auto& article : settlement.articles) all.push_back(article.id);
    std::sort(all.begin(), all.end());
    return all;
}

TEST_SUITE("claims") {
    TEST_CASE("new records are new articles, the same content is nothing") {
        LedgerFiles before{{"a", file("a", {{"", 1, "x", 10, 0}})}};
        Works works;
        read_anew(works, file("a", {{"", 1, "x", 10, 0}, {"", 2, "y", 20, 0}}));
        const auto settled = settle(before, works, {});
        CHECK(ids(settled) == std::vector<std::string>{"y"});
        CHECK(settled.fresh == std::vector<std::string>{"y"});
        CHECK(settled.gone.empty());
    }

    TEST_CASE("a changed record is written again and is not fresh") {
        LedgerFiles before{{"a", file("a", {{"", 1, "x", 10, 0}})}};
        Works works;
        read_anew(works, file("a", {{"", 1, "x", 11, 0}}));
        const auto settled = settle(before, works, {});
        CHECK(ids(settled) == std::vector<std::string>{"x"});
        CHECK(settled.fresh.empty());
    }

    TEST_CASE("of two records the later path wins, whichever was read first") {
        Works works;
        read_anew(works, file("b", {{"", 1, "x", 2, 0}}));
        LedgerFiles before{{"a", file("a", {{"", 1, "x", 1, 0}})}};
        CHECK(settle(before, works, {}).articles.front().content == 2);

        Works earlier;
        read_anew(earlier, file("a", {{"", 1, "x", 1, 0}}));
        LedgerFiles later{{"b", file("b", {{"", 1, "x", 2, 0}})}};
        CHECK(settle(later, earlier, {}).articles.empty());
    }

    TEST_CASE("a higher version wins against a later path") {
        Works works;
        read_anew(works, file("a", {{"", 1, "x", 1, 2}}));
        read_anew(works, file("b", {{"", 1, "x", 2, 1}}));
        const auto settled = settle({}, works, {});
        REQUIRE(settled.articles.size() == 1);
        CHECK(settled.articles.front().content == 1);
    }

    TEST_CASE("when the article vanishes the file of its duplicate is read again") {
        LedgerFiles before{{"a", file("a", {{"", 1, "x", 1, 0}})},
                           {"b", file("b", {{"", 1, "x", 2, 0}})}};
        const auto settled = settle(before, {}, {"b"});
        CHECK(settled.reread == std::vector<std::string>{"a"});
        CHECK(settled.gone.empty());

        Works works;
        read_anew(works, before.at("a"));
        const auto again = settle(before, works, {"b"});
        CHECK(again.reread.empty());
        CHECK(ids(again) == std::vector<std::string>{"x"});
    }

    TEST_CASE("an id that no record claims is gone") {
        LedgerFiles before{{"a", file("a", {{"", 1, "x", 1, 0}, {"", 2, "y", 2, 0}})}};
        Works works;
        read_anew(works, file("a", {{"", 1, "y", 2, 0}}));
        CHECK(settle(before, works, {}).gone == std::vector<std::string>{"x"});
        CHECK(settle(before, {}, {"a"}).gone.size() == 2);
    }

    TEST_CASE("exactly one record of each id counts as the article") {
        const LedgerFiles files{{"a", file("a", {{"", 1, "x", 1, 0}, {"", 2, "x", 3, 0}})},
                                {"b", file("b", {{"", 1, "x", 2, 0}})}};
        const Winners winners(files);
        int won = 0;
        for (const auto& [path, entry] : files) {
            for (const auto& record : entry.records) won += winners.won(record) ? 1 : 0;
        }
        CHECK(won == 1);
        CHECK(winners.won(files.at("b").records[0]));
    }
}

}  // namespace
