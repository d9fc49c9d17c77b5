// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/word_outlines.h"

#include "archive/base/text.h"

#include <algorithm>

namespace archive {

namespace {

/// Reading a word of the lexicon takes as long as some postings.
constexpr std::uint32_t work_of_a_word = 8;

}  // namespace

WordOutline::WordOutline(std::string_view word)
    : bits_(std::uint64_t{std::min(code_points(word), longest)} << 2 * kinds) {
    for (std::size_t at = 0; at < word.size();) {
        const auto kind = std::uint64_t{1} << next_code_point(word, at) % kinds;
        bits_ |= (bits_ & kind) == 0 ? kind : kind << kinds;
    }
}

std::shared_ptr<const WordOutlines::Some> WordOutlines::of(std::size_t segment,
                                                           const std::string& beginning,
                                                           DeadlineWatch& watch) {
    const std::pair key(segment, beginning);
    {
        const std::lock_guard lock(mutex_);
        if (const auto found = kept_.find(key); found != kept_.end()) return found->second;
    }
    const auto& lexicon = snapshot_.segment(segment).lexicon;
    std::vector<std::pair<WordOutline, std::uint32_t>> words;
    for (const auto number : lexicon.with_prefix(beginning)) {
        watch.tick(work_of_a_word);
        words.emplace_back(WordOutline(lexicon[number]), number);
    }
    std::stable_sort(words.begin(), words.end(), [](const auto& left, const auto& right) {
        return left.first.length() < right.first.length();
    });
    auto some = std::make_shared<Some>();
    some->outlines.reserve(words.size());
    some->numbers.reserve(words.size());
    for (const auto& [outline, number] : words) {
        some->outlines.push_back(outline);
        some->numbers.push_back(number);
    }
    const std::lock_guard lock(mutex_);
    return kept_.emplace(key, std::move(some)).first->second;
}

std::vector<std::uint32_t> WordOutlines::near(std::size_t segment, const std::string& beginning,
                                              std::string_view word, std::size_t most,
                                              DeadlineWatch& watch) {
    const auto words = of(segment, beginning, watch);
    const auto& outlines = words->outlines;
    const WordOutline wanted(word);
    const auto first_longer_than = [&](std::size_t length) {
        const auto found =
            std::partition_point(outlines.begin(), outlines.end(),
                                 [&](WordOutline other) { return other.length() <= length; });
        return static_cast<std::size_t>(found - outlines.begin());
    };
    const auto first =
        wanted.length() > most ? first_longer_than(wanted.length() - most - 1) : std::size_t{0};
    const auto end = first_longer_than(wanted.length() + most);
    watch.tick(static_cast<std::uint32_t>(end - first));
    std::vector<std::uint32_t> numbers;
    for (auto at = first; at < end; ++at) {
        if (wanted.may_be_near(outlines[at], most)) numbers.push_back(words->numbers[at]);
    }
    return numbers;
}

}  // namespace archive
