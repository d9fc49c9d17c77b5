// SPDX-License-Identifier: GPL-2.0-or-later
// one_sided_names.h - Proper names that only one of two articles has.
//
// The names of an article are those it is tagged with, where its text says them, or else what its
// capitals tell (capital_names.h). A name is missing from the other side when that text has not its
// words one after the other, with a capital, whatever the accents: "Kim" is there when the other
// says "Kim Jong Un", "Kim Jong Un" is not when it only says "Kim". Of names inside each other the
// longest is told.
#pragma once

#include "archive/model/article.h"
#include "archive/search/compared_text.h"
#include "archive/search/one_sided_facts.h"

namespace archive {

/// The texts are those of the articles.
OneSidedFacts one_sided_names(const Article& left, const ComparedText& left_text,
                              const Article& right, const ComparedText& right_text);

}  // namespace archive
