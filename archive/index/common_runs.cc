// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/index/common_runs.h"

#include "archive/base/error.h"
#include "archive/index/tokens.h"

#include <algorithm>
#include <array>

namespace archive {

namespace {

struct CommonWord {
    std::uint32_t number = 0;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;  ///< 0 for none
};

/// The last common words: before one may stand a word, and a joined word that ends with it.
class RecentWords {
public:
    void add(const CommonWord& word) { words_[next_++ % words_.size()] = word; }

    template <typename Use>
    void for_each_ending_at(std::uint32_t position, const Use& use) const {
        for (const auto& word : words_) {
            if (word.end == position && word.end != 0) use(word);
        }
    }

private:
    // A joined word comes after its parts, and what stands before them has to be known still: two
    // words back there are so many parts, and as many joined words over them.
    std::array<CommonWord, 32> words_{};
    std::size_t next_ = 0;
};

/// Which bitmap tells of words in this order. Multiplying by 2^64 divided by the golden ratio
/// spreads what differs in low bits over the high ones (Knuth, The Art of Computer Programming 3,
/// section 6.4).
std::size_t bitmap_of(std::span<const std::uint32_t> words) {
    constexpr std::uint64_t spread = 0x9E3779B97F4A7C15U;
    std::uint64_t hash = 0;
    for (const auto word : words) {
        hash = (hash ^ word) * spread;
        hash ^= hash >> 29U;
    }
    return (hash * spread >> 32U) % run_bitmaps;
}

}  // namespace

std::vector<std::uint32_t> common_words(std::span<const std::uint32_t> articles,
                                        std::uint32_t documents) {
    std::vector<std::uint32_t> common;
    for (std::uint32_t number = 0; number < articles.size(); ++number) {
        if (articles[number] > documents / common_share) common.push_back(number);
    }
    if (common.size() > most_common_words) {
        const auto end = common.begin() + most_common_words;
        std::nth_element(common.begin(), end, common.end(), [&](std::uint32_t a, std::uint32_t b) {
            return articles[a] != articles[b] ? articles[a] > articles[b] : a < b;
        });
        common.erase(end, common.end());
        std::sort(common.begin(), common.end());
    }
    return common;
}

RunCollector::RunCollector(std::span<const std::uint32_t> common, std::size_t lexicon,
                           std::uint32_t documents)
    : common_(lexicon, false), words_(bitmap_words(documents)), bits_(run_bitmaps * words_, 0) {
    for (const auto number : common) common_[number] = true;
}

void RunCollector::add(Docid docid, std::string_view tokens) {
    const auto note = [&](std::span<const std::uint32_t> words) {
        set_bit(std::span(bits_).subspan(bitmap_of(words) * words_, words_), docid);
    };
    RecentWords recent;
    TokenWalk walk(tokens);
    for (Token token; walk.next(token);) {
        if (token.word >= common_.size() || !common_[token.word]) continue;
        recent.for_each_ending_at(token.position, [&](const CommonWord& second) {
            note(std::array{second.number, token.word});
            recent.for_each_ending_at(second.begin, [&](const CommonWord& first) {
                note(std::array{first.number, second.number, token.word});
            });
        });
        recent.add({token.word, token.position, token.position + token.span});
    }
}

CommonRuns::CommonRuns(const std::string& common, const std::string& bitmaps,
                       std::uint32_t documents)
    : common_(common), bits_(bitmaps), words_(bitmap_words(documents)) {
    if (bits_.values().size() != run_bitmaps * words_)
        throw Failure(ErrorCode::index_damaged, "has another length than the segment", bitmaps);
}

bool CommonRuns::is_common(std::uint32_t word) const {
    const auto all = common_.values();
    return std::binary_search(all.begin(), all.end(), word);
}

std::span<const std::uint64_t> CommonRuns::documents_with(
    std::span<const std::uint32_t> words) const {
    return bits_.values().subspan(bitmap_of(words) * words_, words_);
}

}  // namespace archive
