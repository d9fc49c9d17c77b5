// SPDX-License-Identifier: GPL-2.0-or-later
// html_phrases.h - Openings of short lines inside an article's element that are none of its text.
#pragma once

#include <string_view>

namespace indexer {

/// "Read more: ...", "Sign up ...", "Photo: ...", "Tags: ...": a short line that points elsewhere.
/// The caller asks only for lines with links or of a few words.
bool points_elsewhere(std::string_view line);

}  // namespace indexer
