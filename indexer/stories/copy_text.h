// SPDX-License-Identifier: GPL-2.0-or-later
// copy_text.h - An article as copies of it are told from strangers: its runs of words, its figures,
// its day.
#pragma once

#include "archive/index/copy_signature.h"
#include "archive/model/article.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace indexer {

/// All sets are ascending, each value once.
struct CopyText {
    archive::CopySignature signature;
    std::vector<std::uint32_t> long_runs, short_runs;  ///< of five and of three words
    std::vector<std::uint32_t> figures;  ///< hashes of numbers as written, "10,000" as "10000"
    std::vector<std::uint32_t> names;    ///< hashes of capitalised words inside sentences
    archive::DaySpan published;          ///< 0 when undated
    bool misread = false;                ///< read by a machine that was unsure of many words
};

CopyText copy_text(const archive::Article& article);

}  // namespace indexer
