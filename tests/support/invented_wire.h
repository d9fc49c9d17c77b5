// SPDX-License-Identifier: GPL-2.0-or-later
// invented_wire.h - Wire stories of invented words, and what outlets make of them.
#pragma once

#include "archive/model/article.h"

#include <random>
#include <string>
#include <vector>

namespace tests {

/// A few stories that have no sentence in common.
class InventedWire {
public:
    InventedWire(std::mt19937& random, std::size_t stories);

    /// One of the stories as some outlet prints it: whole, its beginning or its end, a word here
    /// and there exchanged, with other text around it, beside another story, filled in with other
    /// figures; on one of a few days, or of no day; now and then with altered wording.
    archive::Article article(const std::string& id);

private:
    using Sentences = std::vector<std::string>;

    std::size_t below(std::size_t count) { return random_() % count; }
    std::string word();
    Sentences sentences(std::size_t count);
    Sentences printed(const Sentences& story);

    std::mt19937& random_;
    std::vector<Sentences> stories_;
};

}  // namespace tests
