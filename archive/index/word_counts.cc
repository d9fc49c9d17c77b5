// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/index/word_counts.h"

namespace archive {

Occurrences& Occurrences::operator+=(const Occurrences& more) {
    text += more.text;
    headline += more.headline;
    lead += more.lead;
    caption += more.caption;
    capitals += more.capitals;
    furniture += more.furniture;
    quoted += more.quoted;
    return *this;
}

void WordCounts::clear() {
    words_.clear();
    occurrences_.clear();
}

std::uint32_t WordCounts::number(std::string_view word) {
    const auto number = words_.number(word);
    if (number == occurrences_.size()) occurrences_.emplace_back();
    return number;
}

}  // namespace archive
