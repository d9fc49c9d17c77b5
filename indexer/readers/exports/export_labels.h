// SPDX-License-Identifier: GPL-2.0-or-later
// export_labels.h - "BYLINE: Ann Lee": the labelled lines of exports.
//
// Each database has a closed table of labels, in the languages its pages come in. A line whose
// label is in no table is text, so that "Weather: rain" in a story stays in the story.
#pragma once

#include "indexer/readers/exports/press_document.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace indexer {

/// A row of such a table.
struct ExportLabel {
    std::string_view label;  ///< folded: no capitals, no accents
    ExportField field;
};

struct LabelledLine {
    ExportField field = ExportField::other;
    std::string_view label;  ///< as written, without the colon
    std::string_view value;  ///< behind the colon, trimmed; may be empty
};

/// The label and the value of `line`, when it begins with a label of `table` and a colon.
std::optional<LabelledLine> labelled_line(std::string_view line,
                                          std::span<const ExportLabel> table);

/// One line of a piece.
struct ExportLine {
    std::string_view text;     ///< without blanks at its ends
    bool after_blank = false;  ///< first, or after a blank line
};

/// The lines of `text` that are not blank.
std::vector<ExportLine> export_lines(std::string_view text);

/// Lines as they were: a blank line before each that has one before it, else a line end.
std::string joined_lines(std::span<const ExportLine> lines);

/// Lines as paragraphs, parted by blank lines: those that blank lines part, but that lines within
/// the width of a page which no blank line parts are one.
std::string paragraphs(std::span<const ExportLine> lines);

/// Whether `line` is nothing but letters of `phrase` in any case.
bool is_phrase(std::string_view line, std::string_view phrase);

/// Whether a line is a notice of rights: "Copyright 2010 ...", "(c) 2014, ...", "All rights
/// reserved".
bool is_rights_notice(std::string_view line);

}  // namespace indexer
