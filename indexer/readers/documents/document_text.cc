// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/documents/document_text.h"

#include "archive/base/fold.h"
#include "archive/base/limits.h"
#include "archive/base/text.h"
#include "indexer/extract/extract.h"
#include "indexer/readers/exports/press_exports.h"
#include "indexer/readers/file_bytes.h"
#include "indexer/readers/outcomes.h"
#include "indexer/readers/stated_fields.h"

#include <utility>

namespace indexer {

namespace {

using archive::Article;
using archive::Error;
using archive::ErrorCode;

/// Whether one of the first lines of the text is `title`: only then do the properties name this
/// text, and not the template it was typed into.
bool begins_with_line(std::string_view text, const std::string& title) {
    constexpr std::size_t searched = 2'000;
    const std::string wanted = archive::folded_words(title);
    if (wanted.empty()) return false;
    for (const auto line : archive::split(archive::cut(text, searched), '\n')) {
        if (archive::folded_words(line) == wanted) return true;
    }
    return false;
}

/// Paragraphs parted by blank lines, as article_from_text() tells them best; the first that is
/// `left_out` is none of them.
std::string spaced(std::string_view text, std::string_view left_out = {}) {
    std::string out;
    for (const auto line : archive::split(text, '\n')) {
        const std::string paragraph = one_line(line);
        if (paragraph.empty()) continue;
        if (paragraph == left_out) {
            left_out = {};
            continue;
        }
        if (!out.empty()) out += "\n\n";
        out += paragraph;
    }
    return out;
}

archive::Result<Article> article_of(DocumentText& document) {
    if (document.text.size() > archive::limits::article_bytes) {
        return Error{ErrorCode::article_too_large,
                     "an article of more than "
                         + std::to_string(archive::limits::article_bytes >> 20U) + " MiB",
                     {},
                     {}};
    }
    if (archive::trimmed(document.text).empty()) {
        return Error{ErrorCode::article_empty, "no headline and no text", {}, {}};
    }
    Article article = article_from_text(spaced(document.text));
    if (!document.headline.empty() && article.title != document.headline) {
        // The style tells better than the line's looks.
        article = article_from_text(spaced(document.text, document.headline));
    }
    StatedFields stated;
    stated.title = document.headline;
    if (stated.title.empty() && begins_with_line(document.text, document.title)) {
        stated.title = document.title;
    }
    stated.language = document.language;
    stated.tags = document.keywords;
    merge_stated(article, stated);
    if (!document.title.empty() && document.title != article.title) {
        document.other.emplace_back("title", document.title);
    }
    article.other.insert(article.other.end(), document.other.begin(), document.other.end());
    article.quality.truncated = article.quality.truncated || document.truncated;
    return article;
}

}  // namespace

void read_document(DocumentText document, const Origin& origin, std::string_view reader,
                   const RecordSink& sink) {
    if (const auto* press = text_export(document.text)) {
        MemoryBytes text(std::move(document.text));
        read_export(*press, text, origin, sink);
        return;
    }
    sink(outcome_of_file(article_of(document), origin, reader));
}

}  // namespace indexer
