// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/claims.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
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
    for (const auto& article : settlement.articles) all.emplace_back(article.id);
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
        CHECK(settled.fresh == std::vector<archive::IdBytes>{"y"});
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

    // A record that takes an article back has no content.
    TEST_CASE("a record that takes an article back removes it and keeps it out") {
        const LedgerFiles before{{"b", file("b", {{"", 1, "x", 7, 1}})}};
        Works works;
        read_anew(works, file("a", {{"", 1, "x", 0, 2}}));
        const auto settled = settle(before, works, {});
        CHECK(settled.gone == std::vector<std::string>{"x"});
        CHECK(settled.articles.empty());

        const LedgerFiles after{{"a", file("a", {{"", 1, "x", 0, 2}})},
                                {"b", file("b", {{"", 1, "x", 7, 1}})}};
        Works again;
        read_anew(again, file("b", {{"", 1, "x", 8, 1}}));
        const auto later = settle(after, again, {});
        CHECK(later.articles.empty());
        CHECK(later.gone.empty());
    }

    TEST_CASE("an article comes back with a higher version, and when what took it back vanishes") {
        const LedgerFiles before{{"a", file("a", {{"", 1, "x", 0, 2}})},
                                 {"b", file("b", {{"", 1, "x", 7, 1}})}};
        Works works;
        read_anew(works, file("c", {{"", 1, "x", 9, 3}}));
        const auto settled = settle(before, works, {});
        CHECK(ids(settled) == std::vector<std::string>{"x"});
        CHECK(settled.fresh == std::vector<archive::IdBytes>{"x"});
        CHECK(settle(before, {}, {"a"}).reread == std::vector<std::string>{"b"});
        CHECK(settle(before, {}, {"a", "b"}).gone.empty());
    }

    TEST_CASE("in whatever order the files of a story are read, the archive shows the same") {
        // Two versions, one taken back at the second, and one that never was.
        const std::vector<LedgerFile> files{
            file("a", {{"", 1, "x", 11, 1}, {"", 2, "y", 21, 1}}), file("b", {{"", 1, "x", 12, 2}}),
            file("c", {{"", 1, "y", 0, 2}, {"", 2, "z", 0, 1}}), file("d", {{"", 1, "y", 22, 2}})};
        std::vector<std::size_t> order{0, 1, 2, 3};
        do {
            LedgerFiles ledger;
            std::map<std::string, std::uint64_t> shown;
            for (const auto at : order) {
                Works works;
                read_anew(works, files[at]);
                const auto settled = settle(ledger, works, {});
                CHECK(settled.reread.empty());
                for (const auto& article : settled.articles)
                    shown[std::string(article.id)] = article.content;
                for (const auto& id : settled.gone) CHECK(shown.erase(id) == 1);
                ledger[files[at].path] = files[at];
            }
            CHECK(shown == std::map<std::string, std::uint64_t>{{"x", 12}});
        } while (std::next_permutation(order.begin(), order.end()));
    }

    TEST_CASE("exactly one record of each id counts as the article") {
        const LedgerFiles files{{"a", file("a", {{"", 1, "x", 1, 0}, {"", 2, "x", 3, 0}})},
                                {"b", file("b", {{"", 1, "x", 2, 0}})}};
        CHECK(winners(files) == std::vector<bool>{false, false, true});
    }
}

}  // namespace
