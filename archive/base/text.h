// SPDX-License-Identifier: GPL-2.0-or-later
// text.h - Small things done to UTF-8 text everywhere.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace archive {

/// Without ASCII white space at both ends.
std::string_view trimmed(std::string_view text);

/// ASCII letters lowered; every other byte stays.
std::string ascii_lower(std::string_view text);

/// The parts between separators; empty parts are kept.
std::vector<std::string_view> split(std::string_view text, char separator);

/// Whether `text` is well-formed UTF-8 (no surrogates, nothing above U+10FFFF, no long forms).
bool is_utf8(std::string_view text);

/// `text` with every malformed byte replaced by U+FFFD and NUL left out.
std::string to_valid_utf8(std::string_view text);

/// The number of code points; malformed bytes count one each.
std::size_t code_points(std::string_view text);

/// The code point that begins at `at`, and moves `at` behind it; U+FFFD for a malformed byte.
char32_t next_code_point(std::string_view text, std::size_t& at);

/// The place so many code points behind `at`, or before it; the end or the beginning where there
/// are fewer.
std::size_t characters_on(std::string_view text, std::size_t at, std::size_t characters);
std::size_t characters_back(std::string_view text, std::size_t at, std::size_t characters);

/// Appends `point` as UTF-8.
void append_utf8(std::string& text, char32_t point);

/// The longest beginning of `text` of at most `bytes` that cuts no code point in two.
std::string_view cut(std::string_view text, std::size_t bytes);

/// For logs and reports: control characters and malformed bytes as \xNN, so that one message stays
/// one line.
std::string escaped(std::string_view text);

/// Levenshtein distance in bytes, to offer the nearest of several names; `limit`+1 when above
/// `limit`.
std::size_t edit_distance(std::string_view left, std::string_view right, std::size_t limit);

}  // namespace archive
