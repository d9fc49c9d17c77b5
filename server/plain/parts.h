// SPDX-License-Identifier: GPL-2.0-or-later
// parts.h - Pieces that several pages without scripts show.
#pragma once

#include "archive/search/search_result.h"
#include "server/plain/html.h"

#include <optional>
#include <string>
#include <vector>

namespace server {

/// Segments as text and marks.
Html marked(const std::vector<archive::TextSegment>& segments);

/// A headline with its marks, or that there is none: a link needs something to follow.
Html headline(const std::vector<archive::TextSegment>& title);

/// A date as a list shows it, in two short lines.
Html date_cell(const archive::Date& date);

/// Source, agency and what else stands over a headline.
Html source_line(const archive::Article& article, const std::vector<std::string>& more);

/// The line above a text: the way back, then what else leads on.
Html crumbs(const std::string& back, std::string_view text, const Html& more);

/// "Coastline, Harbour News".
std::string comma_list(const std::vector<std::string>& names);

/// The language of a text for `lang`, where it is known.
std::optional<std::string> language_tag(const archive::Article& article);

/// The printed name of a value of a filter.
std::string value_name(std::string_view field, const archive::FacetValue& value);

}  // namespace server
