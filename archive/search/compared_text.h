// SPDX-License-Identifier: GPL-2.0-or-later
// compared_text.h - What of an article is compared with another.
//
// Headline, standfirst and body, in reading order, up to limits::compared_bytes. A title that is
// only the article's first words is not taken twice. Bylines, datelines and credits are facts that
// a row shows; captions belong to pictures that an archive of text does not have; header lines and
// page furniture are the page's, not the story's.
#pragma once

#include "archive/model/article.h"
#include "archive/search/compared_words.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace archive {

/// A paragraph by its words: [begin, end) in ComparedText::words. Never empty.
struct ComparedParagraph {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::uint32_t weight = 0;  ///< of all its words
    ZoneKind zone = ZoneKind::body;
};

/// How well a text can be cut before a word.
enum class Border : std::uint8_t { none, mark, sentence, paragraph };

/// The text of one side, cut into words. A plain value that owns all it holds.
struct ComparedText {
    std::string text;  ///< paragraphs, a line break behind each
    std::vector<ComparedWord> words;
    std::vector<ComparedParagraph> paragraphs;
    bool cut = false;  ///< longer than limits::compared_bytes: the rest is left out

    /// The text of the words from `first` to before `end`, of which there must be one.
    std::string_view text_of(std::size_t first, std::size_t end) const {
        return std::string_view(text).substr(words[first].begin,
                                             words[end - 1].end - words[first].begin);
    }

    /// The weight of the words from `first` to before `end`.
    std::uint32_t weight_of(std::size_t first, std::size_t end) const;

    /// What ends before the word at `at`.
    Border border(std::size_t at) const;
};

/// The numbers of words, for shared_runs().
std::vector<std::uint32_t> numbers_of(std::span<const ComparedWord> words);

/// Both sides of a comparison must be given the same `numbers`.
ComparedText compared_text(const Article& article, WordNumbers& numbers);

}  // namespace archive
