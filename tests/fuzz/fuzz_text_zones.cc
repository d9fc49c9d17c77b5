// SPDX-License-Identifier: GPL-2.0-or-later
// Whatever the bytes, each word of a text ends in exactly one zone, as valid UTF-8.
#include "archive/base/text.h"
#include "indexer/analysis/chain.h"
#include "indexer/extract/extract.h"
#include "indexer/extract/line_shape.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

namespace {

/// All that is no blank, in the order of its bytes' values: what joining and parting cannot change.
std::string sorted_letters(std::string_view text) {
    std::string letters;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        archive::next_code_point(text, at);
        const auto character = text.substr(begin, at - begin);
        if (!indexer::stripped(character).empty()) letters += character;
    }
    std::sort(letters.begin(), letters.end());
    return letters;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const std::string_view input(reinterpret_cast<const char*>(bytes), size);
    const auto text = indexer::decode_text(input).text;
    if (!archive::is_utf8(text)) std::abort();
    auto article = indexer::article_from_text(text);
    std::string kept;
    for (const auto& zone : article.zones) {
        if (zone.text.empty() || !archive::is_utf8(zone.text)) std::abort();
        kept += zone.text;
    }
    if (sorted_letters(kept) != sorted_letters(text)) std::abort();
    const auto zones = article.zones;
    indexer::analyse(article);
    if (article.zones != zones || article.language.empty()) std::abort();
    if (!archive::is_utf8(article.title) || !archive::is_utf8(article.byline)) std::abort();
    return 0;
}
