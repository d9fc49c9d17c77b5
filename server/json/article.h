// SPDX-License-Identifier: GPL-2.0-or-later
// article.h - The answers of /api/v1/articles/{id}, as JSON and as plain text, and
// /api/v1/stories/{id}.
#pragma once

#include "server/json/parts.h"

#include <string>

namespace server {

/// Whether page furniture (menus, promos, lists of other articles) is shown.
enum class Furniture : bool { hidden, shown };

/// Everything known about the article but `index`, which the route adds.
ordered_json article_json(const archive::ArticleView& view, archive::Highlight highlight,
                          Furniture furniture);

/// A story whole, but `index`.
ordered_json story_json(const archive::StoryView& story);

/// The article as it can be read in a terminal: headline, a line of source and date, the text, the
/// address it came from. Ends with a line break.
std::string article_text(const archive::ArticleView& view, Furniture furniture);

}  // namespace server
