// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/index/copy_signature.h"

#include "archive/index/key_table.h"
#include "archive/index/shingles.h"
#include "tests/support/small_archive.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <string>

using namespace archive;

namespace {

std::vector<std::uint32_t> runs(std::string_view text, std::size_t run = long_run) {
    return shingles(word_hashes(text), run);
}

/// So many different words, from the `from`th on.
std::string invented(int from, int count) {
    std::string text;
    for (int i = from; i < from + count; ++i) text += "word" + std::to_string(i) + " ";
    return text;
}

bool meet(const CopySignature& left, const CopySignature& right) {
    const auto ours = keys(left);
    const auto theirs = keys(right);
    return std::find_first_of(ours.begin(), ours.end(), theirs.begin(), theirs.end()) != ours.end();
}

}  // namespace

TEST_SUITE("shingles") {
    TEST_CASE("case, punctuation and the shape of quotation marks do not tell words apart") {
        CHECK(word_hashes("The \"Ferry\" didn't sail — again.")
              == word_hashes("the “ferry” didn’t sail again"));
        CHECK(word_hashes("10,000 tons for the U.S. fleet")
              == word_hashes("10000 tons for the US fleet"));
        CHECK(word_hashes("ÄRGER in Zürich") == word_hashes("ärger in zürich"));
        CHECK(word_hashes("co\u00ADoperate") == word_hashes("cooperate"));
        CHECK(word_hashes("sell off") != word_hashes("selloff"));
    }

    TEST_CASE("scripts without blanks have a word a character") {
        CHECK(word_hashes("渡轮今天停航").size() == 6);
        CHECK(word_hashes("フェリー").size() == 4);
        CHECK(word_hashes("паром не вышел").size() == 3);
    }

    TEST_CASE("a set of runs holds each run once, and none of a text that is too short") {
        CHECK(runs("one two three four").empty());
        CHECK(runs("one two three four five").size() == 1);
        CHECK(runs("a a a a a a a a").size() == 1);
        CHECK(shared(runs(invented(0, 40)), runs(invented(20, 40))) == 16);
    }
}

TEST_SUITE("copy signatures") {
    TEST_CASE("equal words make equal signatures whatever their punctuation") {
        const auto text = invented(0, 300);
        auto other = text;
        std::replace(other.begin(), other.begin() + 200, ' ', '-');
        CHECK(copy_signature(text) == copy_signature(other));
        CHECK(words_key(copy_signature(text)) != words_key(copy_signature(invented(1, 300))));
    }

    TEST_CASE("a text, a third of it and one twice its size share a key") {
        for (int i = 0; i < 200; ++i) {
            CAPTURE(i);
            const int from = i * 10'000;
            const auto whole = copy_signature(invented(from, 400));
            CHECK(meet(whole, copy_signature(invented(from, 134))));
            CHECK(meet(whole, copy_signature(invented(from, 400) + invented(from + 5'000, 400))));
            CHECK_FALSE(meet(whole, copy_signature(invented(from + 5'000, 400))));
        }
    }

    TEST_CASE("the most that may be contained is never less than what is") {
        for (int i = 0; i < 100; ++i) {
            CAPTURE(i);
            const int from = i * 10'000;
            const auto left = invented(from, 200 + i);
            const auto right = invented(from + i, 500);
            const double contained = static_cast<double>(shared(runs(left), runs(right)))
                                     / static_cast<double>(runs(left).size());
            CHECK(most_containment(copy_signature(left), copy_signature(right))
                  >= contained - 0.15);
        }
        CHECK(
            most_containment(copy_signature(invented(0, 500)), copy_signature(invented(9'000, 500)))
            < 0.2);
        CHECK(most_containment(copy_signature(""), copy_signature(invented(0, 50))) == 0);
    }
}

/// Writes the table of some entries, made by filed().
void write_key_table(const std::string& path, const std::vector<std::uint64_t>& entries,
                     std::uint32_t documents) {
    write_column(path, key_table(documents, [&](const auto& sink) {
                     for (const auto entry : entries) sink(filed_key(entry), filed_number(entry));
                 }));
}

TEST_SUITE("key table") {
    TEST_CASE("a table finds the documents of a key, and none of others") {
        const tests::TemporaryFolder folder;
        const std::string path = folder.path() + "/keys";
        constexpr std::uint32_t high = 0xffffffff;
        write_key_table(
            path, {filed(9, 2), filed(7, 3), filed(9, 1), filed(high, 3), filed(high - 1, 2)}, 3);
        const KeyTable table(path, 3);
        std::vector<std::pair<std::uint32_t, Docid>> found;
        const std::vector<std::uint64_t> wanted{filed(7, 5), filed(8, 5), filed(9, 5), filed(9, 6),
                                                filed(high, 7)};
        table.for_each(
            wanted, [&](std::uint32_t number, Docid docid) { found.emplace_back(number, docid); });
        CHECK(found
              == std::vector<std::pair<std::uint32_t, Docid>>{
                  {5, 3}, {5, 1}, {5, 2}, {6, 1}, {6, 2}, {7, 3}});
        CHECK(table.count(9) == 2);
        CHECK(table.count(8) == 0);
    }

    TEST_CASE("a long table misses no key and no document, wherever the keys lie") {
        std::mt19937 random(20261122);
        for (const std::uint32_t documents : {1U, 2U, 255U, 256U, 3'000U}) {
            for (const std::uint32_t keys : {40U, 70'000U, 0xffffffffU}) {
                CAPTURE(documents);
                CAPTURE(keys);
                const tests::TemporaryFolder folder;
                const std::string path = folder.path() + "/keys";
                std::map<std::uint32_t, std::set<Docid>> filed_under;
                std::vector<std::uint64_t> entries;
                for (int i = 0; i < 9'000; ++i) {
                    const auto key = static_cast<std::uint32_t>(random() % keys);
                    const auto docid = static_cast<Docid>(1 + random() % documents);
                    if (filed_under[key].insert(docid).second) entries.push_back(filed(key, docid));
                }
                write_key_table(path, entries, documents);
                const KeyTable table(path, documents);
                for (const auto& [key, docids] : filed_under) {
                    REQUIRE(table.count(key) == docids.size());
                    CHECK(table.count(key + 1)
                          == (filed_under.count(key + 1) > 0 ? filed_under.at(key + 1).size() : 0));
                    const auto from = static_cast<Docid>(1 + random() % documents);
                    const auto to = static_cast<Docid>(1 + random() % documents);
                    std::vector<Docid> between;
                    table.for_each_between(key, from, to, [&](Docid docid) {
                        between.push_back(docid);
                        return true;
                    });
                    std::vector<Docid> expected;
                    for (const auto docid : docids) {
                        if (docid >= from && docid <= to) expected.push_back(docid);
                    }
                    CHECK(between == expected);
                }
            }
        }
    }

    TEST_CASE("a table of other documents is refused") {
        const tests::TemporaryFolder folder;
        const std::string path = folder.path() + "/keys";
        write_key_table(path, {filed(9, 2)}, 3);
        CHECK_THROWS_AS(KeyTable(path, 3'000), Failure);
    }
}
