// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/place_run.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

using namespace archive;

namespace {

/// A word of a text and where it stands.
struct Placed {
    char word;
    std::uint32_t position, paragraph;
};

/// "ab c/d|a": words are letters, '/' ends a paragraph, '|' a zone.
std::vector<Placed> text_of(std::string_view written) {
    std::vector<Placed> words;
    std::uint32_t position = 0, paragraph = 0;
    for (const char c : written) {
        if (c == ' ') continue;
        if (c == '/' || c == '|') {
            position += c == '/' ? paragraph_gap : zone_gap;
            ++paragraph;
        } else {
            words.push_back({c, position++, paragraph});
        }
    }
    return words;
}

std::string random_text(std::mt19937& random) {
    constexpr std::string_view letters = "aabbccddexxxxxxxxxxxxxxxxxxx////|";
    std::string text;
    for (auto left = random() % 60; left > 0; --left) {
        const char c = letters[random() % letters.size()];
        // A paragraph or zone without words is none.
        const bool border = c == '/' || c == '|';
        if (border && (text.empty() || text.back() == '/' || text.back() == '|')) continue;
        text += c;
    }
    return text;
}

std::uint32_t add(PlacePattern& pattern, PlaceNode node) {
    pattern.nodes.push_back(std::move(node));
    return static_cast<std::uint32_t>(pattern.nodes.size() - 1);
}

/// A leaf: a word, or two in a row.
std::uint32_t add_words(PlacePattern& pattern, const std::string& letters) {
    PlaceNode node;
    for (std::uint16_t i = 0; i < letters.size(); ++i) {
        const auto next = static_cast<std::uint16_t>(i + 1);
        node.words.edges.push_back({i, next, {std::string(1, letters[i])}, {}, false});
    }
    node.words.length = static_cast<std::uint16_t>(letters.size());
    return add(pattern, node);
}

std::uint32_t add_random_leaf(PlacePattern& pattern, std::mt19937& random) {
    std::string letters(1, static_cast<char>('a' + random() % 4));
    if (random() % 4 == 0) letters += static_cast<char>('a' + random() % 4);
    return add_words(pattern, letters);
}

/// `depth` levels of joins of two at most: beyond two not every pair of a pair is looked at.
std::uint32_t add_random(PlacePattern& pattern, std::mt19937& random, int depth) {
    if (depth == 0) return add_random_leaf(pattern, random);
    PlaceNode node;
    const auto short_or_long = random() % 3 == 0 ? 20 + random() % 31 : 1 + random() % 6;
    switch (random() % 5) {
        case 0: node.kind = PlaceNode::Kind::any; break;
        case 1: node.kind = PlaceNode::Kind::adjacent; break;
        case 2: node.kind = PlaceNode::Kind::same; break;
        default: node.kind = PlaceNode::Kind::near; break;
    }
    if (node.kind == PlaceNode::Kind::near || node.kind == PlaceNode::Kind::adjacent)
        node.distance = static_cast<std::uint32_t>(short_or_long);
    node.operands = {add_random(pattern, random, depth - 1),
                     add_random(pattern, random, static_cast<int>(random() % 2) * (depth - 1))};
    return add(pattern, node);
}

std::string written_out(const PlacePattern& pattern, std::uint32_t at) {
    const auto& node = pattern.nodes[at];
    std::string text;
    for (const auto& edge : node.words.edges) text += edge.words[0];
    if (!text.empty()) return text;
    text = std::to_string(static_cast<int>(node.kind)) + ":" + std::to_string(node.distance);
    for (const auto operand : node.operands) text += " " + written_out(pattern, operand);
    return "(" + text + ")";
}

/// A match as a reader with all the time in the world finds it.
struct Found {
    std::uint32_t begin, end, paragraph, last_paragraph;
    std::set<std::uint32_t> parts;  ///< positions of the words that take part
    friend bool operator<(const Found& left, const Found& right) {
        return std::tie(left.end, left.begin, left.parts)
               < std::tie(right.end, right.begin, right.parts);
    }
};

Found both(const Found& left, const Found& right) {
    Found joined{std::min(left.begin, right.begin), std::max(left.end, right.end),
                 std::min(left.paragraph, right.paragraph),
                 std::max(left.last_paragraph, right.last_paragraph), left.parts};
    joined.parts.insert(right.parts.begin(), right.parts.end());
    return joined;
}

bool in_order(const Found& left, const Found& right, std::uint32_t distance) {
    return left.end <= right.begin && right.begin - left.end + 1 <= distance;
}

std::set<Found> all_of(const PlacePattern& pattern, std::uint32_t at,
                       const std::vector<Placed>& text) {
    const auto& node = pattern.nodes[at];
    std::set<Found> found;
    if (node.kind == PlaceNode::Kind::words) {
        const auto length = node.words.length;
        for (std::size_t i = 0; i + length <= text.size(); ++i) {
            Found one{text[i].position,
                      text[i].position + length,
                      text[i].paragraph,
                      text[i].paragraph,
                      {}};
            bool all = true;
            for (std::size_t word = 0; word < length; ++word) {
                all = all && text[i + word].word == node.words.edges[word].words[0][0]
                      && text[i + word].position == text[i].position + word;
                one.parts.insert(text[i + word].position);
            }
            if (all) found.insert(one);
        }
        return found;
    }
    std::vector<std::set<Found>> of;
    for (const auto operand : node.operands) of.push_back(all_of(pattern, operand, text));
    if (node.kind == PlaceNode::Kind::any) {
        found = of[0];
        found.insert(of[1].begin(), of[1].end());
        return found;
    }
    for (const auto& left : of[0]) {
        for (const auto& right : of[1]) {
            const bool one_paragraph = left.paragraph == left.last_paragraph
                                       && right.paragraph == right.last_paragraph
                                       && left.paragraph == right.paragraph;
            const bool holds = node.kind == PlaceNode::Kind::same
                                   ? one_paragraph
                                   : in_order(left, right, node.distance)
                                         || (node.kind == PlaceNode::Kind::near
                                             && in_order(right, left, node.distance));
            if (!holds) continue;
            auto joined = both(left, right);
            if (node.kind != PlaceNode::Kind::same) {
                found.insert(std::move(joined));
                continue;
            }
            for (const auto* one : {&left, &right}) {  // either, where both are
                joined.begin = one->begin;
                joined.end = one->end;
                found.insert(joined);
            }
        }
    }
    if (node.kind != PlaceNode::Kind::same) return found;
    std::set<Found> with_all_of_paragraph;
    for (auto one : found) {
        for (const auto& other : found) {
            if (other.paragraph == one.paragraph)
                one.parts.insert(other.parts.begin(), other.parts.end());
        }
        with_all_of_paragraph.insert(one);
    }
    return with_all_of_paragraph;
}

/// What the run says: whether the pattern is met, and what is marked.
struct Said {
    bool met = false;
    std::set<std::uint32_t> parts;
};

Said said_of(const PlacePattern& pattern, const std::vector<Placed>& text) {
    Said said;
    PlaceRun run(pattern);
    const auto join = [&] {
        run.join();
        run.for_each_part([&](std::uint32_t, const Occurrence& place) {
            for (auto position = place.begin; position < place.end; ++position)
                said.parts.insert(position);
        });
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto gap = i == 0 ? 0 : text[i].position - text[i - 1].position - 1;
        if (gap >= zone_gap || (gap > 0 && !pattern.crosses_paragraphs())) join();
        for (std::uint32_t node = 0; node < pattern.nodes.size(); ++node) {
            for (const auto& edge : pattern.nodes[node].words.edges) {
                if (edge.words[0][0] == text[i].word)
                    run.take(node, edge.from, edge.to, text[i].position, 1, text[i].paragraph);
            }
        }
    }
    join();
    said.met = run.met();
    return said;
}

std::set<std::uint32_t> parts_of(const std::set<Found>& found) {
    std::set<std::uint32_t> parts;
    for (const auto& one : found) parts.insert(one.parts.begin(), one.parts.end());
    return parts;
}

PlacePattern of_two(PlaceNode::Kind kind, std::uint32_t distance, const std::string& left,
                    const std::string& right) {
    PlacePattern pattern;
    PlaceNode node;
    node.kind = kind;
    node.distance = distance;
    node.operands = {add_words(pattern, left), add_words(pattern, right)};
    add(pattern, node);
    return pattern;
}

PlacePattern together(std::uint32_t distance, const std::vector<std::string>& words) {
    PlacePattern pattern;
    PlaceNode node;
    node.kind = PlaceNode::Kind::together;
    node.distance = distance;
    for (const auto& word : words) {
        const auto again = std::find(words.begin(), words.end(), word);
        const auto first = static_cast<std::size_t>(again - words.begin());
        node.operands.push_back(first < node.operands.size() ? node.operands[first]
                                                             : add_words(pattern, word));
    }
    add(pattern, node);
    return pattern;
}

/// Whether the words stand within the distance, by trying all places of each.
bool tried_together(const std::vector<Placed>& text, const std::vector<std::string>& words,
                    std::uint32_t distance, std::set<std::uint32_t> chosen = {}) {
    if (chosen.size() == words.size()) return *chosen.rbegin() - *chosen.begin() <= distance;
    for (const auto& placed : text) {
        if (placed.word != words[chosen.size()][0] || chosen.count(placed.position) != 0) continue;
        auto more = chosen;
        more.insert(placed.position);
        if (tried_together(text, words, distance, more)) return true;
    }
    return false;
}

}  // namespace

