// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/text.h"

#include "indexer/extract/extract.h"
#include "indexer/readers/whole_article.h"

#include <algorithm>

namespace indexer {

bool reads_like_text(std::string_view head) {
    const auto controls = std::count_if(head.begin(), head.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte == 0x7F || (byte < 0x20 && (byte < '\t' || byte > '\r') && byte != 0x1B);
    });
    // Compressed and other binary data has one in ten; old wire files have a few.
    return static_cast<std::size_t>(controls) * 50 <= head.size() + 100;
}

bool TextReader::recognises(std::string_view head) const {
    return reads_like_text(head);
}

void TextReader::read(Bytes& bytes, const Origin& origin, const RecordSink& sink) const {
    read_whole_article(bytes, origin, name(), sink,
                       [](std::string_view text) { return article_from_text(text); });
}

}  // namespace indexer
