// SPDX-License-Identifier: GPL-2.0-or-later
// one_sided_facts.h - What only one of two articles says, as lists that a reader can check.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace archive {

/// Facts that only one side has: in order of appearance, as written there, each once.
struct OneSidedFacts {
    std::vector<std::string> left;
    std::vector<std::string> right;

    friend bool operator==(const OneSidedFacts&, const OneSidedFacts&) = default;
};

/// The first so many are told: nobody reads more, and a table of results has thousands.
inline constexpr std::size_t most_facts = 200;

}  // namespace archive
