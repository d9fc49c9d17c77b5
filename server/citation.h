// SPDX-License-Identifier: GPL-2.0-or-later
// citation.h - Articles as entries for reference managers: BibTeX, RIS, CSL-JSON.
//
// An entry never claims more than is known: an inferred date is bracketed and said to be inferred,
// an undated article is "n.d.". The address is that of the original, or of our own page when the
// original has none.
#pragma once

#include "archive/model/article.h"

#include <nlohmann/json_fwd.hpp>

#include <string>

namespace server {

/// An entry of a .bib file, ending with a line break. Every character that means something to
/// LaTeX is escaped.
std::string bibtex_entry(const archive::Article& article, const std::string& permalink);

/// An entry of a .ris file (TY … ER), lines ended by CR and LF.
std::string ris_entry(const archive::Article& article, const std::string& permalink);

/// An item of CSL-JSON, the form of citation processors.
nlohmann::ordered_json csl_item(const archive::Article& article, const std::string& permalink);

}  // namespace server
