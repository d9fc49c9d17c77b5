// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/support/invented_wire.h"

#include "archive/index/word_letters.h"
#include "tests/support/small_archive.h"

#include <array>

namespace tests {

namespace {

std::string joined(const std::vector<std::string>& sentences) {
    std::string text;
    for (const auto& sentence : sentences) text += sentence + "\n";
    return text;
}

}  // namespace

InventedWire::InventedWire(std::mt19937& random, std::size_t stories) : random_(random) {
    constexpr std::size_t sentences_of_story = 14;
    for (std::size_t at = 0; at < stories; ++at) stories_.push_back(sentences(sentences_of_story));
}

std::string InventedWire::word() {
    static constexpr std::array<const char*, 16> syllables{"ka",  "lo",  "mer", "tin", "ru", "sel",
                                                           "do",  "van", "pri", "ost", "he", "bu",
                                                           "gar", "ni",  "wen", "tho"};
    std::string word;
    for (std::size_t count = 2 + below(2); count > 0; --count)
        word += syllables[below(syllables.size())];
    return word;
}

InventedWire::Sentences InventedWire::sentences(std::size_t count) {
    constexpr std::size_t words_of_sentence = 10;
    constexpr std::size_t figures = 9000;
    Sentences made;
    for (; count > 0; --count) {
        std::string sentence = "The";
        for (std::size_t at = 1; at < words_of_sentence; ++at) sentence += " " + word();
        auto name = word();
        name.front() = static_cast<char>(name.front() - 'a' + 'A');
        made.push_back(sentence + " " + name + " " + std::to_string(1000 + below(figures)) + ".");
    }
    return made;
}

InventedWire::Sentences InventedWire::printed(const Sentences& story) {
    const auto half = static_cast<std::ptrdiff_t>(story.size() / 2);
    Sentences print = story;
    switch (below(8)) {
        case 0: print.resize(story.size() / 2); break;
        case 1: print.erase(print.begin(), print.begin() + half); break;
        case 2:
            for (auto& sentence : print) {
                if (below(2) == 0) sentence.replace(0, 3, word());
            }
            break;
        case 3:
            for (auto& sentence : sentences(story.size() / 2)) print.push_back(sentence);
            break;
        case 4:
            for (const auto& sentence : stories_[below(stories_.size())]) print.push_back(sentence);
            break;
        case 5:
            for (auto& sentence : print) {
                for (auto& byte : sentence) {
                    if (archive::is_ascii_digit(byte)) byte = static_cast<char>('0' + below(10));
                }
            }
            break;
        default: break;
    }
    return print;
}

archive::Article InventedWire::article(const std::string& id) {
    static constexpr std::array<const char*, 6> days{"2024-03-01", "2024-03-02", "2024-03-04",
                                                     "2024-03-09", "2024-03",    ""};
    const auto print = printed(stories_[below(stories_.size())]);
    return article_of({.id = id,
                       .body = joined(print),
                       .date = days[below(days.size())],
                       .source = "Coastline",
                       .altered = below(9) == 0});
}

}  // namespace tests
