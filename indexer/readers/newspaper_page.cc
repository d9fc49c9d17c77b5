// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/newspaper_page.h"

#include "archive/base/fold.h"
#include "archive/base/text.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <unordered_map>
#include <utility>

namespace indexer {

namespace {

// Of the usual size. Papers of science set their sections 1.2 to 1.4 times as large.
constexpr float headline_size = 1.5F;
constexpr float subhead_size = 1.12F;

std::size_t count_words(const PrintedBlock& block) {
    std::size_t words = 0;
    for (const auto& line : block.lines) words += line.words.size();
    return words;
}

/// Whether blocks of body text stand side by side.
bool has_columns(const PrintedPage& page, float usual) {
    constexpr std::size_t enough_words = 12;
    std::vector<const PrintedBlock*> bodies;
    for (const auto& block : page.blocks) {
        const bool body = std::abs(block.type_size - usual) < 0.15F * usual;
        if (body && block.kind == BlockKind::text && count_words(block) >= enough_words) {
            bodies.push_back(&block);
        }
    }
    constexpr std::size_t most_looked_at = 400;
    if (bodies.size() > most_looked_at) bodies.resize(most_looked_at);
    for (const auto* one : bodies) {
        for (const auto* other : bodies) {
            const bool beside = one->right < other->left;
            const bool level = one->top < other->bottom && other->top < one->bottom;
            if (beside && level) return true;
        }
    }
    return false;
}

/// The articles as they come, those without text among them.
struct Draft {
    PageArticle article;
    float title_size = 0;
    std::size_t body_words = 0;
};

void add_block(const PrintedBlock& block, float usual, std::vector<Draft>& drafts) {
    std::string text = text_of(block);
    if (text.empty()) return;
    const float size = block.type_size;
    const bool large = size >= usual * headline_size && could_be_headline(block);
    Draft& current = drafts.back();
    const bool open = !current.article.title.empty() && current.article.paragraphs.empty();
    if (large && open && std::abs(size - current.title_size) < 0.05F * size) {
        current.article.title += " " + text;  // the second line of a headline
    } else if (large && !(open && size < current.title_size * 0.8F)) {
        drafts.push_back({{std::move(text), {}, {}}, size, 0});
    } else if (open && current.article.standfirst.empty() && size >= usual * subhead_size) {
        current.article.standfirst = std::move(text);
    } else {
        current.body_words += count_words(block);
        current.article.paragraphs.push_back(std::move(text));
    }
}

void put_in_front(Draft& draft, DividedPage& page) {
    auto& front = page.front;
    for (auto* text : {&draft.article.title, &draft.article.standfirst}) {
        if (!text->empty()) front.push_back(std::move(*text));
    }
    auto& paragraphs = draft.article.paragraphs;
    std::move(paragraphs.begin(), paragraphs.end(), std::back_inserter(front));
}

}  // namespace

bool could_be_headline(const PrintedBlock& block) {
    constexpr std::size_t most_words = 25;
    const auto words = count_words(block);
    if (words < 2 || words > most_words) return false;
    if (block.kind == BlockKind::margin || block.kind == BlockKind::caption) return false;
    const std::string text = text_of(block);
    std::size_t letters = 0, others = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto point = static_cast<UChar32>(archive::next_code_point(text, at));
        if (u_isalpha(point) != 0) {
            ++letters;
        } else if (u_isspace(point) == 0) {
            ++others;
        }
    }
    return letters >= 4 && letters > 2 * others;
}

float usual_type_size(const std::vector<const PrintedPage*>& pages) {
    std::vector<std::pair<float, std::size_t>> sizes;
    std::size_t words = 0;
    for (const auto* page : pages) {
        for (const auto& block : page->blocks) {
            if (block.type_size <= 0) continue;
            sizes.emplace_back(block.type_size, count_words(block));
            words += sizes.back().second;
        }
    }
    std::sort(sizes.begin(), sizes.end());
    std::size_t before = 0;
    for (const auto& [size, count] : sizes) {
        before += count;
        if (before * 2 >= words) return size;
    }
    return 0;
}

DividedPage divided(const PrintedPage& page) {
    DividedPage result;
    const float usual = usual_type_size({&page});
    if (usual <= 0 || !has_columns(page, usual)) return result;
    std::vector<Draft> drafts(1);
    for (const auto& block : page.blocks) {
        if (block.kind != BlockKind::margin) add_block(block, usual, drafts);
    }
    constexpr std::size_t fewest_words = 20;
    const auto is_whole = [](const Draft& draft) {
        return !draft.article.title.empty() && draft.body_words >= fewest_words;
    };
    if (std::count_if(drafts.begin(), drafts.end(), is_whole) < 2) return result;
    for (auto& draft : drafts) {
        if (is_whole(draft)) {
            result.articles.push_back(std::move(draft.article));
        } else {
            put_in_front(draft, result);
        }
    }
    return result;
}

void find_running_heads(std::vector<PrintedPage>& pages) {
    const auto at_edge = [](const PrintedPage& page, const PrintedBlock& block) {
        return page.height > 0
               && (block.bottom < 0.1F * page.height || block.top > 0.9F * page.height);
    };
    const auto key_of = [](const PrintedBlock& block) {
        std::string key = archive::folded_words(text_of(block));
        for (char& c : key) {
            if (c >= '0' && c <= '9') c = '0';
        }
        return key;
    };
    std::unordered_map<std::string, std::size_t> counts;
    constexpr std::size_t most_words = 20;
    for (const auto& page : pages) {
        for (const auto& block : page.blocks) {
            if (at_edge(page, block) && count_words(block) <= most_words) ++counts[key_of(block)];
        }
    }
    const std::size_t many = std::max<std::size_t>(3, pages.size() / 3);
    for (auto& page : pages) {
        for (auto& block : page.blocks) {
            if (!at_edge(page, block) || count_words(block) > most_words) continue;
            const std::string key = key_of(block);
            const bool number = key.find_first_not_of("0 ") == std::string::npos;
            if (number || counts[key] >= many) block.kind = BlockKind::margin;
        }
    }
}

}  // namespace indexer
