// SPDX-License-Identifier: GPL-2.0-or-later
// leads.h - The words an article without a headline is listed under.
#pragma once

#include <string>
#include <string_view>

namespace indexer {

/// The first clause of a first paragraph, its dateline left out: "North Korean leader Kim Jong Un
/// has expressed his support for Russia's stance on the conflict with Ukraine". At most 160 bytes;
/// ends between words, after a sentence or before a comma where there is one in reach.
std::string lead_clause(std::string_view paragraph);

}  // namespace indexer
