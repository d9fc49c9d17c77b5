// SPDX-License-Identifier: GPL-2.0-or-later
// language_names.h - Languages as databases and libraries write them out: "ENGLISH", "Deutsch".
#pragma once

#include <string>
#include <string_view>

namespace indexer {

/// The code of a language named in English, German, French, Spanish or its own words: "en" for
/// "English", "Englisch", "ANGLAIS"; of several, "GERMAN; DEUTSCH", the first known. A code stays a
/// code; empty for anything else.
std::string code_of_language(std::string_view name);

}  // namespace indexer
