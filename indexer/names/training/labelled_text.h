// SPDX-License-Identifier: GPL-2.0-or-later
// labelled_text.h - Articles whose names somebody has marked, to learn from and to measure against.
//
// One token a line with its label behind a tab, an empty line behind each sentence, a line that
// begins with -DOCSTART- before each article; labels are O, and B- or I- with PER, ORG, LOC, MISC.
#pragma once

#include "indexer/names/article_words.h"
#include "indexer/names/name_labels.h"

#include <cstdint>
#include <string>
#include <vector>

namespace indexer {

struct LabelledArticle {
    std::vector<std::string> words;
    std::vector<std::uint32_t> ends;  ///< of sentences
    std::vector<Label> labels;        ///< one a word

    /// The words as the tagger takes them; valid while the article is.
    Sentences sentences() const;
};

/// Reads a file of them. Throws Failure: io_failed, and article_unreadable with the line.
std::vector<LabelledArticle> read_labelled(const std::string& path);

/// Takes demonyms that are marked as places ("a Danish painter") for names of the kind that is not
/// shown, as most corpora have them.
void unname_demonyms(std::vector<LabelledArticle>& articles, const NameLists& lists);

/// Writes words as headlines have them: Each of Four Letters and More.
void put_in_title_case(LabelledArticle& article, std::uint32_t begin, std::uint32_t end);

/// WRITES ASCII LETTERS AS CAPITALS.
void put_in_capitals(LabelledArticle& article, std::uint32_t begin, std::uint32_t end);

/// Writes `title` of a hundred sentences in title case and `capitals` in capitals, so that both are
/// learned; always the same ones.
void recase_some(std::vector<LabelledArticle>& articles, double title, double capitals);

}  // namespace indexer
