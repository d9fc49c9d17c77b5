// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/corrections.h"

#include "archive/base/text.h"
#include "archive/search/letter_edits.h"
#include "archive/search/stem_terms.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>

namespace archive {

namespace {

/// Comparing a word of the lexicon takes as long as some postings.
constexpr std::uint32_t work_of_a_comparison = 8;

/// See likeliest(). Of 1,200 frequent words of an archive with misread print, each with one slip or
/// two, 1,022 were put right and 38 times a word of three articles or fewer was offered when the
/// nearest word was taken; with 100 here 1,030 and 19, with 50 1,031 and 6, with 10 974
/// (November 2026).
constexpr std::uint64_t rarer = 50;

std::size_t distance_for(std::string_view word) {
    constexpr std::size_t short_word = 4;
    return code_points(word) <= short_word ? 1 : 2;
}

std::string_view first_letter(std::string_view word) {
    std::size_t end = 0;
    next_code_point(word, end);
    return word.substr(0, end);
}

/// A word of the lexicon that is like a mistyped one.
struct Near {
    std::string_view word;
    std::size_t slips = 0;
};

/// The lexicon's words with the first letter of `word` and few slips, over all segments; each once
/// a segment.
std::vector<Near> words_near(const ArchiveFacts& facts, const std::string& word,
                             DeadlineWatch& watch) {
    std::vector<Near> words;
    const std::string beginning(first_letter(word));
    const std::size_t most = distance_for(word);
    LetterEdits slips(word, most);
    for (std::size_t at = 0; at < facts.snapshot().size(); ++at) {
        const auto& lexicon = facts.snapshot().segment(at).lexicon;
        for (const auto number : facts.outlines().near(at, beginning, word, most, watch)) {
            watch.tick(work_of_a_comparison);
            const auto other = lexicon[number];
            const auto distance = slips.to(other);
            if (distance <= most && other != word) words.push_back({other, distance});
        }
    }
    return words;
}

/// The word that is meant most likely, and the articles that have it. A second slip is as unlikely
/// as a word of `rarer` times fewer articles: misread print holds many words one slip off that
/// nobody wrote. Of equals the first of the alphabet.
std::pair<std::string_view, std::uint64_t> likeliest(OpenPostings& postings,
                                                     const std::vector<Near>& words) {
    std::pair<std::string_view, std::uint64_t> best;
    std::uint64_t most = 0;
    for (const auto& [word, slips] : words) {
        const std::uint64_t articles = documents_with(postings, std::string(word));
        const auto weight = slips == 1 ? articles * rarer : articles;
        if (weight == 0 || weight < most || (weight == most && word > best.first)) continue;
        most = weight;
        best = {word, articles};
    }
    return best;
}

/// `typed` with the word at its span replaced.
std::string replaced(std::string_view typed, const WantedWord& word, std::string_view by) {
    std::size_t at = 0, begin = typed.size(), end = typed.size();
    for (std::size_t point = 0; at < typed.size(); ++point) {
        if (point == word.span.start) begin = at;
        if (point == word.span.end) end = at;
        next_code_point(typed, at);
    }
    const auto there = typed.substr(begin, end - begin).find(word.typed);
    if (there != std::string_view::npos) {
        begin += there;
        end = begin + word.typed.size();
    }
    return std::string(typed.substr(0, begin)).append(by).append(typed.substr(end));
}

/// Whether an article has the word. What only another language makes of it counts in that language:
/// to a Dutch ear "harbourr" is "harbour", and no English article is found by it.
bool is_held(OpenPostings& postings, const WantedWord& word, DeadlineWatch& watch) {
    const auto& terms = word.in_text.terms;
    const bool at_home = std::any_of(terms.begin(), terms.end(), [&](const std::string& term) {
        return is_held(postings, term);
    });
    if (at_home || word.in_text.foreign.empty()) return at_home;
    return count_matches(postings, *plan_of(word.in_text), watch) > 0;
}

}  // namespace

std::vector<Spelling> corrections(const ArchiveFacts& facts, OpenPostings& postings,
                                  const std::vector<WantedWord>& words, std::string_view typed,
                                  DeadlineWatch& watch) {
    std::vector<Spelling> found;
    std::vector<const WantedWord*> mistyped;  // those of `found`
    for (const auto& word : words) {
        const bool said = std::any_of(found.begin(), found.end(), [&](const Spelling& spelling) {
            return spelling.word == word.typed;
        });
        if (said || is_held(postings, word, watch)) continue;
        const auto [instead, articles] = likeliest(postings, words_near(facts, word.word, watch));
        if (articles == 0) continue;
        found.push_back({word.typed, std::string(instead), {}, articles});
        mistyped.push_back(&word);
    }
    // One mistyped word put right finds nothing beside another. The last is replaced first, so that
    // the spans before it stay true.
    std::string mended(typed);
    for (std::size_t at = found.size(); at-- > 0;)
        mended = replaced(mended, *mistyped[at], found[at].instead);
    for (auto& spelling : found) spelling.query = mended;
    return found;
}

}  // namespace archive
