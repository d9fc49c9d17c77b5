// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/letter_edits.h"

#include "archive/base/text.h"

#include <algorithm>
#include <numeric>

namespace archive {

namespace {

void read_letters(std::string_view word, std::u32string& letters) {
    letters.clear();
    for (std::size_t at = 0; at < word.size();) letters += next_code_point(word, at);
}

}  // namespace

LetterEdits::LetterEdits(std::string_view word, std::size_t most) : most_(most) {
    read_letters(word, word_);
}

std::size_t LetterEdits::to(std::string_view other) {
    read_letters(other, other_);
    const std::size_t width = other_.size() + 1;
    if (word_.size() > other_.size() + most_ || other_.size() > word_.size() + most_)
        return most_ + 1;
    row_.resize(width);
    before_.resize(width);
    earlier_.resize(width);
    std::iota(row_.begin(), row_.end(), std::size_t{0});
    for (std::size_t i = 1; i <= word_.size(); ++i) {
        std::swap(earlier_, before_);
        std::swap(before_, row_);
        row_[0] = i;
        auto nearest = row_[0];
        for (std::size_t j = 1; j < width; ++j) {
            const bool same = word_[i - 1] == other_[j - 1];
            auto slips =
                std::min({before_[j - 1] + (same ? 0U : 1U), before_[j] + 1, row_[j - 1] + 1});
            if (i > 1 && j > 1 && word_[i - 1] == other_[j - 2] && word_[i - 2] == other_[j - 1])
                slips = std::min(slips, earlier_[j - 2] + 1);
            row_[j] = slips;
            nearest = std::min(nearest, slips);
        }
        // two neighbours that changed places bridge one row, so that no later one can be nearer
        if (nearest > most_
            && (i == 1 || *std::min_element(before_.begin(), before_.end()) > most_))
            return most_ + 1;
    }
    return std::min(row_.back(), most_ + 1);
}

}  // namespace archive
