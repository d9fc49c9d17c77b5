// SPDX-License-Identifier: GPL-2.0-or-later
// run_walk.h - The runs of common words in documents, walked several times.
//
// Of the tokens only common words that stand side by side matter. The first walk notes them, a byte
// a word, in a file that nobody else sees, and later ones read that: a fifth of the bytes, and no
// word has to be looked up.
#pragma once

#include "archive/base/walked_file.h"
#include "archive/index/common_runs.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <fstream>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace archive {

/// A run is named by the places of its words among the common ones, a byte each.
using RunName = std::uint32_t;

class RunWalk {
public:
    /// Keeps its file in `folder`, where it is gone before this is.
    RunWalk(const std::string& folder, const std::vector<std::uint32_t>& common,
            std::size_t lexicon);
    ~RunWalk();
    RunWalk(const RunWalk&) = delete;
    RunWalk& operator=(const RunWalk&) = delete;

    /// Takes the next document for the first time. Calls use(words, name) for each run of two and
    /// more common words, as often as it is there, longer ones only where it says yes to the run
    /// that they end with.
    template <typename Use>
    void walk_first(std::string_view tokens, const Use& use) {
        find(tokens);
        if (spans_) {
            file_.put(static_cast<char>(has_spans));
            walk_met(use);
        } else {
            walk_stretches(use, note());
        }
    }

    /// After the last document.
    void finish_first();

    /// Before the first document is walked again.
    void begin_again() { at_ = 0; }

    /// The same for the next document, once more; `tokens_of()` are its tokens.
    template <typename TokensOfIt, typename Use>
    void walk(const TokensOfIt& tokens_of, const Use& use) {
        const auto noted = noted_.from(at_);
        if (static_cast<unsigned char>(noted.front()) == has_spans) {
            ++at_;
            find(tokens_of());
            walk_met(use);
        } else {
            at_ += walk_stretches(use, noted);
        }
    }

private:
    /// A common word.
    struct Met {
        RunName rank;
        std::uint32_t begin, end;
        std::size_t before;  ///< how many were met that end where it begins, or earlier
    };

    /// A stretch is noted as the number of its words, two and more, and their ranks. A longer one
    /// goes on in a further piece, which begins with the words that a run may begin with.
    static constexpr unsigned end_of_document = 0, has_spans = 1;
    static constexpr std::size_t longest_stretch = 255;
    static constexpr std::uint16_t none = std::numeric_limits<std::uint16_t>::max();

    void find(std::string_view tokens);
    std::string_view note();

    /// Lengthens a run of so many words forwards: `name` is that of the words behind `first`.
    template <typename Use>
    void tell(const Met& first, std::size_t words, RunName behind, const Use& use) const {
        const RunName name = first.rank << 8U * (words - 1) | behind;
        if (words > 1 && !use(words, name)) return;
        for (auto at = first.before; at > 0 && met_[at - 1].end == first.begin; --at)
            tell(met_[at - 1], words + 1, name, use);
    }

    template <typename Use>
    void walk_met(const Use& use) const {
        for (const auto& word : met_) tell(word, 1, 0, use);
    }

    /// Walks what was noted of a document; returns how many bytes that were.
    template <typename Use>
    static std::size_t walk_stretches(const Use& use, std::string_view noted) {
        const auto byte = [&](std::size_t at) {
            return RunName{static_cast<unsigned char>(noted[at])};
        };
        std::size_t at = 0;
        std::size_t told = 0;  // words of the stretch that the piece before told of
        for (auto count = byte(at); count != end_of_document; count = byte(at)) {
            const auto first = at + 1;
            for (std::size_t last = std::max<std::size_t>(told, 1); last < count; ++last) {
                RunName name = byte(first + last);
                for (std::size_t words = 2; words <= last + 1; ++words) {
                    name |= byte(first + last + 1 - words) << 8U * (words - 1);
                    if (!use(words, name)) break;
                }
            }
            told = count == longest_stretch ? longest_run - 1 : 0;
            at = first + count;
        }
        return at + 1;
    }

    std::string path_;
    std::ofstream file_;
    std::string noting_;  ///< of the document at hand
    WalkedFile noted_;
    std::size_t at_ = 0;  ///< in noted_
    std::vector<std::uint16_t> ranks_;
    std::vector<Met> met_;
    bool spans_ = false;  ///< of the document at hand: a common word stands over several positions
};

}  // namespace archive
