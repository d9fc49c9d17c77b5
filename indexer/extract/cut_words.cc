// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/cut_words.h"

#include "indexer/extract/line_shape.h"

namespace indexer {

namespace {

bool ends_with_letter(std::string_view text) {
    if (text.empty()) return false;
    const auto last = static_cast<unsigned char>(text.back());
    return last >= 0x80 || (last >= 'a' && last <= 'z') || (last >= 'A' && last <= 'Z');
}

}  // namespace

std::size_t cutting_mark(std::string_view text) {
    for (const std::string_view mark : {"-", "=", "\u00ac", "\u2e17", "\u00ad", "\u2010"}) {
        if (!text.ends_with(mark)) continue;
        return ends_with_letter(text.substr(0, text.size() - mark.size())) ? mark.size() : 0;
    }
    return 0;
}

void append_line(std::string& text, std::string_view next) {
    const auto mark = cutting_mark(text);
    if (mark > 0 && begins_lower(next)) {
        text.erase(text.size() - mark);
    } else if (!text.empty()) {
        text += ' ';
    }
    text += next;
}

}  // namespace indexer