TEST_CASE("random places are met where a patient reader finds them") {
    const auto seed = std::random_device{}();
    CAPTURE(seed);
    std::mt19937 random(seed);
    int met = 0;
    for (int round = 0; round < 20'000; ++round) {
        PlacePattern pattern;
        const int depth = static_cast<int>(random() % 3);
        add_random(pattern, random, depth);
        const auto written = random_text(random);
        const auto text = text_of(written);
        const auto expected =
            all_of(pattern, static_cast<std::uint32_t>(pattern.nodes.size() - 1), text);
        const auto said = said_of(pattern, text);
        CAPTURE(written);
        CAPTURE(written_out(pattern, static_cast<std::uint32_t>(pattern.nodes.size() - 1)));
        REQUIRE(said.met == !expected.empty());
        met += said.met ? 1 : 0;
        const auto parts = parts_of(expected);
        if (depth < 2) REQUIRE(said.parts == parts);
        REQUIRE(std::includes(parts.begin(), parts.end(), said.parts.begin(), said.parts.end()));
    }
    CHECK(met > 1'000);
}

TEST_CASE("random groups are met where trying all places of their words finds one") {
    const auto seed = std::random_device{}();
    CAPTURE(seed);
    std::mt19937 random(seed);
    for (int round = 0; round < 5'000; ++round) {
        std::vector<std::string> words;
        for (auto left = 2 + random() % 2; left > 0; --left)
            words.emplace_back(1, static_cast<char>('a' + random() % 4));
        const auto distance = static_cast<std::uint32_t>(words.size() - 1 + random() % 30);
        const auto written = random_text(random);
        CAPTURE(written);
        CAPTURE(distance);
        const auto text = text_of(written);
        REQUIRE(said_of(together(distance, words), text).met
                == tried_together(text, words, distance));
    }
}

TEST_CASE("neighbours are one apart and an end of a paragraph counts as twenty words") {
    using Kind = PlaceNode::Kind;
    const auto met = [](Kind kind, std::uint32_t distance, std::string_view text) {
        return said_of(of_two(kind, distance, "a", "b"), text_of(text)).met;
    };
    CHECK(met(Kind::near, 1, "xbax"));
    CHECK_FALSE(met(Kind::near, 1, "axb"));
    CHECK(met(Kind::near, 2, "axb"));
    CHECK(met(Kind::adjacent, 2, "axb"));
    CHECK_FALSE(met(Kind::adjacent, 2, "bxa"));
    CHECK_FALSE(met(Kind::near, 20, "a/b"));
    CHECK(met(Kind::near, 21, "a/b"));
    CHECK_FALSE(met(Kind::near, 50, "a|b"));
    CHECK_FALSE(met(Kind::same, 0, "xa/bx"));
    CHECK_FALSE(met(Kind::same, 0, "xa|bx"));
    CHECK(met(Kind::same, 0, "x/bxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxa"));
}

TEST_CASE("a mention counts once and two that lie over each other are one") {
    PlacePattern pattern;
    add_words(pattern, "aa");
    pattern.times = 2;
    CHECK_FALSE(said_of(pattern, text_of("aaa")).met);
    CHECK(said_of(pattern, text_of("aaaa")).met);
    CHECK(said_of(pattern, text_of("aa/x|aa")).met);
}

TEST_CASE("a distance is measured from the end of a phrase") {
    const auto pattern = of_two(PlaceNode::Kind::near, 2, "abc", "d");
    CHECK(said_of(pattern, text_of("abcxd")).met);
    CHECK(said_of(pattern, text_of("dxabc")).met);
    CHECK_FALSE(said_of(pattern, text_of("abcxxd")).met);
    CHECK(said_of(pattern, text_of("d xxx abcxd xxxx d abx")).parts
          == std::set<std::uint32_t>{4, 5, 6, 8});
}

TEST_CASE("a pattern of many levels over a text of two words ends soon") {
    PlacePattern pattern;
    auto deepest = add_words(pattern, "a");
    for (int level = 0; level < 32; ++level) {
        PlaceNode node;
        node.kind = level % 2 == 0 ? PlaceNode::Kind::near : PlaceNode::Kind::adjacent;
        node.distance = longest_distance;
        const auto other = add_words(pattern, level % 3 == 0 ? "a" : "b");
        node.operands = {deepest, other};
        deepest = add(pattern, node);
    }
    std::string text;
    for (int i = 0; i < 20'000; ++i) text += i % 3 == 0 ? 'b' : 'a';
    CHECK(said_of(pattern, text_of(text)).met);
}
