// SPDX-License-Identifier: GPL-2.0-or-later
// about_article.h - What stands beside an article: names, how to cite it, where it comes from.
#pragma once

#include "archive/search/search_result.h"
#include "server/plain/html.h"

#include <string>

namespace server {

/// The sections beside the text. `other_furniture` is this page with the furniture shown or hidden,
/// whichever it is not now.
Html about_article(const archive::ArticleView& view, const Html& other_furniture);

}  // namespace server
