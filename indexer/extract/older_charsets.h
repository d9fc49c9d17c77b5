// SPDX-License-Identifier: GPL-2.0-or-later
// older_charsets.h - Western text of the years before everybody agreed on Latin-1.
//
// Files of the Macintosh (before OS X) and of DOS have their accented letters at other places:
// "ü" is 0x9F on one, 0x81 on the other and 0xFC in windows-1252. Detectors take both for Latin-1,
// where those bytes are signs and control characters that vanish from the middle of words.
#pragma once

#include <string>
#include <string_view>

namespace indexer {

/// "macintosh" or "ibm-850" when nine tenths of the bytes above 0x7F that stand between small
/// letters are small letters in it, and fewer are in `charset`, as which the text was recognised.
/// "windows-1252" when nothing above 0x7F is a letter. Else `charset`; a few such bytes are needed,
/// so a short text stays what it was taken for.
std::string or_older_charset(std::string_view bytes, const std::string& charset);

}  // namespace indexer
