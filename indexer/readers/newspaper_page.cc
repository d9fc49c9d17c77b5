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

using Blocks = std::vector<const PrintedBlock*>;

bool is_above(const PrintedBlock* one, const PrintedBlock* other) {
    return one->top < other->top;
}

/// A headline with what stands under it.
struct Draft {
    Blocks title;  // its lines, where they are blocks of their own
    Blocks under;

    float size() const { return title.front()->type_size; }
    float bottom() const { return title.back()->bottom; }
    bool over(const PrintedBlock& block) const {
        return std::any_of(title.begin(), title.end(), [&](const PrintedBlock* line) {
            return line->left < block.right && block.left < line->right;
        });
    }
};

/// The headlines of a page in reading order; two lines of one size right below each other are one.
std::vector<Draft> headlines_of(const PrintedPage& page, float usual) {
    std::vector<Draft> drafts;
    for (const auto& block : page.blocks) {
        if (block.type_size < usual * headline_size || !could_be_headline(block)) continue;
        const bool second_line =
            !drafts.empty() && std::abs(block.type_size - drafts.back().size()) < 0.05F * usual
            && drafts.back().over(block) && block.top >= drafts.back().title.back()->top
            && block.top - drafts.back().bottom() < block.type_size;
        if (!second_line) drafts.emplace_back();
        drafts.back().title.push_back(&block);
    }
    return drafts;
}

/// Gives every block to a headline, from the top of the page downwards. Null stands for what is
/// above all headlines.
class Assignment {
public:
    Assignment(std::vector<Draft>& drafts, float usual) : drafts_(drafts), usual_(usual) {}

    Draft* take(const PrintedBlock& block) {
        Draft* draft = draft_for(block);
        placed_.emplace_back(&block, draft);
        return draft;
    }

private:
    Draft* draft_for(const PrintedBlock& block) const {
        const auto* before = block_before(block);
        Draft* over = nullptr;
        Draft* nearest = nullptr;
        for (auto& draft : drafts_) {
            if (draft.title.front()->top >= block.top) continue;
            const auto lower = [&](const Draft* other) {
                return other == nullptr || draft.bottom() > other->bottom();
            };
            if (draft.over(block) && lower(over)) over = &draft;
            if (draft.title.front()->left < block.right && lower(nearest)) nearest = &draft;
        }
        const bool headline_between =
            over != nullptr && before != nullptr && over->bottom() > before->first->bottom;
        if (before != nullptr && !headline_between) return before->second;
        constexpr float right_below = 3;
        const bool below = over != nullptr && block.top - over->bottom() < right_below * usual_;
        return below ? over : nearest;
    }

    using Placed = std::pair<const PrintedBlock*, Draft*>;

    /// The block that ends right above, in the same column.
    const Placed* block_before(const PrintedBlock& block) const {
        constexpr float gap = 1.6F;
        for (auto each = placed_.rbegin(); each != placed_.rend(); ++each) {
            const auto& other = *each->first;
            const float common =
                std::min(block.right, other.right) - std::max(block.left, other.left);
            const float narrower = std::min(block.right - block.left, other.right - other.left);
            if (common < narrower / 2 || other.top >= block.top) continue;
            return block.top - other.bottom < gap * usual_ ? &*each : nullptr;
        }
        return nullptr;
    }

    std::vector<Draft>& drafts_;
    float usual_;
    std::vector<Placed> placed_;
};

/// Column by column, each from its top. Blocks are of one column when their middles lie in the
/// width of its first.
void put_in_order(Blocks& blocks) {
    std::vector<Blocks> columns;
    for (const auto* block : blocks) {
        const float middle = (block->left + block->right) / 2;
        const auto column = std::find_if(columns.begin(), columns.end(), [&](const Blocks& each) {
            return middle > each.front()->left && middle < each.front()->right;
        });
        if (column == columns.end()) {
            columns.push_back({block});
        } else {
            column->push_back(block);
        }
    }
    std::stable_sort(columns.begin(), columns.end(), [](const Blocks& one, const Blocks& other) {
        return one.front()->left < other.front()->left;
    });
    blocks.clear();
    for (auto& column : columns) {
        std::stable_sort(column.begin(), column.end(), is_above);
        blocks.insert(blocks.end(), column.begin(), column.end());
    }
}

std::size_t count_words(const Blocks& blocks) {
    std::size_t words = 0;
    for (const auto* block : blocks) words += count_words(*block);
    return words;
}

PageArticle article_of(Draft& draft, float usual) {
    PageArticle article;
    for (const auto* line : draft.title) {
        article.title += (article.title.empty() ? "" : " ") + text_of(*line);
    }
    put_in_order(draft.under);
    for (const auto* block : draft.under) {
        std::string text = text_of(*block);
        if (text.empty()) continue;
        const bool larger = block->type_size >= usual * subhead_size;
        if (larger && article.standfirst.empty() && article.paragraphs.empty()) {
            article.standfirst = std::move(text);
        } else {
            article.paragraphs.push_back(std::move(text));
        }
    }
    return article;
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
    auto drafts = headlines_of(page, usual);
    constexpr std::size_t most_headlines = 200, most_blocks = 3'000;
    if (drafts.size() < 2 || drafts.size() > most_headlines || page.blocks.size() > most_blocks) {
        return result;
    }
    Blocks texts;
    for (const auto& block : page.blocks) {
        if (block.kind == BlockKind::margin) continue;
        const bool headline = std::any_of(drafts.begin(), drafts.end(), [&](const Draft& draft) {
            return std::find(draft.title.begin(), draft.title.end(), &block) != draft.title.end();
        });
        if (!headline) texts.push_back(&block);
    }
    std::stable_sort(texts.begin(), texts.end(), is_above);
    Blocks front;
    Assignment assignment(drafts, usual);
    for (const auto* block : texts) {
        auto* draft = assignment.take(*block);
        (draft == nullptr ? front : draft->under).push_back(block);
    }
    constexpr std::size_t fewest_words = 20;
    const auto is_whole = [](const Draft& draft) {
        return count_words(draft.under) >= fewest_words;
    };
    if (std::count_if(drafts.begin(), drafts.end(), is_whole) < 2) return result;
    for (auto& draft : drafts) {
        if (is_whole(draft)) {
            result.articles.push_back(article_of(draft, usual));
        } else {
            front.insert(front.end(), draft.title.begin(), draft.title.end());
            front.insert(front.end(), draft.under.begin(), draft.under.end());
        }
    }
    for (const auto* block : front) {
        std::string text = text_of(*block);
        if (!text.empty()) result.front.push_back(std::move(text));
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
