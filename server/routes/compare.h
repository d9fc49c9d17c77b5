// SPDX-License-Identifier: GPL-2.0-or-later
// compare.h - /api/v1/compare: what two articles share, and what only one of them says.
#pragma once

#include "server/routes/asked.h"

#include <optional>
#include <span>

namespace server {

/// `left` and `right`, the parameters of every comparison.
std::span<const ParameterRow> comparison_parameters();

/// Takes a turn and compares the two that were asked for. Without a value the response is a
/// problem: article_not_found, naming left or right.
std::optional<archive::ComparedArticles> read_comparison(App& app, const Asked& asked,
                                                         httplib::Response& response);

/// docs/rest.md, "Comparison".
void handle_compare(App& app, const Call& call, httplib::Response& response);

}  // namespace server
