// SPDX-License-Identifier: GPL-2.0-or-later
// Phrases of words that are common in a segment are answered by lists of their runs. Here they are
// held against the texts themselves, cut into words and walked through.
#include "archive/index/terms.h"
#include "archive/search/pattern_words.h"
#include "archive/search/searcher.h"
#include "tests/support/small_archive.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <random>
#include <set>
#include <string>
#include <string_view>
#include <vector>

using namespace archive;
using namespace tests;

namespace {

constexpr std::array vocabulary{"the",  "ferry", "left", "harbour", "at",
                                "noon", "and",   "self", "defence", "valley"};

/// Words that often come in the same order, with paragraphs and hyphens between some.
std::string random_text(std::mt19937& random, std::size_t words) {
    std::string text;
    std::size_t word = random() % vocabulary.size();
    for (std::size_t i = 0; i < words; ++i) {
        if (i > 0) text += random() % 15 == 0 ? "\n" : random() % 12 == 0 ? "-" : " ";
        text += vocabulary[word];
        word = random() % 4 != 0 ? (word + 1 + random() % 2) % (vocabulary.size() - 1)
                                 : random() % vocabulary.size();
    }
    return text;
}

std::vector<Written> random_articles_of(std::mt19937& random, std::size_t count) {
    std::vector<Written> all;
    for (std::size_t i = 0; i < count; ++i) {
        Written written;
        written.id = "r" + std::to_string(i) + "y";
        if (random() % 2 == 0) written.title = random_text(random, 1 + random() % 6);
        written.body = random_text(random, 2 + random() % 40);
        if (random() % 4 == 0) {
            const auto kind = random() % 2 == 0 ? ZoneKind::furniture : ZoneKind::caption;
            written.zones.push_back({kind, random_text(random, 1 + random() % 12)});
        }
        if (random() % 8 != 0) written.date = std::to_string(2016 + random() % 8);
        all.push_back(written);
    }
    return all;
}

std::string random_phrase(std::mt19937& random) {
    auto phrase = random_text(random, 2 + random() % 4);
    std::replace(phrase.begin(), phrase.end(), '\n', ' ');
    return phrase;
}

/// Whether one paragraph has the words of the pattern in a row.
bool has_phrase(std::string_view paragraph, const WordPattern& pattern) {
    PatternRun run(pattern.length);
    for (const auto& word : words_of(paragraph)) {
        for (const auto& edge : pattern.edges) {
            const auto& words = edge.words;
            if (std::find(words.begin(), words.end(), word.text) != words.end()
                && run.take(edge.from, edge.to, word.position, word.span, 0))
                return true;
        }
    }
    return false;
}

bool text_has_phrase(std::string_view text, const WordPattern& pattern) {
    for (std::size_t begin = 0; begin < text.size();) {
        const auto end = std::min(text.find('\n', begin), text.size());
        if (has_phrase(text.substr(begin, end - begin), pattern)) return true;
        begin = end + 1;
    }
    return false;
}

enum class In { text, headline, body };

bool has_phrase(const Written& written, const WordPattern& pattern, In where) {
    if (where != In::body && text_has_phrase(written.title, pattern)) return true;
    if (where != In::headline && text_has_phrase(written.body, pattern)) return true;
    return where == In::text
           && std::any_of(written.zones.begin(), written.zones.end(), [&](const Zone& zone) {
                  return zone.kind != ZoneKind::furniture && text_has_phrase(zone.text, pattern);
              });
}

std::vector<std::vector<Article>> in_segments(const std::vector<Written>& all,
                                              const std::vector<std::size_t>& sizes) {
    std::vector<std::vector<Article>> segments;
    auto next = all.begin();
    for (const auto size : sizes) {
        auto& segment = segments.emplace_back();
        for (std::size_t i = 0; i < size; ++i) segment.push_back(article_of(*next++));
    }
    return segments;
}

std::set<std::string> found_ids(const Searcher& searcher, SearchRequest request) {
    std::set<std::string> ids;
    request.fold = false;
    const auto handed = searcher.each_match(request, false, [&](const ResultRow& row) {
        ids.insert(row.article.id);
        return true;
    });
    REQUIRE(handed);
    return ids;
}

}  // namespace

TEST_CASE("phrases of common words find the articles whose text has them") {
    const auto seed = std::random_device{}();
    CAPTURE(seed);
    std::mt19937 random(seed);
    const auto articles = random_articles_of(random, 460);
    auto archive = SmallArchive::of_segments(in_segments(articles, {300, 120, 40}));
    const auto whole = SmallArchive::of_segments(in_segments(articles, {460}));
    std::set<std::string> removed;
    for (int i = 0; i < 30; ++i) removed.insert("r" + std::to_string(random() % 460) + "y");
    archive.remove({removed.begin(), removed.end()});
    const auto searcher = archive.searcher();
    const auto of_whole = whole.searcher();
    constexpr std::array prefixes{"", "headline:", "body:"};
    std::array<std::size_t, 2> counts{};
    for (int round = 0; round < 300; ++round) {
        const auto phrase = random_phrase(random);
        const auto where = static_cast<In>(random() % 2 * (random() % 3));
        auto request =
            asking(std::string(prefixes.at(static_cast<std::size_t>(where))) + '"' + phrase + '"');
        if (random() % 3 == 0) request.from = parse_iso_span("2019");
        CAPTURE(request.q);
        const auto pattern = phrase_pattern(phrase);
        std::set<std::string> wanted, wanted_of_whole;
        for (const auto& written : articles) {
            if (request.from && (written.date.empty() || written.date < "2019")) continue;
            const bool has = has_phrase(written, pattern, where);
            ++counts.at(has ? 1 : 0);
            if (!has) continue;
            const auto id = article_of(written).id;
            wanted_of_whole.insert(id);
            if (removed.count(written.id) == 0) wanted.insert(id);
        }
        CHECK(found_ids(*searcher, request) == wanted);
        CHECK(found_ids(*of_whole, request) == wanted_of_whole);
    }
    CHECK(counts[0] > 1000);
    CHECK(counts[1] > 1000);
}
