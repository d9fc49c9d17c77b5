// SPDX-License-Identifier: GPL-2.0-or-later
// printed_page.h - A page of print as a machine sees it: blocks of lines of words, with their
// sizes.
//
// What ALTO, PAGE, hOCR and PDF have in common. Words cut at the end of a line are made whole here,
// once for all of them.
#pragma once

#include "archive/model/article.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace indexer {

struct PrintedWord {
    std::string id;  ///< as others refer to it; may be empty
    std::string text;
    std::optional<float> sure = {};  ///< how sure the machine is, 0 to 1
    std::string whole = {};          ///< of a word cut in two: all of it, at its first part
    bool second_part = false;        ///< its whole stands at the first part
};

struct PrintedLine {
    std::string id;
    std::vector<PrintedWord> words;
};

/// What a block is, where the file says so.
enum class BlockKind : std::uint8_t { text, heading, caption, margin };

struct PrintedBlock {
    std::string id;
    BlockKind kind = BlockKind::text;
    std::vector<PrintedLine> lines;
    float type_size = 0;  ///< of its letters, in the page's own unit; 0 when unknown
    float left = 0, top = 0, right = 0, bottom = 0;
};

/// Some blocks under one name.
struct PrintedGroup {
    std::string id;
    std::size_t first = 0;  ///< of the page's blocks
    std::size_t last = 0;   ///< exclusive
};

struct PrintedPage {
    std::vector<PrintedBlock> blocks;  ///< in reading order
    std::vector<PrintedGroup> groups = {};
    float height = 0;
    std::string language;  ///< as declared; may be empty
};

/// The words of a block as one paragraph; lines joined, words cut by a line's end made whole.
std::string text_of(const PrintedBlock& block);

/// How sure the machine is of the words of some blocks, on average; nothing when it does not say.
class Sureness {
public:
    void add(const PrintedBlock& block);
    std::optional<float> mean() const;

private:
    double sum_ = 0;
    std::size_t words_ = 0;
};

/// A page nobody divided, as one article: its largest type near the top is the headline where it
/// stands out, everything else is body.
archive::Article article_of_page(const PrintedPage& page);

}  // namespace indexer
