// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/word_diff.h"

#include "archive/search/anchors.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace archive {

namespace {

using Words = std::span<const std::uint32_t>;

/// Edits that one gap may have before it is given up: 2 MB of steps are kept to find the way back.
constexpr std::size_t most_edits = 1'000;

/// How often gaps are cut by anchors before they are compared word by word.
constexpr int most_levels = 12;

/// The diff of one pair of texts.
class Comparing {
public:
    Comparing(Words left, Words right, DiffBudget& budget)
        : left_(left), right_(right), budget_(budget) {}

    std::vector<SharedRun> runs() {
        compare({0, left_.size(), 0, right_.size()}, 0);
        return std::move(runs_);
    }

private:
    /// A stretch of the left and one of the right, ends exclusive.
    struct Gap {
        std::size_t left = 0, left_end = 0;
        std::size_t right = 0, right_end = 0;

        std::size_t lefts() const { return left_end - left; }
        std::size_t rights() const { return right_end - right; }
        std::size_t words() const { return lefts() + rights(); }
        bool one_sided() const { return left == left_end || right == right_end; }
    };

    void add(std::size_t left, std::size_t right, std::size_t size) {
        if (size == 0) return;
        if (!runs_.empty() && runs_.back().left_end() == left
            && runs_.back().right_end() == right) {
            runs_.back().size += static_cast<std::uint32_t>(size);
            return;
        }
        runs_.push_back({static_cast<std::uint32_t>(left), static_cast<std::uint32_t>(right),
                         static_cast<std::uint32_t>(size)});
    }

    void compare(Gap gap, int level) {
        const auto begin = equal_words(gap.left, gap.left_end, gap.right, gap.right_end);
        add(gap.left, gap.right, begin);
        gap.left += begin;
        gap.right += begin;
        const auto end = equal_words_before_end(gap);
        gap.left_end -= end;
        gap.right_end -= end;
        if (!gap.one_sided() && !cut_by_anchors(gap, level)) compare_words(gap);
        add(gap.left_end, gap.right_end, end);
    }

    std::size_t equal_words(std::size_t left, std::size_t left_end, std::size_t right,
                            std::size_t right_end) const {
        std::size_t equal = 0;
        while (left + equal < left_end && right + equal < right_end
               && left_[left + equal] == right_[right + equal])
            ++equal;
        return equal;
    }

    std::size_t equal_words_before_end(const Gap& gap) const {
        std::size_t equal = 0;
        while (equal < gap.lefts() && equal < gap.rights()
               && left_[gap.left_end - equal - 1] == right_[gap.right_end - equal - 1])
            ++equal;
        return equal;
    }

    bool cut_by_anchors(const Gap& gap, int level) {
        if (level == most_levels) return false;
        // Short stretches stand once by chance: taken only where the gap is too long for words.
        constexpr std::array<std::uint32_t, 3> lengths{4, 2, 1};
        std::vector<SharedRun> found;
        for (const auto words : lengths) {
            if (!found.empty() || (words != lengths.front() && gap.words() <= most_edits)) break;
            found = anchors(left_.subspan(gap.left, gap.lefts()),
                            right_.subspan(gap.right, gap.rights()), words);
        }
        if (found.empty()) return false;
        auto left = gap.left;
        auto right = gap.right;
        for (const auto& run : found) {
            compare({left, gap.left + run.left, right, gap.right + run.right}, level + 1);
            add(gap.left + run.left, gap.right + run.right, run.size);
            left = gap.left + run.left_end();
            right = gap.right + run.right_end();
        }
        compare({left, gap.left_end, right, gap.right_end}, level + 1);
        return true;
    }

    // Myers. A path goes through the grid of left and right words: right is a left word taken out,
    // down is a right word put in, diagonals are free. A diagonal is left minus right.

    /// How far on the left the best path of each diagonal comes is kept for every number of edits,
    /// to walk back.
    void compare_words(const Gap& gap) {
        const auto most = static_cast<std::int32_t>(std::min(gap.words(), most_edits));
        reaches_.clear();
        for (std::int32_t edits = 0; edits <= most && budget_.steps > 0; ++edits) {
            spend(static_cast<std::size_t>(edits) + 1);
            for (auto diagonal = -edits; diagonal <= edits; diagonal += 2) {
                auto left = step_to(gap, edits, diagonal).left;
                if (left != unreached) left += take_free_steps(gap, left, diagonal);
                reaches_.push_back(left);
                if (left == ends(gap.lefts()) && left - diagonal == ends(gap.rights()))
                    return walk_back(gap, edits, diagonal);
            }
        }
    }

    struct Step {
        std::int32_t left = unreached;  ///< where the path enters the diagonal
        std::int32_t from = 0;          ///< the diagonal it comes from
    };

    /// The best way onto a diagonal with the last of so many edits.
    Step step_to(const Gap& gap, std::int32_t edits, std::int32_t diagonal) const {
        if (edits == 0) return {0, 0};
        Step best;
        const auto below = reach(edits - 1, diagonal - 1);
        if (below != unreached && below < ends(gap.lefts())) best = {below + 1, diagonal - 1};
        const auto above = reach(edits - 1, diagonal + 1);
        if (above != unreached && above >= best.left && above - diagonal <= ends(gap.rights()))
            best = {above, diagonal + 1};
        return best;
    }

    std::int32_t reach(std::int32_t edits, std::int32_t diagonal) const {
        if (diagonal < -edits || diagonal > edits) return unreached;
        const auto before = static_cast<std::size_t>(edits) * (static_cast<std::size_t>(edits) + 1);
        return reaches_[before / 2 + static_cast<std::size_t>(diagonal + edits) / 2];
    }

    void spend(std::size_t steps) {
        budget_.steps -= std::min<std::uint64_t>(budget_.steps, steps);
    }

    std::int32_t take_free_steps(const Gap& gap, std::int32_t left, std::int32_t diagonal) {
        const auto equal =
            equal_words(gap.left + static_cast<std::size_t>(left), gap.left_end,
                        gap.right + static_cast<std::size_t>(left - diagonal), gap.right_end);
        spend(equal);
        return static_cast<std::int32_t>(equal);
    }

    void walk_back(const Gap& gap, std::int32_t edits, std::int32_t diagonal) {
        std::vector<SharedRun> backwards;
        auto left = ends(gap.lefts());
        for (; edits >= 0; --edits) {
            const auto step = step_to(gap, edits, diagonal);
            if (left > step.left) {
                backwards.push_back({static_cast<std::uint32_t>(step.left),
                                     static_cast<std::uint32_t>(step.left - diagonal),
                                     static_cast<std::uint32_t>(left - step.left)});
            }
            left = step.from < diagonal ? step.left - 1 : step.left;
            diagonal = step.from;
        }
        for (auto run = backwards.rbegin(); run != backwards.rend(); ++run)
            add(gap.left + run->left, gap.right + run->right, run->size);
    }

    static constexpr std::int32_t unreached = -1;

    static std::int32_t ends(std::size_t words) {
        return static_cast<std::int32_t>(std::min<std::size_t>(words, INT32_MAX));
    }

    Words left_;
    Words right_;
    std::vector<SharedRun> runs_;
    std::vector<std::int32_t> reaches_;  ///< by edits, then by diagonal
    DiffBudget& budget_;
};

}  // namespace

std::vector<SharedRun> shared_runs(Words left, Words right, DiffBudget& budget) {
    return Comparing(left, right, budget).runs();
}

}  // namespace archive
