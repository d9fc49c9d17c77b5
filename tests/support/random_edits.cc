// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/support/random_edits.h"

#include "archive/base/text.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <utility>

namespace tests {

namespace {

constexpr char32_t first_without_blanks = 0x2E80;

bool chance(std::mt19937& random, double share) {
    constexpr double range = 4294967296.0;
    return static_cast<double>(random()) < share * range;
}

/// Fisher and Yates: std::shuffle differs from library to library.
template <typename Sequence>
void shuffle(Sequence& sequence, std::mt19937& random) {
    for (std::size_t left = sequence.size(); left > 1; --left)
        std::swap(sequence[left - 1], sequence[random() % left]);
}

std::size_t word_count(const std::vector<std::string>& parts) {
    return parts.size() / 2;
}

std::string joined(const std::vector<std::string>& parts) {
    std::string text;
    for (const auto& part : parts) text += part;
    return text;
}

/// A figure or letter that a machine takes `letter` for.
char mistaken(char letter, std::mt19937& random) {
    static constexpr std::string_view seen = "0156789BSOlIrnmcehuv";
    static constexpr std::string_view read = "OlSb1B98508I1hncecub";
    const auto at = seen.find(letter);
    if (at != std::string_view::npos) return read[at];
    return static_cast<char>('a' + random() % 26);
}

/// Whether a word is one character of a script without blanks.
bool is_character(const std::string& word) {
    std::size_t first = 0;
    return archive::next_code_point(word, first) >= first_without_blanks;
}

void misread_word(std::string& word, const std::vector<std::string>& parts, std::mt19937& random) {
    if (is_character(word)) {
        word = parts[random() % word_count(parts) * 2 + 1];  // another character of the text
        return;
    }
    std::vector<std::size_t> begins;
    for (std::size_t at = 0; at < word.size(); archive::next_code_point(word, at))
        begins.push_back(at);
    const auto letter = random() % begins.size();
    if (begins.size() > 3 && random() % 5 == 0) {
        word.insert(begins[std::max<std::size_t>(letter, 1)], " ");
        return;
    }
    auto end = begins[letter];
    archive::next_code_point(word, end);
    const char old = end - begins[letter] == 1 ? word[begins[letter]] : '\0';
    word.replace(begins[letter], end - begins[letter], 1, mistaken(old, random));
}

}  // namespace

std::vector<std::string> words_and_gaps(std::string_view text) {
    std::vector<std::string> parts(1);
    for (std::size_t at = 0; at < text.size();) {
        const auto begin = at;
        const char32_t point = archive::next_code_point(text, at);
        const auto letter = text.substr(begin, at - begin);
        const bool in_word = parts.size() % 2 == 0;
        const auto code = static_cast<UChar32>(point);
        constexpr std::uint32_t marks = U_GC_M_MASK;
        const bool mark = (U_MASK(u_charType(code)) & marks) != 0;
        if (u_isalnum(code) == 0 && !mark) {
            if (in_word) parts.emplace_back();
            parts.back() += letter;
        } else if (point >= first_without_blanks) {
            if (in_word) parts.emplace_back();
            parts.emplace_back(letter);
            parts.emplace_back();
        } else {
            if (!in_word) parts.emplace_back();
            parts.back() += letter;
        }
    }
    if (parts.size() % 2 == 0) parts.emplace_back();
    return parts;
}

std::vector<std::string> words_in(std::string_view text) {
    std::vector<std::string> words;
    const auto parts = words_and_gaps(text);
    for (std::size_t at = 1; at < parts.size(); at += 2) words.push_back(parts[at]);
    return words;
}

std::string replace_words(std::string_view text, double share,
                          const std::vector<std::string>& vocabulary, std::mt19937& random) {
    auto parts = words_and_gaps(text);
    for (std::size_t at = 1; at < parts.size(); at += 2) {
        const bool pair = at + 2 < parts.size() && parts[at + 1].empty() && is_character(parts[at])
                          && is_character(parts[at + 2]);
        if (chance(random, share)) {
            const auto other = random() % vocabulary.size();
            parts[at] = vocabulary[other];
            if (pair) parts[at + 2] = vocabulary[(other + 1) % vocabulary.size()];
        }
        if (pair) at += 2;
    }
    return joined(parts);
}

std::string misread(std::string_view text, double share, std::mt19937& random) {
    const auto parts = words_and_gaps(text);
    auto read = parts;
    for (std::size_t at = 1; at < parts.size(); at += 2) {
        if (!chance(random, share)) continue;
        auto& gap = read[at + 1];
        if (gap == "-" || (gap == " " && random() % 10 == 0))
            gap.clear();
        else
            misread_word(read[at], parts, random);
    }
    return joined(read);
}

std::string drop_and_shuffle(std::string_view text, std::mt19937& random) {
    constexpr std::size_t few = 5;
    std::string lines(text);
    if (static_cast<std::size_t>(std::count(lines.begin(), lines.end(), '\n')) < few) {
        for (auto stop = lines.find(". "); stop != std::string::npos; stop = lines.find(". ", stop))
            lines[stop + 1] = '\n';
    }
    auto kept = archive::split(lines, '\n');
    shuffle(kept, random);
    kept.resize(kept.size() - kept.size() * 3 / 10);
    std::string shuffled;
    for (const auto line : kept) shuffled += std::string(line) + "\n";
    return shuffled;
}

std::string beginning(std::string_view text, double share, std::size_t least) {
    const auto parts = words_and_gaps(text);
    const auto wanted = std::max(
        least, static_cast<std::size_t>(share * static_cast<double>(word_count(parts)) + 0.5));
    std::string cut;
    for (std::size_t at = 0; at < parts.size(); ++at) {
        cut += parts[at];
        const bool ends = parts[at].find_first_of(".!?\n") != std::string::npos
                          || parts[at].find("。") != std::string::npos;
        if (at >= 2 * wanted && at % 2 == 0 && ends && parts[at] != ".") break;
    }
    return cut;
}

}  // namespace tests
