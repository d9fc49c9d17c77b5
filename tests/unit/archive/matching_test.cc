// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/matching.h"

#include "archive/base/text.h"
#include "tests/support/random_articles.h"
#include "tests/support/small_archive.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cctype>
#include <cstdlib>
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
        if (std::isalpha(static_cast<unsigned char>(c)) != 0) {
            word += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
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

/// A word of an article and where it stands: no word is near one of another zone.
struct Standing {
    std::string word;
    int position = 0, paragraph = 0, zone = 0;
};

std::vector<Standing> standing_words(const Article& article) {
    std::vector<Standing> words;
    int position = 0, paragraph = 0, number = 0;
    for (const auto& zone : article.zones) {
        ++number;
        if (zone.kind != ZoneKind::headline && zone.kind != ZoneKind::body) continue;
        for (const auto line : split(zone.text, '\n')) {
            const auto of_line = plain_words(line);
            if (of_line.empty()) continue;
            for (const auto& word : of_line) words.push_back({word, position++, paragraph, number});
            position += 20;
            ++paragraph;
        }
    }
    return words;
}

/// Whether some a and some b, not one and the same, stand as `test(a, b)` says.
template <typename Test>
bool stand(const Article& article, const std::string& a, const std::string& b, Test test) {
    const auto words = standing_words(article);
    for (const auto& left : words) {
        for (const auto& right : words) {
            if (left.word == a && right.word == b && left.zone == right.zone && test(left, right))
                return true;
        }
    }
    return false;
}

Claim random_claim_of_places(std::mt19937& random) {
    const auto a = random_word(random), b = random_word(random);
    const int n = 1 + static_cast<int>(random() % (random() % 2 == 0 ? 50 : 5));
    const auto near = [=](const Article& x) {
        return stand(x, a, b, [n](const Standing& left, const Standing& right) {
            return left.position != right.position && std::abs(left.position - right.position) <= n;
        });
    };
    const auto number = std::to_string(n);
    switch (random() % 5) {
        case 0: return {"(" + a + " NEAR/" + number + " " + b + ")", near};
        case 1: return {"\"" + a + " " + b + "\"~" + number, near};
        case 2:
            return {"(" + a + " ADJ/" + number + " " + b + ")", [=](const Article& x) {
                        return stand(x, a, b, [n](const Standing& left, const Standing& right) {
                            return left.position < right.position
                                   && right.position - left.position <= n;
                        });
                    }};
        case 3:
            return {"(" + a + " SAME " + b + ")", [=](const Article& x) {
                        return stand(x, a, b, [](const Standing& left, const Standing& right) {
                            return left.paragraph == right.paragraph;
                        });
                    }};
        default:
            return {"atleast" + number + ":" + a, [=](const Article& x) {
                        const auto words = standing_words(x);
                        return std::count_if(words.begin(), words.end(),
                                             [&](const Standing& one) { return one.word == a; })
                               >= n;
                    }};
    }
}

bool names(const Article& article, EntityType type) {
    return std::any_of(article.entities.begin(), article.entities.end(),
                       [&](const Entity& entity) { return entity.type == type; });
}

Claim random_claim_of_fields(std::mt19937& random) {
    const std::vector<Claim> fields{
        {"person", [](const Article& x) { return names(x, EntityType::person); }},
        {"place", [](const Article& x) { return names(x, EntityType::place); }},
        {"org", [](const Article&) { return false; }},
        {"source", [](const Article& x) { return !x.source.empty(); }},
        {"headline", [](const Article& x) { return !x.title.empty(); }},
        {"language", [](const Article&) { return true; }},
        {"date", [](const Article& x) { return x.published.known(); }}};
    const auto [field, has] = fields[random() % fields.size()];
    switch (random() % 5) {
        case 0:
        case 1: return {"has:" + field, has};
        case 2:
        case 3: return {"lacks:" + field, [has](const Article& x) { return !has(x); }};
        default: {
            // Nothing has the last of them.
            auto id = "x" + std::to_string(random() % 110) + "y";
            id.resize(16, '0');
            return {"id:" + id, [id](const Article& x) { return x.id == id; }};
        }
    }
}

const std::vector<ZoneKind> anywhere{ZoneKind::headline, ZoneKind::body};

Claim random_claim(std::mt19937& random, int depth) {
    const auto a = random_word(random), b = random_word(random);
    switch (random() % (depth > 0 ? 13 : 10)) {
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
        case 7: return random_claim_of_fields(random);
        case 8:
        case 9: return random_claim_of_places(random);
        case 10: {
            const auto left = random_claim(random, depth - 1);
            const auto right = random_claim(random, depth - 1);
            return {"(" + left.q + " OR " + right.q + ")",
                    [=](const Article& x) { return left.holds(x) || right.holds(x); }};
        }
        case 11: {
            const auto left = random_claim(random, depth - 1);
            const auto right = random_claim(random, depth - 1);
            return {"(" + left.q + " " + right.q + ")",
                    [=](const Article& x) { return left.holds(x) && right.holds(x); }};
        }
        case 12: {
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
    const auto segments = random_segments(random, {70, 30, 9});
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
