// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/index/common_runs.h"

#include "archive/base/error.h"
#include "archive/index/run_writer.h"
#include "archive/index/tokens.h"
#include "tests/support/small_archive.h"

#include <doctest/doctest.h>

#include <algorithm>
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
    RunFiles(const Numbers& common, std::size_t lexicon, std::vector<std::string> tokens,
             const RunLimits& limits = {})
        : tokens_(std::move(tokens)) {
        write_common_runs(
            folder_.path(), common, lexicon, documents(),
            [&](Docid docid) { return std::string_view(tokens_[docid - 1]); }, limits);
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

namespace {

/// What the texts say.
using Held = std::map<Numbers, std::set<std::uint32_t>>;

Held runs_held(const std::vector<Numbers>& texts, std::uint32_t common) {
    Held held;
    for (std::uint32_t docid = 1; docid <= texts.size(); ++docid) {
        const auto& text = texts[docid - 1];
        for (std::size_t begin = 0; begin < text.size(); ++begin) {
            Numbers run;
            for (auto at = begin; at < text.size() && run.size() < longest_run; ++at) {
                if (text[at] >= common) break;
                run.push_back(text[at]);
                held[run].insert(docid);
            }
        }
    }
    return held;
}

/// How many runs of so many words are listed, stand nowhere, or are left open.
struct Known {
    std::array<std::size_t, longest_run + 1> listed{}, nowhere{}, open{};
};

/// Asks for every run of ten words and holds what is known against what is held.
Known known_runs(const RunFiles& files, const Held& held) {
    const auto runs = files.open();
    Known known;
    for (std::uint32_t number = 0; number < 10'000; ++number) {
        const Numbers four{number % 10, number / 10 % 10, number / 100 % 10, number / 1000};
        for (std::size_t words = 2; words <= longest_run; ++words) {
            const Numbers run(four.begin(), four.begin() + static_cast<std::ptrdiff_t>(words));
            const auto at = held.find(run);
            const auto wanted =
                at == held.end() ? Numbers{} : Numbers(at->second.begin(), at->second.end());
            const auto found = documents_with(runs, files.documents(), run);
            if (found) {
                CHECK(*found == wanted);
                ++(wanted.empty() ? known.nowhere : known.listed)[words];
            } else {
                ++known.open[words];
            }
        }
    }
    return known;
}

const Numbers ten_words{0, 1, 2, 3, 4, 5, 6, 7, 8, 9};

std::vector<std::string> paragraphs(const std::vector<Numbers>& texts) {
    std::vector<std::string> tokens;
    for (const auto& text : texts) tokens.push_back(paragraph(text));
    return tokens;
}

}  // namespace

TEST_CASE("runs are known wherever they stand in a stretch of common words of any length") {
    std::mt19937 random(3);
    std::vector<Numbers> texts;
    for (const std::size_t length : {2U, 3U, 4U, 253U, 254U, 255U, 256U, 257U, 506U, 507U, 508U}) {
        for (int copies = 0; copies < 3; ++copies) {
            auto& text = texts.emplace_back();
            while (text.size() < length)
                text.push_back(static_cast<std::uint32_t>(random() % (3 + text.size() % 8)));
        }
    }
    const RunFiles files(ten_words, 20, paragraphs(texts));
    const auto known = known_runs(files, runs_held(texts, 10));
    CHECK(known.open[2] == 0);
    CHECK(known.listed[3] > 0);
    CHECK(known.listed[longest_run] > 0);
}

TEST_CASE("the documents of every run are known, or they are few") {
    std::mt19937 random(7);
    const auto texts = random_texts(random, 300);
    const auto held = runs_held(texts, 10);
    const RunFiles files(ten_words, 20, paragraphs(texts));
    const auto known = known_runs(files, held);
    CHECK(known.open[2] == 0);
    for (std::size_t words = 3; words <= longest_run; ++words) {
        CAPTURE(words);
        CHECK(known.listed[words] > 10);
        CHECK(known.nowhere[words] > 10);
        CHECK(known.open[words] > 10);
    }
    const auto runs = files.open();
    for (const auto& [run, docids] : held) {
        if (run.size() > 2 && docids.size() > looked_through(files.documents()))
            CHECK(documents_with(runs, files.documents(), run));
    }
}

TEST_CASE("with room for fewer runs less is known and all of it true") {
    std::mt19937 random(8);
    const auto texts = random_texts(random, 300);
    const auto held = runs_held(texts, 10);
    const RunFiles files(ten_words, 20, paragraphs(texts));
    const RunFiles smaller(ten_words, 20, paragraphs(texts), {40, 100});
    const auto all = known_runs(files, held);
    const auto fewer = known_runs(smaller, held);
    CHECK(fewer.listed[2] == all.listed[2]);
    CHECK(fewer.listed[3] < all.listed[3]);
    CHECK(fewer.listed[3] > 0);
    CHECK(fewer.listed[3] < 10 * 40);  // each is asked for ten times
}

TEST_CASE("sets that are written in many stretches are the same") {
    std::mt19937 random(9);
    const auto tokens = paragraphs(random_texts(random, 200));
    const RunFiles at_once(ten_words, 20, tokens);
    const RunFiles in_stretches(ten_words, 20, tokens, {1000, 50});
    for (const std::string name : {"runs", "runs.at", "runs.words"})
        CHECK(read_whole_file(at_once.path(name)) == read_whole_file(in_stretches.path(name)));
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
