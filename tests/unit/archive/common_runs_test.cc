// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/index/common_runs.h"

#include "archive/base/error.h"
#include "archive/index/run_writer.h"
#include "archive/index/tokens.h"
#include "tests/support/small_archive.h"

#include <doctest/doctest.h>

#include <array>
#include <filesystem>
#include <map>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace {

using namespace archive;
namespace fs = std::filesystem;
using Numbers = std::vector<std::uint32_t>;

/// Words by their numbers, one paragraph.
std::string paragraph(const Numbers& words) {
    std::string bytes;
    TokenEncoder encoder(bytes);
    encoder.paragraph();
    for (const auto word : words) encoder.word(word);
    return bytes;
}

/// The runs of a few documents, written and opened again.
class RunFiles {
public:
    RunFiles(const Numbers& common, std::size_t lexicon, std::vector<std::string> tokens)
        : tokens_(std::move(tokens)) {
        write_common_runs(folder_.path(), common, lexicon, documents(),
                          [&](Docid docid) { return std::string_view(tokens_[docid - 1]); });
    }
    std::uint32_t documents() const { return static_cast<std::uint32_t>(tokens_.size()); }
    CommonRuns open(std::uint32_t documents) const { return {folder_.path(), documents}; }
    CommonRuns open() const { return open(documents()); }
    std::string path(const std::string& name) const { return folder_.path() + "/" + name; }

private:
    std::vector<std::string> tokens_;
    tests::TemporaryFolder folder_;
};

/// The documents with the run, or nothing where it is not listed.
std::optional<Numbers> documents_with(const CommonRuns& runs, std::uint32_t documents,
                                      const Numbers& words) {
    auto bits = bitmap_for(documents);
    if (!runs.add_documents(words, bits)) return std::nullopt;
    Numbers docids;
    for (Docid docid = 0; docid <= documents; ++docid) {
        if (has_bit(bits, docid)) docids.push_back(docid);
    }
    return docids;
}

/// Words that come up in many documents, and often in the same order.
std::vector<Numbers> random_texts(std::mt19937& random, std::size_t texts) {
    std::vector<Numbers> all(texts);
    for (auto& text : all) {
        const auto words = 5 + random() % 60;
        while (text.size() < words) {
            const auto last = text.empty() ? 0 : text.back();
            text.push_back(static_cast<std::uint32_t>(
                random() % 2 == 0 ? (last * 7 + 1) % 12 : random() % (1 + random() % 20)));
        }
    }
    return all;
}

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
    const auto with = [&](const Numbers& words) { return documents_with(runs, 4, words); };
    CHECK(with({1, 2}) == Numbers{1, 3});
    CHECK(with({2, 3}) == Numbers{1, 2});
    CHECK(with({2, 1}) == Numbers{4});
    CHECK(with({3, 1}) == Numbers{});
    CHECK_FALSE(with({1, 2, 3}));
    CHECK(with({1, 2, 1}) == std::nullopt);
    CHECK(with({3, 1, 2}) == Numbers{});
}

TEST_CASE("page furniture has no runs") {
    std::string bytes = paragraph({1, 2});
    TokenEncoder encoder(bytes);
    encoder.zone(ZoneKind::furniture);
    encoder.word(2);
    encoder.word(1);
    const RunFiles files({1, 2}, 3, {bytes});
    const auto runs = files.open();
    CHECK(documents_with(runs, 1, {1, 2}) == Numbers{1});
    CHECK(documents_with(runs, 1, {2, 1}) == Numbers{});
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
    const std::uint32_t documents = looked_through(0) + 1;
    const RunFiles files({1, 2, 3, 4, 5}, 6, std::vector<std::string>(documents, bytes));
    const auto runs = files.open();
    for (const auto& held :
         {Numbers{1, 4}, Numbers{4, 5}, Numbers{1, 4, 5}, Numbers{3, 5}, Numbers{1, 2, 3, 5}})
        CHECK(documents_with(runs, documents, held)->size() == documents);
    CHECK(documents_with(runs, documents, {2, 4}) == Numbers{});
    CHECK(documents_with(runs, documents, {4, 3}) == Numbers{});
    CHECK(documents_with(runs, documents, {1, 2, 5}) == Numbers{});
}

TEST_CASE("the documents of every run are known, or they are few") {
    std::mt19937 random(7);
    const auto texts = random_texts(random, 300);
    constexpr std::uint32_t common = 10;
    std::map<Numbers, std::set<std::uint32_t>> held;
    std::vector<std::string> tokens;
    for (std::uint32_t docid = 1; docid <= texts.size(); ++docid) {
        const auto& text = texts[docid - 1];
        tokens.push_back(paragraph(text));
        for (std::size_t begin = 0; begin < text.size(); ++begin) {
            Numbers run;
            for (auto at = begin; at < text.size() && run.size() < longest_run; ++at) {
                if (text[at] >= common) break;
                run.push_back(text[at]);
                held[run].insert(docid);
            }
        }
    }
    const RunFiles files({0, 1, 2, 3, 4, 5, 6, 7, 8, 9}, 20, tokens);
    const auto runs = files.open();
    std::array<std::size_t, longest_run + 1> listed{}, nowhere{}, open{};
    for (std::uint32_t number = 0; number < 10'000; ++number) {
        const Numbers four{number % 10, number / 10 % 10, number / 100 % 10, number / 1000};
        for (std::size_t words = 2; words <= longest_run; ++words) {
            const Numbers run(four.begin(), four.begin() + static_cast<std::ptrdiff_t>(words));
            const auto& wanted = held[run];
            const auto found = documents_with(runs, files.documents(), run);
            if (found) {
                CHECK(*found == Numbers(wanted.begin(), wanted.end()));
                ++(wanted.empty() ? nowhere : listed)[words];
            } else {
                CHECK(words > 2);
                CHECK(wanted.size() <= looked_through(files.documents()));
                ++open[words];
            }
        }
    }
    for (std::size_t words = 3; words <= longest_run; ++words) {
        CAPTURE(words);
        CHECK(listed[words] > 10);
        CHECK(nowhere[words] > 10);
        CHECK(open[words] > 10);
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

TEST_CASE("sets of runs that end too early are damage") {
    const RunFiles files({1, 2}, 3, {paragraph({1, 2}), paragraph({1, 2}), paragraph({1, 2})});
    fs::resize_file(files.path("runs"), 0);
    const auto runs = files.open();
    auto bits = bitmap_for(3);
    try {
        runs.add_documents(Numbers{1, 2}, bits);
        FAIL("read");
    } catch (const Failure& failure) {
        CHECK(failure.error().code == ErrorCode::index_damaged);
    }
}
