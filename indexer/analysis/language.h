// SPDX-License-Identifier: GPL-2.0-or-later
// language.h - Which language a text is written in.
//
// CLD2 on the first 2 KB: reading all of a text costs six times more and decides nothing. An answer
// that CLD2 itself calls unreliable ("Kim Jong Un", "10,000 troops") is no answer.
#pragma once

#include <string>
#include <string_view>

namespace indexer {

/// The language found in `text`, ISO 639-1 where it has such a code ("en", "zh", "no"); empty when
/// it has under 20 letters or cannot be told reliably.
std::string detected_language(std::string_view text);

/// The code of a declared language: "en-US", "en_GB", "EN", "eng" are "en", "nb" is "no"; empty
/// when `declared` is no language code.
std::string language_code(std::string_view declared);

/// The language of an article with this body and title, of which its source says `declared` (may be
/// empty). Detection beats declaration from 120 characters on; "und" when nobody can tell.
std::string language_of(std::string_view body, std::string_view title, std::string_view declared);

/// The language of an article of which neither text nor declaration tells it, in a source whose
/// articles are nearly all in `prior`: what CLD2 makes of the text with that to start from, else
/// `prior`.
std::string language_with_prior(std::string_view body, std::string_view title,
                                std::string_view prior);

}  // namespace indexer
