// SPDX-License-Identifier: GPL-2.0-or-later
// concordance_lines.h - The lines that one article gives to a concordance.
#pragma once

#include "archive/search/marks.h"

#include <cstdint>
#include <string>
#include <vector>

namespace archive {

/// A hit and what stands around it in its paragraph.
struct HitInContext {
    ZoneKind zone = ZoneKind::body;
    std::string left, hit, right;
};

/// The hits of an article in reading order, with up to `width` characters on either side; those
/// that meet are one. Line breaks end the context, and it begins and ends with whole words where
/// the script has any.
std::vector<HitInContext> hits_in_context(const Article& article, MarkFinder& marks,
                                          std::uint32_t width);

/// What lines are sorted by: the words of `right` in order, or those of `left` from the hit back.
std::string key_of_right(const std::string& right);
std::string key_of_left(const std::string& left);

}  // namespace archive
