// SPDX-License-Identifier: GPL-2.0-or-later
// text_lines.h - A plain text as the lines that get zones: blank ones left out, wrapped ones
// joined.
#pragma once

#include "archive/model/article.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace indexer {

/// One line, or one paragraph that was wrapped over several.
struct TextLine {
    std::string text;   ///< without blanks at its ends
    std::string lower;  ///< comparable() of it when it is short enough for set phrases, else empty
    std::size_t words = 0;
    bool sentence = false;     ///< ends like one
    bool after_blank = false;  ///< first, or after a blank line
    archive::ZoneKind kind = archive::ZoneKind::body;
    bool settled = false;  ///< its kind has been decided

    explicit TextLine(std::string line);
};

struct TextLines {
    std::vector<TextLine> lines;
    bool spaced = false;   ///< blank lines part the paragraphs
    bool running = false;  ///< lines of print, joined to paragraphs: see running_lines.h
};

/// Cuts `text` at \n. Lines of a hard-wrapped paragraph become one, and so do those of print; no
/// word is lost, and none stays cut at the end of a line of print.
TextLines text_lines(std::string_view text);

/// The lines as zones in reading order; neighbouring body lines share a zone, and so does
/// furniture.
std::vector<archive::Zone> zones_of(const std::vector<TextLine>& lines);

}  // namespace indexer
