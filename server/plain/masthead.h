// SPDX-License-Identifier: GPL-2.0-or-later
// masthead.h - What stands over the text of an article.
#pragma once

#include "archive/search/search_result.h"
#include "server/plain/html.h"

#include <vector>

namespace server {

/// Source, agency, authors, section and length, the headline, the date with its doubt.
Html masthead(const archive::Article& article, std::uint32_t words,
              const std::vector<archive::TextSegment>& title);

}  // namespace server
