// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/whole_article.h"

#include "archive/base/limits.h"
#include "archive/base/text.h"
#include "indexer/extract/extract.h"
#include "indexer/readers/file_bytes.h"
#include "indexer/readers/outcomes.h"

#include <algorithm>
#include <string>
#include <utility>

namespace indexer {

namespace {

using archive::Article;
using archive::Error;
using archive::ErrorCode;

bool has_words(const Article& article) {
    return !archive::trimmed(article.title).empty()
           || std::any_of(article.zones.begin(), article.zones.end(),
                          [](const auto& zone) { return !archive::trimmed(zone.text).empty(); });
}

archive::Result<Article> whole_article(Bytes& bytes, const Origin& origin,
                                       const Extraction& extract) {
    auto whole = read_whole(bytes, archive::limits::article_bytes);
    if (whole.more) {
        return Error{ErrorCode::article_too_large,
                     "an article of more than "
                         + std::to_string(archive::limits::article_bytes >> 20U) + " MiB",
                     {},
                     {}};
    }
    const auto decoded = decode_text(whole.text, origin.charset);
    whole = {};
    auto article = extract(decoded.text);
    if (article && !has_words(*article)) {
        return Error{ErrorCode::article_empty, "no headline and no text", {}, {}};
    }
    return article;
}

}  // namespace

void read_whole_article(Bytes& bytes, const Origin& origin, std::string_view reader,
                        const RecordSink& sink, const Extraction& extract) {
    sink(outcome_of_file(whole_article(bytes, origin, extract), origin, reader));
}

}  // namespace indexer
