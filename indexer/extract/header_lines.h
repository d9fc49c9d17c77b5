// SPDX-License-Identifier: GPL-2.0-or-later
// header_lines.h - The lines above a story that only carry section and day.
#pragma once

#include "archive/model/article.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace indexer {

/// The words of a breadcrumb: "World" of "• World", the last step of "Home > News > World"; nothing
/// for any other line.
std::optional<std::string> breadcrumb_in(std::string_view line);

/// What the labels of exported texts name; the labels of bylines and dates are known elsewhere.
enum class HeaderLabel : std::uint8_t {
    title,
    source,
    section,
    url,
    other,  ///< pages, editions and the like, which are no text and no field
};

struct LabelledField {
    HeaderLabel label;
    std::string value;
};

/// Whether a line says something behind a short label, of any meaning: "Datum: 9.3.2021".
bool is_label_line(std::string_view line);

/// What stands above or below a line: another label, or none.
enum class LabelPlace : std::uint8_t { alone, in_block };

/// "Title: Ferry saved", "Quelle: Die Möwe": the field, or nothing for any other line.
///
/// Some labels count in a block of them only.
std::optional<LabelledField> labelled_field(std::string_view line, LabelPlace place);

/// Takes a field that is no title as the article's, where it has none yet; of what a database says
/// of the source in one line each part (source_citation.h).
void take_field(const LabelledField& field, archive::Article& article);

/// Whether a line says a full date and hardly anything else: "Published: 30 Nov 2024, 08:15 IST",
/// "World | Saturday, 30 Nov 2024".
bool is_date_line(std::string_view line);

/// The bytes of a date glued to the text behind it: " date 2024-11-30 SEOUL: ...", "Published: 30
/// November 2024. The ...", "2024-11-30 The ..."; 0 when the line begins with none.
std::size_t glued_date_length(std::string_view line);

/// The same with more words beside the date, as pages print it: "By Ann Lee, Gull Staff, 3 May 2024
/// at 08:15, 4 comments". What ends like a sentence is none.
bool holds_page_date(std::string_view line);

/// Takes the full date in `line` as the article's: as its last change after "updated" and the like,
/// else as its publication unless that is known. False when there is no full date in it.
bool take_date(std::string_view line, archive::Article& article);

/// An article of which only the last change is known appeared at that time or before: its
/// publication is inferred from it.
void settle_updated_only(archive::Article& article);

}  // namespace indexer
