// SPDX-License-Identifier: GPL-2.0-or-later
// Whatever the bytes, a page gives an article of valid UTF-8 zones or one of two refusals.
#include "archive/base/text.h"
#include "indexer/analysis/chain.h"
#include "indexer/extract/extract.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const std::string_view input(reinterpret_cast<const char*>(bytes), size);
    const auto html = indexer::decode_text(input).text;
    auto article = indexer::article_from_html(html, "https://news.example/2024/11/30/story");
    if (!article) {
        const auto code = article.error().code;
        const bool known = code == archive::ErrorCode::article_empty
                           || code == archive::ErrorCode::article_too_large;
        if (!known) std::abort();
        return 0;
    }
    indexer::analyse(*article);
    for (const auto& zone : article->zones) {
        if (zone.text.empty() || !archive::is_utf8(zone.text)) std::abort();
    }
    for (const std::string_view field :
         {std::string_view(article->title), std::string_view(article->standfirst),
          std::string_view(article->byline), std::string_view(article->source),
          std::string_view(article->section), std::string_view(article->url),
          std::string_view(article->published.evidence)}) {
        if (!archive::is_utf8(field)) std::abort();
    }
    const auto& date = article->published;
    if (date.known() != (date.span.first > 0) || date.span.first > date.span.last) std::abort();
    return 0;
}
