// SPDX-License-Identifier: GPL-2.0-or-later
// sites.h - The hosts that `site:` finds an article by.
#pragma once

#include "archive/model/article.h"

#include <string>
#include <string_view>
#include <vector>

namespace archive {

/// The host of a URL: lower case, without user, port, final dot and "www."; empty when there is
/// none. "https://www.News.example:8080/x" gives news.example.
std::string host_of(std::string_view url);

/// The hosts of the URL, and of the source where that looks like one, each with all its parents of
/// two labels and more: news.bbc.co.uk, bbc.co.uk and co.uk. Each once, longest of a host first.
std::vector<std::string> site_names(const Article& article);

}  // namespace archive
