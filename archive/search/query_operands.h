// SPDX-License-Identifier: GPL-2.0-or-later
// query_operands.h - What may stand beside NEAR and behind atleast3: and said:.
#pragma once

#include "archive/search/query.h"

namespace archive {

/// Whether it stands at places of a text that can be near others and be counted: words of any form,
/// phrases, names of a type, any of such, and what is near. Articles as a whole have no place, and
/// neither has what is absent.
bool has_places(const Query& query);

/// Whether all of it is about the words of a text: what has places, and what is joined of it by
/// AND, OR and NOT.
bool is_about_words(const Query& query);

}  // namespace archive
