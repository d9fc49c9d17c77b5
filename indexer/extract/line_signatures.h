// SPDX-License-Identifier: GPL-2.0-or-later
// line_signatures.h - The agency or the maker of a picture that signs a line.
//
// "The cranes stood idle. — Reuters pic", "(Reuters)". Lines are taken as written: agencies are
// known by their capitals.
#pragma once

#include <string_view>

namespace indexer {

/// A picture's source that ends the line: "Reuters pic" of "... — Reuters pic", "AFP" of "... -
/// AFP"; empty when there is none.
std::string_view picture_source(std::string_view line);

/// The agency that signs an article on a line of its own: "Reuters" of "— Reuters" and "(Reuters)";
/// empty for any other line.
std::string_view agency_signature(std::string_view line);

}  // namespace indexer
