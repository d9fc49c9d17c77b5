// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/analysis/strange_words.h"

#include <algorithm>
#include <map>
#include <set>

namespace indexer {

namespace {

constexpr std::uint16_t fewest_letters = 7;
constexpr std::uint16_t most_letters = 32;

/// Strange words that are sieved: what takes time grows with the square of their letters.
constexpr std::size_t most_strange = 256;

bool begins_letter(std::string_view word, std::size_t at) {
    return (static_cast<unsigned char>(word[at]) & 0xC0) != 0x80;
}

/// Where each letter of a word begins, and the end.
std::vector<std::size_t> letter_starts(std::string_view word) {
    std::vector<std::size_t> starts;
    for (std::size_t at = 0; at < word.size(); ++at) {
        if (begins_letter(word, at)) starts.push_back(at);
    }
    starts.push_back(word.size());
    return starts;
}

}  // namespace

StrangeWords::StrangeWords(const std::vector<PlainWord>& words, const Dictionary& dictionary,
                           Letters letters)
    : words_(words), dictionary_(dictionary) {
    std::vector<std::uint64_t> keys;
    for (std::size_t at = 0; at < words_.size(); ++at) {
        const auto& word = words_[at];
        if (!word.lower || !word.whole || word.letters < fewest_letters
            || word.letters > most_letters)
            continue;
        if (letters == Letters::ascii && !word.ascii) continue;
        std::uint64_t key = 0;
        if (!dictionary_.lists(word.text, key)) strange_.push_back({key, at});
        keys.push_back(key);
    }
    std::sort(keys.begin(), keys.end());
    looked_at_ = static_cast<std::size_t>(std::unique(keys.begin(), keys.end()) - keys.begin());
}

void StrangeWords::take_out_known() {
    strange_.erase(std::remove_if(strange_.begin(), strange_.end(),
                                  [&](const Strange& strange) {
                                      return dictionary_.knows(words_[strange.at].text);
                                  }),
                   strange_.end());
}

std::vector<std::string_view> StrangeWords::texts() const {
    std::vector<std::string_view> texts;
    for (const auto& strange : strange_) texts.push_back(words_[strange.at].text);
    return texts;
}

bool StrangeWords::short_words_are_strange() const {
    constexpr double most_share = 0.04;
    std::map<std::uint64_t, std::string_view> unlisted;
    std::set<std::uint64_t> met;
    std::size_t strange = 0;
    for (const auto& word : words_) {
        if (!word.lower || !word.whole || word.letters < 2 || word.letters > 3) continue;
        std::uint64_t key = 0;
        const auto answer = dictionary_.listed(word.text, key);
        if (!met.insert(key).second) continue;
        strange += answer == Dictionary::Answer::unknown ? 1 : 0;
        if (answer == Dictionary::Answer::unlisted) unlisted.emplace(key, word.text);
    }
    const auto most = most_share * static_cast<double>(met.size());
    const auto too_many = [most](std::size_t count) { return static_cast<double>(count) > most; };
    // Reading hunspell's dictionary takes longer than a hundred articles: only when it can matter.
    if (too_many(strange) || !too_many(strange + unlisted.size())) return too_many(strange);
    for (const auto& [key, word] : unlisted) strange += dictionary_.knows(word) ? 0U : 1U;
    return too_many(strange);
}

bool StrangeWords::is_among_known(std::size_t at) const {
    constexpr int each_side = 2;  // words in small letters that are asked for
    constexpr int farthest = 4;
    constexpr int fewest_known = 3;
    constexpr int most_unknown = 1;
    int known = 0;
    int unknown = 0;
    for (const int step : {-1, 1}) {
        auto next = static_cast<std::ptrdiff_t>(at);
        for (int far = 0, met = 0; far < farthest && met < each_side; ++far) {
            next += step;
            if (next < 0 || next >= static_cast<std::ptrdiff_t>(words_.size())) break;
            const auto& word = words_[static_cast<std::size_t>(next)];
            if (!word.lower || word.letters < 2) continue;
            ++met;
            ++(dictionary_.knows(word.text) ? known : unknown);
        }
    }
    return known >= fewest_known && unknown <= most_unknown;
}

void StrangeWords::keep_among_known() {
    std::set<std::uint64_t> seen;
    std::vector<Strange> kept;
    for (const auto& strange : strange_) {
        if (kept.size() == most_strange) break;
        if (seen.count(strange.key) != 0 || !is_among_known(strange.at)) continue;
        seen.insert(strange.key);
        kept.push_back(strange);
    }
    strange_ = std::move(kept);
}

/// The short words that the text uses more than once, in order: "the", "of", "and".
std::vector<std::string_view> StrangeWords::frequent_short_words() const {
    constexpr std::uint16_t longest = 5;
    std::vector<std::string_view> met;
    for (const auto& word : words_) {
        if (word.lower && word.letters <= longest) met.push_back(word.text);
    }
    std::sort(met.begin(), met.end());
    std::vector<std::string_view> frequent;
    for (std::size_t at = 1; at < met.size(); ++at) {
        if (met[at] == met[at - 1] && (frequent.empty() || frequent.back() != met[at]))
            frequent.push_back(met[at]);
    }
    return frequent;
}

/// Whether a known word stands behind or before one of `frequent`.
bool StrangeWords::is_joined(std::string_view word,
                             const std::vector<std::string_view>& frequent) const {
    constexpr std::size_t shortest = 3;
    const auto is_frequent = [&frequent](std::string_view part) {
        return std::binary_search(frequent.begin(), frequent.end(), part);
    };
    for (std::size_t at = 1; at < word.size(); ++at) {
        if (!begins_letter(word, at)) continue;
        const auto head = word.substr(0, at);
        const auto tail = word.substr(at);
        if (tail.size() >= shortest && is_frequent(head) && dictionary_.knows(tail)) return true;
        if (head.size() >= shortest && is_frequent(tail) && dictionary_.knows(head)) return true;
    }
    return false;
}

void StrangeWords::take_out_joined() {
    constexpr std::size_t good_part = 3;
    const auto frequent = frequent_short_words();
    const auto before = strange_.size();
    strange_.erase(std::remove_if(strange_.begin(), strange_.end(),
                                  [&](const Strange& strange) {
                                      return is_joined(words_[strange.at].text, frequent);
                                  }),
                   strange_.end());
    if ((before - strange_.size()) * good_part > before) strange_.clear();
}

bool StrangeWords::is_built_around_another(std::string_view word) const {
    constexpr std::size_t shortest = 4;
    const auto starts = letter_starts(word);
    const auto letters = starts.size() - 1;
    for (auto length = letters - 1; length >= shortest && length * 2 >= letters; --length) {
        for (std::size_t first = 0; first + length <= letters; ++first) {
            const auto begin = starts[first];
            if (dictionary_.knows(word.substr(begin, starts[first + length] - begin))) return true;
        }
    }
    return false;
}

void StrangeWords::keep_built_around_others() {
    strange_.erase(std::remove_if(strange_.begin(), strange_.end(),
                                  [this](const Strange& strange) {
                                      return !is_built_around_another(words_[strange.at].text);
                                  }),
                   strange_.end());
}

}  // namespace indexer
