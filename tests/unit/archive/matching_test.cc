// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/matching.h"

#include "archive/base/text.h"
#include "tests/support/random_articles.h"
#include "tests/support/small_archive.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <functional>
#include <random>

using namespace archive;
using namespace tests;

namespace {

/// A clause and what a reader with the article in hand would say of it.
struct Claim {
    std::string q;
    std::function<bool(const Article&)> holds;
};

std::vector<std::string> plain_words(std::string_view line) {
    std::vector<std::string> words;
    std::string word;
    for (const char c : std::string(line) + " ") {
        if (c >= 'a' && c <= 'z') {
            word += c;
        } else if (!word.empty()) {
            words.push_back(word);
            word.clear();
        }
    }
    return words;
}

bool line_has(std::string_view line, const std::vector<std::string>& phrase) {
    const auto words = plain_words(line);
    return std::search(words.begin(), words.end(), phrase.begin(), phrase.end()) != words.end();
}

bool text_has(const Article& article, const std::vector<std::string>& phrase,
              const std::vector<ZoneKind>& kinds) {
    for (const auto& zone : article.zones) {
        if (std::find(kinds.begin(), kinds.end(), zone.kind) == kinds.end()) continue;
        for (const auto line : split(zone.text, '\n')) {
            if (line_has(line, phrase)) return true;
        }
    }
    return false;
}

const std::vector<ZoneKind> anywhere{ZoneKind::headline, ZoneKind::body};

Claim random_claim(std::mt19937& random, int depth) {
    const auto a = random_word(random), b = random_word(random);
    switch (random() % (depth > 0 ? 11 : 8)) {
        case 0:
            return {"\"" + a + " " + b + "\"", [=](const Article& x) {
                        return text_has(x, {a, b}, anywhere);
                    }};
        case 1:
            return {"headline:" + a,
                    [=](const Article& x) { return text_has(x, {a}, {ZoneKind::headline}); }};
        case 2:
            return {"body:\"" + a + " " + b + "\"", [=](const Article& x) {
                        return text_has(x, {a, b}, {ZoneKind::body});
                    }};
        case 3:
            return {"date:2019", [](const Article& x) {
                        return x.published.known() && x.published.span.meets(*span_of(2019));
                    }};
        case 4:
            return {"source:\"daily gull\"",
                    [](const Article& x) { return x.source == "Daily Gull"; }};
        case 5:
            return {"in:furniture " + a,
                    [=](const Article& x) { return text_has(x, {a}, {ZoneKind::furniture}); }};
        case 6:
            return {a + "-" + b, [=](const Article& x) { return text_has(x, {a, b}, anywhere); }};
        case 8: {
            const auto left = random_claim(random, depth - 1);
            const auto right = random_claim(random, depth - 1);
            return {"(" + left.q + " OR " + right.q + ")",
                    [=](const Article& x) { return left.holds(x) || right.holds(x); }};
        }
        case 9: {
            const auto left = random_claim(random, depth - 1);
            const auto right = random_claim(random, depth - 1);
            return {"(" + left.q + " " + right.q + ")",
                    [=](const Article& x) { return left.holds(x) && right.holds(x); }};
        }
        case 10: {
            const auto inner = random_claim(random, depth - 1);
            return {"-(" + inner.q + ")", [=](const Article& x) { return !inner.holds(x); }};
        }
        default: return {a, [=](const Article& x) { return text_has(x, {a}, anywhere); }};
    }
}

}  // namespace

TEST_CASE("random queries find the articles that a reader would pick") {
    const auto seed = std::random_device{}();
    CAPTURE(seed);
    std::mt19937 random(seed);
    const std::vector<std::vector<Article>> segments{random_articles(random, 70, 0),
                                                     random_articles(random, 30, 70),
                                                     random_articles(random, 9, 100)};
    auto archive = SmallArchive::of_segments(segments);
    archive.remove({"x5y", "x99y"});
    const auto searcher = archive.searcher();
    for (int round = 0; round < 400; ++round) {
        const auto claim = random_claim(random, 3);
        CAPTURE(claim.q);
        std::vector<std::string> expected;
        for (const auto& articles : segments) {
            for (const auto& article : articles) {
                auto id = article.id;
                id.erase(id.find_last_not_of('0') + 1);
                if (id != "x5y" && id != "x99y" && claim.holds(article)) expected.push_back(id);
            }
        }
        std::sort(expected.begin(), expected.end());
        CHECK(found_any_order(*searcher, claim.q) == expected);
    }
}
