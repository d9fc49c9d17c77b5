// SPDX-License-Identifier: GPL-2.0-or-later
// query_operands.h - What may stand beside NEAR and behind atleast3: and said:.
#pragma once

#include "archive/search/query.h"

namespace archive {

/// Whether it stands at places of a text that can be near others and be counted: words of any form,
/// phrases, names of a type, any of such, and what is near. Articles as a whole have no place, and
/// neither has what is absent.
bool has_places(const Query& query);

/// Whether a quotation can hold it: what has places, and groups of that with AND and OR. What is
/// excluded must stand beside something that is said: nothing says what everybody leaves out.
bool can_be_said(const Query& query);

}  // namespace archive
