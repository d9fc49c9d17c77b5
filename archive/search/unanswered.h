// SPDX-License-Identifier: GPL-2.0-or-later
// unanswered.h - Forms of the query language that are read and not answered by this version.
//
// Nothing of the language is read as something else for want of an answer: to search for
// `a NEAR/5 b` as for `a b` would answer another question than the one asked. So what the compiler
// does not know yet is refused here, by name, between the parser and the compiler.
#pragma once

#include "archive/search/query.h"

#include <optional>
#include <string_view>

namespace archive {

/// The refusal, query_not_yet at its place in `typed`, of the first form in `query` that can't be
/// answered; empty when all can.
std::optional<Error> unanswered(const Query& query, std::string_view typed);

}  // namespace archive
