// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/index/common_runs.h"

#include "archive/base/error.h"
#include "archive/index/tokens.h"
#include "tests/support/small_archive.h"

#include <doctest/doctest.h>

#include <array>
#include <random>
#include <string>
#include <vector>

namespace {

using namespace archive;
using Numbers = std::vector<std::uint32_t>;

/// Words by their numbers, one paragraph.
std::string paragraph(const Numbers& words) {
    std::string bytes;
    TokenEncoder encoder(bytes);
    encoder.paragraph();
    for (const auto word : words) encoder.word(word);
    return bytes;
}

/// The bitmaps of a few documents, written and opened again.
class RunFiles {
public:
    RunFiles(const Numbers& common, std::size_t lexicon, const std::vector<std::string>& tokens)
        : documents_(static_cast<std::uint32_t>(tokens.size())) {
        RunCollector collector(common, lexicon, documents_);
        for (Docid docid = 1; docid <= documents_; ++docid) collector.add(docid, tokens[docid - 1]);
        write_column(folder_.path() + "/words", common);
        write_column(folder_.path() + "/runs", collector.bitmaps());
    }
    CommonRuns open(std::uint32_t documents) const {
        return {folder_.path() + "/words", folder_.path() + "/runs", documents};
    }
    CommonRuns open() const { return open(documents_); }

private:
    std::uint32_t documents_;
    tests::TemporaryFolder folder_;
};

}  // namespace

TEST_CASE("the words that stand in more than a sixteenth of the articles are common") {
    CHECK(common_words(Numbers{160, 11, 10, 0, 12}, 160) == Numbers{0, 1, 4});
    CHECK(common_words(Numbers{}, 0).empty());
}

TEST_CASE("of too many common words those of most articles are kept") {
    Numbers articles;
    for (std::uint32_t i = 0; i < 2 * most_common_words; ++i) articles.push_back(100 + i);
    const auto common = common_words(articles, 1000);
    REQUIRE(common.size() == most_common_words);
    CHECK(common.front() == most_common_words);
    CHECK(common.back() == 2 * most_common_words - 1);
}

TEST_CASE("common words side by side are found and others are not") {
    const RunFiles files({1, 2, 3}, 10,
                         {paragraph({1, 2, 3}), paragraph({1, 5, 2, 3}),
                          paragraph({1, 2}) + paragraph({3}), paragraph({3, 2, 1})});
    const auto runs = files.open();
    CHECK(runs.is_common(2));
    CHECK_FALSE(runs.is_common(5));
    const auto with = [&](const Numbers& words) {
        Numbers docids;
        for (Docid docid = 1; docid <= 4; ++docid)
            if (has_bit(runs.documents_with(words), docid)) docids.push_back(docid);
        return docids;
    };
    CHECK(with({1, 2}) == Numbers{1, 3});
    CHECK(with({2, 3}) == Numbers{1, 2});
    CHECK(with({1, 2, 3}) == Numbers{1});
    CHECK(with({2, 1}) == Numbers{4});
}

TEST_CASE("a joined word stands beside what is before its first and after its last part") {
    std::string bytes;
    TokenEncoder encoder(bytes);
    encoder.paragraph();
    encoder.word(1);
    encoder.word(2);
    encoder.word(3);
    encoder.joined(2, 4);  // 2 and 3 in one
    encoder.word(5);
    const RunFiles files({1, 2, 3, 4, 5}, 6, {bytes});
    const auto runs = files.open();
    for (const auto& held : {Numbers{1, 4}, Numbers{4, 5}, Numbers{1, 4, 5}, Numbers{3, 5}})
        CHECK(has_bit(runs.documents_with(held), 1));
    CHECK_FALSE(has_bit(runs.documents_with(Numbers{2, 4}), 1));
    CHECK_FALSE(has_bit(runs.documents_with(Numbers{4, 3}), 1));
}

TEST_CASE("no run of random texts is missed") {
    std::mt19937 random(7);
    std::uniform_int_distribution<std::uint32_t> word(0, 19);
    std::vector<std::string> tokens;
    std::vector<Numbers> texts(70);
    for (auto& text : texts) {
        for (int i = 0; i < 60; ++i) text.push_back(word(random));
        tokens.push_back(paragraph(text));
    }
    const RunFiles files({0, 1, 2, 3, 4, 5, 6, 7, 8, 9}, 20, tokens);
    const auto runs = files.open();
    for (std::size_t at = 0; at < texts.size(); ++at) {
        const auto& text = texts[at];
        for (std::size_t i = 0; i + 3 <= text.size(); ++i) {
            if (text[i] > 9 || text[i + 1] > 9) continue;
            CHECK(has_bit(runs.documents_with(std::array{text[i], text[i + 1]}),
                          static_cast<Docid>(at + 1)));
            if (text[i + 2] > 9) continue;
            CHECK(has_bit(runs.documents_with(std::array{text[i], text[i + 1], text[i + 2]}),
                          static_cast<Docid>(at + 1)));
        }
    }
}

TEST_CASE("runs of another number of documents are damage") {
    const RunFiles files({1}, 2, {paragraph({1})});
    try {
        files.open(200);
        FAIL("opened");
    } catch (const Failure& failure) {
        CHECK(failure.error().code == ErrorCode::index_damaged);
    }
}
