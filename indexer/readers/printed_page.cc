// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/printed_page.h"

#include "archive/base/limits.h"
#include "archive/base/text.h"
#include "indexer/extract/cut_words.h"
#include "indexer/readers/newspaper_page.h"
#include "indexer/readers/record_values.h"

#include <algorithm>
#include <utility>

namespace indexer {

namespace {

using archive::Article;
using archive::ZoneKind;

/// The block that is the page's headline; none where nothing stands out.
const PrintedBlock* headline_of(const PrintedPage& page) {
    constexpr float larger = 1.35F;
    const float usual = usual_type_size({&page});
    const PrintedBlock* best = nullptr;
    for (const auto& block : page.blocks) {
        if (!could_be_headline(block)) continue;
        const bool heading = block.kind == BlockKind::heading;
        if (!heading && (usual <= 0 || block.type_size < usual * larger)) continue;
        if (best == nullptr || block.type_size > best->type_size) best = &block;
    }
    return best;
}

}  // namespace

std::string text_of(const PrintedBlock& block) {
    std::string text;
    bool cut = false;  // the last word may go on in the next line
    for (const auto& line : block.lines) {
        for (std::size_t i = 0; i < line.words.size(); ++i) {
            const auto& word = line.words[i];
            if (word.second_part || word.text.empty()) continue;
            const std::string& shown = word.whole.empty() ? word.text : word.whole;
            if (cut) {
                append_line(text, shown);
            } else {
                if (!text.empty()) text += ' ';
                text += shown;
            }
            cut = i + 1 == line.words.size() && word.whole.empty();
        }
    }
    return clean_line(text);
}

void Sureness::add(const PrintedBlock& block) {
    for (const auto& line : block.lines) {
        for (const auto& word : line.words) {
            if (!word.sure) continue;
            sum_ += static_cast<double>(*word.sure);
            ++words_;
        }
    }
}

std::optional<float> Sureness::mean() const {
    if (words_ == 0) return std::nullopt;
    return static_cast<float>(std::clamp(sum_ / static_cast<double>(words_), 0.0, 1.0));
}

Article article_of_page(const PrintedPage& page) {
    Article article;
    Sureness sureness;
    const auto* headline = headline_of(page);
    for (const auto& block : page.blocks) {
        sureness.add(block);
        std::string text = text_of(block);
        if (text.empty()) continue;
        ZoneKind kind = ZoneKind::body;
        if (&block == headline) kind = ZoneKind::headline;
        if (block.kind == BlockKind::caption) kind = ZoneKind::caption;
        if (block.kind == BlockKind::margin) kind = ZoneKind::furniture;
        if (kind == ZoneKind::headline) {
            article.title = archive::cut(text, archive::limits::title_bytes);
            article.title_basis = archive::TitleBasis::text;
        }
        const bool goes_on =
            !article.zones.empty() && article.zones.back().kind == kind && kind == ZoneKind::body;
        if (goes_on) {
            article.zones.back().text += "\n" + text;
        } else {
            article.zones.push_back({kind, std::move(text)});
        }
    }
    article.quality.ocr = sureness.mean();
    article.language = page.language;
    return article;
}

}  // namespace indexer
