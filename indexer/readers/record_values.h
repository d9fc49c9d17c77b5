// SPDX-License-Identifier: GPL-2.0-or-later
// record_values.h - JSON values of any type as the text they stand for.
//
// Producers disagree about types: an author is "Ann Lee", ["Ann Lee"], {"name": "Ann Lee"} or
// [{"name": "Ann Lee"}]. Types are looked at before values are taken, so nothing here throws.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace indexer {

/// "a string", "null", "a list".
std::string kind_of(const nlohmann::json& value);

/// Whether text_of() has anything to say.
bool has_words(const nlohmann::json& value);

/// A string, a number, the texts of a list joined by ", ", the name of an object; empty for null,
/// true and false. NUL is left out.
std::string text_of(const nlohmann::json& value);

/// The texts of a list, or the parts of a string divided by ';' or '|'; trimmed, each once.
std::vector<std::string> list_of(const nlohmann::json& value);

/// The text of an article: paragraphs of a list are parted by blank lines, of an object its
/// sections: {"sections": [{"headline": [..], "paragraphs": [..]}]}. Line ends are '\n'.
std::string body_text_of(const nlohmann::json& value);

/// Any value as it is shown; objects as JSON. Empty for null and empty values.
std::string shown_text_of(const nlohmann::json& value);

/// White space runs and control characters as one blank, trimmed, valid UTF-8.
std::string clean_line(std::string_view text);

}  // namespace indexer
