// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/lines.h"

#include "archive/base/text.h"

namespace indexer {

std::optional<Lines::Line> Lines::next() {
    constexpr std::string_view mark = "\xef\xbb\xbf";
    Line line;
    for (std::size_t scanned = 0;;) {  // no line end before
        const auto text = ahead_.rest();
        const auto end = text.find('\n', scanned);
        const bool last = end == std::string_view::npos && ahead_.ended();
        if (end != std::string_view::npos || (last && (!text.empty() || line.too_long))) {
            line.text = text.substr(0, end);
            ahead_.pass(line.text.size() + (last ? 0 : 1));
            break;
        }
        if (last) return std::nullopt;
        scanned = text.size();
        if (scanned > longest_) {  // goes on, but is kept no longer
            line.too_long = true;
            ahead_.pass(scanned);
            scanned = 0;
        }
        ahead_.more();
    }
    line.number = ++number_;
    if (line.text.size() > longest_) line.too_long = true;
    if (line.too_long) line.text = {};
    if (line.number == 1 && line.text.starts_with(mark)) line.text.remove_prefix(mark.size());
    if (line.text.ends_with('\r')) line.text.remove_suffix(1);
    return line;
}

bool Lines::at_end() {
    do {
        const auto rest = ahead_.rest();
        if (!archive::trimmed(rest).empty() || rest.size() > ReadAhead::block_bytes) return false;
    } while (ahead_.more());
    return true;
}

}  // namespace indexer
