// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/text_glance.h"

#include "archive/base/text.h"
#include "archive/index/terms.h"
#include "archive/search/pattern_words.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

using namespace archive;

namespace {

PlacePattern words_in_a_row(std::string_view text) {
    PlacePattern pattern;
    pattern.nodes.push_back({});
    pattern.nodes.back().words = phrase_pattern(text);
    return pattern;
}

std::string random_text(std::mt19937& random) {
    constexpr const char* pieces[] = {
        "gull",   "Gulls",    "gulf",   "U.S.",   "O'Brien", "self-defence", "10",     "000",
        "AT&T",   "don't",    "-",      "\n",     "HARBOUR", "harbor",       "“gull”", "Zürich",
        "x.gull", "(harbour", "24gull", "gull's", "--",      "colour",       "color",  "the"};
    std::string text;
    for (auto i = random() % 25; i > 0; --i) {
        text += pieces[random() % std::size(pieces)];
        text += random() % 12 == 0 ? "  " : " ";
    }
    return text;
}

/// Where matches of the pattern stand in a part of a text, by their last bytes.
std::vector<std::size_t> matches(const WordPattern& pattern, std::string_view text,
                                 std::size_t offset) {
    std::vector<std::size_t> ends;
    PatternRun run(pattern.length);
    for (const auto& word : words_of(text)) {
        for (const auto& edge : pattern.edges) {
            const bool takes =
                std::find(edge.words.begin(), edge.words.end(), word.text) != edge.words.end();
            if (takes && run.take(edge.from, edge.to, word.position, word.span, 0))
                ends.push_back(offset + word.end);
        }
    }
    return ends;
}

}  // namespace

TEST_CASE("what a glance leaves out of a text holds no match") {
    std::mt19937 random(5);
    std::size_t found = 0, read = 0, all_read = 0;
    for (int round = 0; round < 2000; ++round) {
        constexpr const char* looked_for[] = {
            "gull",        "us",        "o'brien",    "self-defence", "at&t",          "dont",
            "the harbour", "gull gull", "harbour 24", "zürich",       "color the gulf"};
        const auto pattern = words_in_a_row(looked_for[random() % std::size(looked_for)]);
        TextGlance glance;
        if (!glance.add(pattern)) continue;
        const auto text = random_text(random);
        CAPTURE(text);
        const auto& words = pattern.nodes.front().words;
        std::vector<std::size_t> expected, got;
        std::size_t begin = 0;
        for (const auto line : split(text, '\n')) {
            const auto here = matches(words, line, begin);
            expected.insert(expected.end(), here.begin(), here.end());
            begin += line.size() + 1;
        }
        for (const auto& [from, to] : glance.stretches(text)) {
            const auto here = matches(words, std::string_view(text).substr(from, to - from), from);
            got.insert(got.end(), here.begin(), here.end());
            read += to - from;
        }
        CHECK(got == expected);
        found += expected.size();
        all_read += text.size();
    }
    CHECK(found > 300);
    CHECK(read * 2 < all_read);
}

TEST_CASE("numbers and distances are not looked for at a glance") {
    CHECK_FALSE(TextGlance().add(words_in_a_row("10000")));
    CHECK_FALSE(TextGlance().add(words_in_a_row("gulls 24")));
    PlacePattern near;
    near.nodes.resize(3);
    near.nodes.back().kind = PlaceNode::Kind::near;
    CHECK_FALSE(TextGlance().add(near));
}
