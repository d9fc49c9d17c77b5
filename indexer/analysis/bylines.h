// SPDX-License-Identifier: GPL-2.0-or-later
// bylines.h - The names of the people who wrote an article, read from its byline or credit line.
//
// "By Ann Lee and Bo Chu in Seoul" names two; "(Reporting by Jack Kim; editing by Jo Oatis)" names
// one: who edits, translates or compiles is no author.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace indexer {

/// The names in a byline, as written, each once. Agencies, roles ("staff reporter"), places
/// ("in Seoul"), addresses and what else is no name are left out.
std::vector<std::string> authors_in(std::string_view byline);

/// Whether a name is surely one of a person: two to five words with capitals ("Ana de la Cruz"), or
/// a few characters of Chinese, Japanese or Korean.
bool is_full_name(std::string_view name);

/// Whether a line holds nothing but full names: "Ann Lee", "Ann Lee/Bo Chu and Cy Day".
bool names_only(std::string_view line);

/// The part of a credit line that names the reporters: "Jack Kim"; empty when it names none.
std::string_view reporters_in_credit(std::string_view credit);

/// The length of "By ", "Von ", "Par ", "Written by: " and the like at the beginning of `line`,
/// when a capitalised word follows; 0 otherwise.
std::size_t byline_opening(std::string_view line);

}  // namespace indexer
