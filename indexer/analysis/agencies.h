// SPDX-License-Identifier: GPL-2.0-or-later
// agencies.h - The news agencies, by every spelling that datelines and credits use.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace indexer {

/// The common name of the agency that `text` spells, all of it: "Agence France-Presse" is "AFP";
/// empty when it is none.
std::string_view agency_named(std::string_view text);

/// The agencies named in a credit, a byline or a dateline, in order, each once. Capitals count
/// ("AP", never "ap"), and only whole words.
std::vector<std::string> agencies_in(std::string_view text);

/// The agencies that a credit thanks for their part: "(With inputs from Coastline and PTI)". Names
/// of one word count even when nobody knows them; longer ones may be people.
std::vector<std::string> thanked_agencies(std::string_view credit);

/// Whether an outlet is an agency itself: "Reuters", "reuters.com", "AFP".
bool is_agency(std::string_view outlet);

/// Adds `agency` to `agencies` unless it is empty or there already.
void add_agency(std::vector<std::string>& agencies, std::string_view agency);

}  // namespace indexer
