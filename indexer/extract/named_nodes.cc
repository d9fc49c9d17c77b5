// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/named_nodes.h"

namespace indexer {

bool NamedNodes::has(int node) const {
    if (answers_.empty()) answers_.assign(page_.nodes().size(), Answer::unknown);
    auto& answer = answers_[static_cast<std::size_t>(node)];
    if (answer == Answer::unknown) {
        const ClassWords words(page_.attribute(node, "class"), page_.attribute(node, "id"));
        answer = words.has_any(names_) ? Answer::yes : Answer::no;
    }
    return answer == Answer::yes;
}

}  // namespace indexer
