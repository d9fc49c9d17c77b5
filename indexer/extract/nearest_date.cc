// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/nearest_date.h"

#include "indexer/extract/header_lines.h"
#include "indexer/extract/line_phrases.h"

#include <cstddef>

namespace indexer {

const TextLine* nearest_date_line(const std::vector<TextLine>& lines) {
    using archive::ZoneKind;
    constexpr std::size_t long_line = 140;
    constexpr std::size_t below = 3;
    std::size_t story = 0;
    while (story < lines.size()
           && !(lines[story].sentence && lines[story].text.size() > long_line
                && lines[story].kind == ZoneKind::body))
        ++story;
    if (story == lines.size()) return nullptr;
    const TextLine* best = nullptr;
    std::size_t shortest = 0;
    for (std::size_t at = 0; at < lines.size(); ++at) {
        const auto& line = lines[at];
        if (line.kind == ZoneKind::caption || !holds_page_date(line.text)) continue;
        if (updated_opening(line.lower) > 0) continue;
        if (published_opening(line.lower) > 0) {
            best = &line;
            break;
        }
        const std::size_t distance = at < story ? story - at : at - story + below;
        if (best != nullptr && distance >= shortest) continue;
        best = &line;
        shortest = distance;
    }
    return best;
}

}  // namespace indexer
