// SPDX-License-Identifier: GPL-2.0-or-later
// one_sided_figures.h - Numbers that only one of two texts has.
//
// A figure is what begins with a digit, whatever it counts: amounts, years, days of a month, times,
// scores. Its value is compared, not its looks: "10,000" is "10000" and "10 000", "40 percent" is
// "40%" and "40 per cent", "15th" is "15", "05" is "5". Numbers in words are not read.
#pragma once

#include "archive/search/one_sided_facts.h"

#include <string_view>

namespace archive {

OneSidedFacts one_sided_figures(std::string_view left, std::string_view right);

}  // namespace archive
