// SPDX-License-Identifier: GPL-2.0-or-later
// filter_term.h - What a filter on metadata is in the index: source:"Harbour Times" is a term.
#pragma once

#include <string>
#include <string_view>

namespace archive {

/// The term of a metadata filter such as source:"Harbour Times" or site:bbc.co.uk; `field` is a
/// field of the schema that is matched exactly, by host, by presence or by id.
std::string filter_term(std::string_view field, std::string_view value);

}  // namespace archive
