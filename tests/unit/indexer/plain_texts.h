// SPDX-License-Identifier: GPL-2.0-or-later
// plain_texts.h - Plain text read as an article, and questions to what came of it.
#pragma once

#include "indexer/analysis/chain.h"
#include "indexer/extract/extract.h"

#include <string>
#include <string_view>

namespace plain_texts {

inline archive::Article read(std::string_view text) {
    auto article = indexer::article_from_text(text);
    indexer::analyse(article);
    return article;
}

/// The zones of one kind, one a line.
inline std::string zone(const archive::Article& article, archive::ZoneKind kind) {
    std::string text;
    for (const auto& one : article.zones) {
        if (one.kind != kind) continue;
        if (!text.empty()) text += '\n';
        text += one.text;
    }
    return text;
}

inline bool holds(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

}  // namespace plain_texts
