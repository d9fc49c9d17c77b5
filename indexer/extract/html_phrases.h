// SPDX-License-Identifier: GPL-2.0-or-later
// html_phrases.h - Lines inside an article's element that are none of its text.
//
// "Read more: ...", "Auch interessant", "Le puede interesar", "Follow us on Facebook": publishers
// put them between the paragraphs, where no class tells them apart. Tables in the larger languages,
// compared without case and accents.
#pragma once

#include <string_view>

namespace indexer {

/// Whether a line opens with a set phrase that leads away from the article: to others, to comments,
/// to a sign-up, to the credits of a picture. Only for short lines and such with links in them:
/// "Related: ..." may begin a sentence as well.
bool points_elsewhere(std::string_view line);

/// Whether a line is the note that WordPress puts below what its feeds bring: "The post Ferry saved
/// appeared first on The Gull."
bool tells_origin(std::string_view line);

/// Whether a line asks the reader for something: to follow on a named network, to subscribe, to log
/// in for the rest, to give money. Long paragraphs never do.
bool asks_reader(std::string_view line);

}  // namespace indexer
