// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/index/stem_words.h"

#include "archive/index/stemmer.h"
#include "archive/index/terms.h"
#include "archive/search/stem_terms.h"
#include "tests/support/small_archive.h"
#include "tests/support/term_answers.h"

#include <doctest/doctest.h>

#include <array>
#include <filesystem>
#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

using namespace archive;
using namespace tests;

namespace {

/// Forms that share stems in one language and not in another, and words that are their own stem.
constexpr std::array words{"cookies",  "cook",     "cooks",    "cooki",    "important", "import",
                           "imports",  "minister", "ministre", "minist",   "nation",    "nations",
                           "national", "nationen", "hafen",    "hafens",   "ferry",     "ferries",
                           "ferri",    "portes",   "porter",   "election", "elections", "us"};
constexpr std::array languages{"en", "fr", "de", "zh", "und", ""};

std::vector<Article> articles_in(std::mt19937& random, std::size_t count, std::size_t tongues,
                                 std::size_t from) {
    std::vector<Article> articles;
    for (std::size_t i = 0; i < count; ++i) {
        Written written;
        written.id = "s" + std::to_string(from + i) + "y";
        written.title = words[random() % words.size()];
        for (auto left = 1 + random() % 6; left > 0; --left)
            (written.body += words[random() % words.size()]) += ' ';
        written.language = languages[random() % tongues];
        articles.push_back(article_of(written));
    }
    return articles;
}

/// The words of a text that have a stem in the language of their article, as often as they stand.
std::multiset<std::string> words_with(const Article& article, std::string_view text,
                                      std::string_view stem) {
    std::multiset<std::string> found;
    for (const auto& word : words_of(text)) {
        if (stem_in(article.language, word.text) == stem) found.insert(word.text);
    }
    return found;
}

std::string text_of(const Article& article, ZoneKind kind) {
    std::string text;
    for (const auto& zone : article.zones) {
        if (zone.kind == kind) text += zone.text + " ";
    }
    return text;
}

}  // namespace

TEST_CASE("a stem finds the articles that have one of its words in their language, by all lists") {
    const auto seed = std::random_device{}();
    CAPTURE(seed);
    std::mt19937 random(seed);
    const std::vector<std::vector<Article>> segments{articles_in(random, 80, languages.size(), 0),
                                                     articles_in(random, 20, 1, 100),
                                                     articles_in(random, 20, 2, 200)};
    const auto archive = SmallArchive::of_segments(segments);
    const auto searcher = archive.searcher();
    const auto& snapshot = searcher->snapshot();
    OpenPostings postings(snapshot, std::make_shared<PostingLists>(snapshot));
    DeadlineWatch watch(never());
    std::set<std::string> stems{"nosuchstem"};
    for (const auto* word : words) {
        for (const auto* language : languages) stems.emplace(stem_in(language, word));
    }
    for (const auto& stem : stems) {
        for (const std::string prefix : {"Z", "ZS:"}) {
            const auto term = prefix + stem;
            CAPTURE(term);
            std::map<std::string, std::uint32_t> expected;
            std::set<std::string> met;
            for (const auto& segment : segments) {
                for (const auto& article : segment) {
                    const auto title =
                        words_with(article, text_of(article, ZoneKind::headline), stem);
                    const auto body = words_with(article, text_of(article, ZoneKind::body), stem);
                    // In a zone a word counts as often as in the whole text.
                    auto times = 5 * title.size();
                    for (const auto& word : body)
                        times += prefix == "Z" || title.contains(word) ? 1U : 0U;
                    if (times > 0) expected[article.id] = static_cast<std::uint32_t>(times);
                    if (times > 0) met.insert(article.id);
                }
            }
            CHECK(listed_counts(postings, term, watch) == expected);
            CHECK(found_by_xapian(postings, term, watch) == met);
            CHECK(is_held(postings, term) == !met.empty());
        }
    }
}

TEST_CASE("the words of a stem are known by language, and damage is no wild read") {
    const TemporaryFolder folder;
    StringNumbers numbers;
    StemmedWords stemmed;
    stemmed.begin("en");
    for (const char* word : {"ferry", "ferries", "strike", "striking", "ferri"})
        stemmed.add(numbers.number(word));
    stemmed.begin("und");
    stemmed.add(numbers.number("strikes"));
    stemmed.begin("fr");
    stemmed.add(numbers.number("ferries"));
    stemmed.begin("zh");
    stemmed.add(numbers.number("strikes"));
    numbers.write(folder.path() + "/lexicon");
    stemmed.write(folder.path(), numbers);
    const StringTable lexicon(folder.path() + "/lexicon");
    StemWords stems(lexicon);
    stems.open(folder.path());
    const auto texts = [&](std::string_view language, std::string_view stem) {
        std::set<std::string> found;
        for (const auto number : stems.numbers(language, stem)) found.emplace(lexicon[number]);
        return found;
    };
    using Words = std::set<std::string>;
    CHECK(texts("en", "ferri") == Words{"ferri", "ferries", "ferry"});
    CHECK(texts("und", "strike") == Words{"strike", "strikes", "striking"});
    CHECK(texts("zh", "strikes") == Words{"strikes"});
    CHECK(texts("zh", "strike") == Words{"strike"});
    CHECK(texts("de", "ferri").empty());
    CHECK(stems.of("nb") == 0);
    CHECK(stems.of("ja") == stems.of("zh"));
    CHECK(stems.forms("ferri").size() == 3);
    CHECK(stems.forms("gull").empty());

    const auto opens = [&] {
        try {
            StemWords again(lexicon);
            again.open(folder.path());
            return true;
        } catch (const Failure& failure) {
            CHECK(failure.error().code == ErrorCode::index_damaged);
            return false;
        }
    };
    CHECK(opens());
    const auto path = folder.path() + "/stems.languages";
    const auto whole = read_whole_file(path);
    for (std::size_t bytes = 0; bytes < whole.size(); ++bytes) {
        std::filesystem::resize_file(path, bytes);
        opens();  // a whole entry less may fit
    }
    std::filesystem::remove(folder.path() + "/stems");
    write_column(folder.path() + "/stems", std::vector<std::uint32_t>{99});
    CHECK_FALSE(opens());
}
