// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/model/quote.h"

#include <array>

namespace archive {

std::string_view name(QuoteBasis basis) {
    constexpr std::array<std::string_view, quote_bases> names{
        "none",      "passed_on", "verb_after", "verb_before",
        "according", "named",     "continued",  "signed_by"};
    return names[static_cast<std::size_t>(basis)];
}

}  // namespace archive
