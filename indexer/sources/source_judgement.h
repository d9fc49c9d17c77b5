// SPDX-License-Identifier: GPL-2.0-or-later
// source_judgement.h - What the articles of a source, read together, say about each of them.
#pragma once

#include "archive/index/source_facts.h"
#include "indexer/analysis/day_order.h"
#include "indexer/extract/line_standing.h"
#include "indexer/sources/article_notes.h"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace indexer {

struct SourceJudgement {
    std::vector<std::uint64_t> repeated;  ///< keys of lines, ascending; the common ones too
    std::vector<std::uint64_t> common;    ///< ascending
    std::string language;                 ///< that of nearly all its articles; empty when mixed
    DayOrder order = DayOrder::none;      ///< how it writes dates in figures, when that is known
    bool paths_tell = false;  ///< paths say the same day as texts wherever both are known

    LineStanding standing(std::uint64_t key) const;
};

/// The articles of a source at hand, in an order that does not depend on files: notes by number.
struct SourceArticles {
    std::size_t count = 0;
    std::uint64_t notes_bytes = 0;                   ///< of all
    std::function<ArticleNotes(std::size_t)> notes;  ///< called twice for each in large sources
    std::function<bool(std::size_t)> fresh;          ///< whether it is counted: new to the archive
};

/// Judges a source by what was known of it and its articles at hand, and says what they add to
/// that. Memory grows with the lines that repeat.
struct JudgedSource {
    SourceJudgement judgement;
    archive::SourceFacts added;
    std::vector<std::uint32_t>
        touched;  ///< articles at hand that the judgement may change, ascending
};
JudgedSource judge_source(std::string_view name, const archive::SourceRecords& earlier,
                          const SourceArticles& articles);

}  // namespace indexer
