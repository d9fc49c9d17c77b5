// SPDX-License-Identifier: GPL-2.0-or-later
// press_document.h - One document of a press database's export, its fields told apart.
//
// Databases state what an article is in lines around its text: "BYLINE: Ann Lee" in one, "BY  Ann
// Lee" in another. What they mean is the same everywhere and stands here once.
#pragma once

#include "archive/base/result.h"
#include "archive/model/article.h"
#include "indexer/readers/stated_fields.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace indexer {

/// What a field of an export means.
enum class ExportField : std::uint8_t {
    title,
    standfirst,
    byline,
    source,
    date,
    time,
    section,
    dateline,
    language,
    tags,
    persons,
    organisations,
    places,
    caption,
    credit,
    url,
    id,
    body,
    copyright,
    other,  ///< kept and shown
};

class PressDocument {
public:
    /// Takes a field in. `name` is its label as written, `value` its text, which may have line
    /// ends; of a field given twice the first counts, of lists and texts all do.
    void take(ExportField field, std::string_view name, std::string_view value);

    /// A line that belongs to no field: kept in reading order, above or below the text.
    void keep_line(archive::ZoneKind kind, std::string_view line);

    /// The text so far: paragraphs, one a line, or wrapped ones parted by blank lines.
    std::string& text() { return text_; }

    const StatedFields& stated() const { return stated_; }
    StatedFields& stated() { return stated_; }

    /// Whether there is anything to read in it.
    bool has_words() const;

    /// The article: zones of the text as article_from_text() finds them, but that the fields are
    /// sure. Fails with article_empty where there is neither title nor text.
    archive::Result<archive::Article> article() &&;

private:
    void take_names(std::string_view value);
    void take_date(std::string_view name, std::string_view value);

    StatedFields stated_;
    std::string text_;
    std::string time_;
    std::string date_;
    std::vector<archive::Zone> above_;
    std::vector<archive::Zone> below_;
    std::vector<std::pair<std::string, std::string>> other_;
};

/// For an article whose title is known from elsewhere: no line of its text is one, and its first
/// sentence is no standfirst only because it is short. Both become body.
void keep_as_body(archive::Article& article);

/// `text` as one line: white space folded, no-break spaces among it.
std::string one_line(std::string_view text);

/// The parts of a list, without the weights databases add: "ELECTIONS (90%); VOTERS (78%)" gives
/// ELECTIONS and VOTERS.
std::vector<std::string> listed(std::string_view value, std::string_view separators);

/// "Lee, Ann" as "Ann Lee" where it surely is one name; else `name` itself.
std::string name_in_order(std::string_view name);

}  // namespace indexer
