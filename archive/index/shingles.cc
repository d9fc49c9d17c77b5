// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/index/shingles.h"

#include "archive/base/text.h"
#include "archive/index/word_letters.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>

namespace archive {

namespace {

constexpr std::uint64_t hash_start = 0xcbf29ce484222325U;  // FNV-1a
constexpr std::uint64_t hash_step = 1099511628211U;

/// The finaliser of MurmurHash3: every bit of the outcome depends on every bit of the value.
constexpr std::uint64_t mixed(std::uint64_t value) {
    value ^= value >> 33U;
    value *= 0xff51afd7ed558ccdU;
    value ^= value >> 33U;
    value *= 0xc4ceb9fe1a85ec53U;
    return value ^ value >> 33U;
}

enum class Letter : std::uint8_t { none, part, whole, unseen };

/// What a character beyond ASCII is to words: part of one, one by itself, none, or not there at
/// all.
Letter letter(char32_t point) {
    constexpr char32_t right_quote = 0x2019;
    constexpr char32_t soft_hyphen = 0xAD;
    const auto code = static_cast<UChar32>(point);
    if (point == right_quote || point == soft_hyphen) return Letter::unseen;
    if (point < 0x2E80 && point >= 0x2000 && point < 0x2070)
        return u_charType(code) == U_FORMAT_CHAR ? Letter::unseen : Letter::none;
    if (u_isalnum(code) == 0) {
        constexpr std::uint32_t marks = U_GC_M_MASK;
        return (U_MASK(u_charType(code)) & marks) != 0 ? Letter::part : Letter::none;
    }
    constexpr char32_t first_without_blanks = 0x0E00;  // Thai
    if (point < first_without_blanks) return Letter::part;
    UErrorCode status = U_ZERO_ERROR;
    switch (uscript_getScript(code, &status)) {
        case USCRIPT_HAN:
        case USCRIPT_HIRAGANA:
        case USCRIPT_KATAKANA:
        case USCRIPT_THAI:
        case USCRIPT_LAO:
        case USCRIPT_KHMER:
        case USCRIPT_MYANMAR: return Letter::whole;
        default: return Letter::part;
    }
}

/// Words under way.
class WordHasher {
public:
    explicit WordHasher(std::vector<std::uint64_t>& words) : words_(words) {}

    void add(std::uint64_t unit) {
        hash_ = (hash_ ^ unit) * hash_step;
        ++letters_;
    }
    void end() {
        if (letters_ == 0) return;
        words_.push_back(mixed(hash_));
        hash_ = hash_start;
        letters_ = 0;
    }
    std::size_t letters() const { return letters_; }

private:
    std::vector<std::uint64_t>& words_;
    std::uint64_t hash_ = hash_start;
    std::size_t letters_ = 0;
};

bool letter_at(std::string_view text, std::size_t at) {
    return at < text.size() && folded_byte(text[at]) != 0;
}

}  // namespace

std::vector<std::uint64_t> word_hashes(std::string_view text) {
    constexpr std::size_t bytes_a_word = 6;
    std::vector<std::uint64_t> words;
    words.reserve(text.size() / bytes_a_word);
    WordHasher hasher(words);
    for (std::size_t at = 0; at < text.size();) {
        const char byte = text[at];
        if (static_cast<unsigned char>(byte) < 0x80) {
            const char folded = folded_byte(byte);
            // "U.S." is "US", "10,000" is "10000", "don't" is "dont".
            const bool inside = hasher.letters() > 0
                                && (byte == '\''
                                    || (byte == '.' && hasher.letters() <= 2
                                        && letter_at(text, at + 1) && !letter_at(text, at + 2))
                                    || (byte == ',' && at > 0 && is_ascii_digit(text[at - 1])
                                        && at + 1 < text.size() && is_ascii_digit(text[at + 1])));
            if (folded != 0)
                hasher.add(static_cast<unsigned char>(folded));
            else if (!inside)
                hasher.end();
            ++at;
            continue;
        }
        const char32_t point = next_code_point(text, at);
        switch (letter(point)) {
            case Letter::part:
                hasher.add(static_cast<std::uint64_t>(
                    u_foldCase(static_cast<UChar32>(point), U_FOLD_CASE_DEFAULT)));
                break;
            case Letter::whole:
                hasher.end();
                hasher.add(point);
                hasher.end();
                break;
            case Letter::none: hasher.end(); break;
            case Letter::unseen: break;
        }
    }
    hasher.end();
    return words;
}

std::vector<std::uint32_t> shingles(std::span<const std::uint64_t> words, std::size_t run) {
    constexpr std::uint64_t factor = 31;
    std::vector<std::uint32_t> set;
    if (run == 0 || words.size() < run) return set;
    set.reserve(words.size() - run + 1);
    for (std::size_t begin = 0; begin + run <= words.size(); ++begin) {
        std::uint64_t hash = 0;
        for (std::size_t at = 0; at < run; ++at) hash = hash * factor + words[begin + at];
        set.push_back(static_cast<std::uint32_t>(mixed(hash) >> 32U));
    }
    std::sort(set.begin(), set.end());
    set.erase(std::unique(set.begin(), set.end()), set.end());
    return set;
}

std::size_t shared(std::span<const std::uint32_t> left, std::span<const std::uint32_t> right) {
    std::size_t count = 0;
    for (std::size_t l = 0, r = 0; l < left.size() && r < right.size();) {
        const auto a = left[l];
        const auto b = right[r];
        count += a == b ? 1 : 0;
        l += a <= b ? 1 : 0;
        r += b <= a ? 1 : 0;
    }
    return count;
}

}  // namespace archive
