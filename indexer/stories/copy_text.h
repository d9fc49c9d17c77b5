// SPDX-License-Identifier: GPL-2.0-or-later
// copy_text.h - An article as copies of it are told from strangers: its runs of words, its figures,
// its day.
#pragma once

#include "archive/index/copy_signature.h"
#include "archive/model/article.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace indexer {

/// What tells most strangers from copies.
struct TextRuns {
    std::vector<std::uint32_t> long_runs;  ///< of five words: ascending, each once
    bool misread = false;                  ///< read by a machine that was unsure of many words
};

struct CopyText : TextRuns {
    archive::CopySignature signature;
    std::string text;                  ///< headline and body
    std::vector<std::uint64_t> words;  ///< hashes, in order
    archive::DaySpan published;        ///< as stated; 0 when it is not
};

CopyText copy_text(const archive::Article& article);

/// Hashes of the numbers in a text, "10,000" as "10000": ascending, each once.
std::vector<std::uint32_t> figures_in(std::string_view text);

/// Hashes of the words that begin with a capital and do not begin a sentence: ascending, each once.
/// Scripts without capitals have none.
std::vector<std::uint32_t> names_in(std::string_view text);

}  // namespace indexer
