// SPDX-License-Identifier: GPL-2.0-or-later
// article_texts.h - Questions of the tests to an article that was read.
#pragma once

#include "archive/model/article.h"

#include <string>
#include <string_view>

namespace article_texts {

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

}  // namespace article_texts
