// SPDX-License-Identifier: GPL-2.0-or-later
// page_prune.h - Takes from a page what is surely no article text.
#pragma once

#include "indexer/extract/live_page.h"

#include <cstdint>
#include <vector>

namespace indexer {

/// What an element's names say of it.
enum class ElementRole : std::int8_t { furniture = -1, unknown = 0, article = 1 };

/// How much the names of classes count: all of them, or only those that are never wrong (comment,
/// related, cookie, newsletter, sidebar, footer, share, nav).
enum class Strictness : std::uint8_t { all_names, sure_names };

struct Pruning {
    std::vector<ElementRole> roles;  ///< by node
    std::vector<int> captions;       ///< nodes whose text says what a picture shows
};

/// Removes scripts, form controls, navigation, hidden parts, figures, link lists and what is named
/// like furniture. What holds much of the page's paragraph text stays, whatever it is called.
/// Leaves `page` measured.
Pruning prune(LivePage& page, Strictness strictness);

}  // namespace indexer
