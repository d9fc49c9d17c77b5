// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/word_outlines.h"

#include "archive/base/text.h"
#include "archive/index/bitmap.h"

#include <algorithm>

namespace archive {

namespace {

/// Reading a word of the lexicon takes as long as some postings.
constexpr std::uint32_t work_of_a_word = 8;

}  // namespace

WordOutline::WordOutline(std::string_view word)
    : bits_(static_cast<std::uint32_t>(std::min(code_points(word), longest)) << letters) {
    for (const char c : word) {
        if (c >= 'a' && c <= 'z') bits_ |= 1U << static_cast<unsigned>(c - 'a');
    }
}

bool WordOutline::may_be_near(WordOutline other, std::size_t most) const {
    const auto shorter = std::min(length(), other.length());
    constexpr auto all_letters = (1U << letters) - 1;
    return shorter + most >= std::max(length(), other.length())
           && count_bits(std::uint64_t{(bits_ ^ other.bits_) & all_letters}) <= 2 * most;
}

WordOutlines::Some WordOutlines::of(std::size_t segment, const std::string& beginning,
                                    DeadlineWatch& watch) {
    const std::pair key(segment, beginning);
    {
        const std::lock_guard lock(mutex_);
        if (const auto found = kept_.find(key); found != kept_.end()) return found->second;
    }
    const auto& lexicon = snapshot_.segment(segment).lexicon;
    auto outlines = std::make_shared<std::vector<WordOutline>>();
    for (const auto number : lexicon.with_prefix(beginning)) {
        watch.tick(work_of_a_word);
        outlines->emplace_back(lexicon[number]);
    }
    outlines->shrink_to_fit();
    const std::lock_guard lock(mutex_);
    return kept_.emplace(key, std::move(outlines)).first->second;
}

}  // namespace archive
