// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/corrections.h"

#include "archive/base/text.h"
#include "archive/search/letter_edits.h"
#include "archive/search/stem_terms.h"

#include <algorithm>
#include <cstdint>
#include <set>
#include <string>

namespace archive {

namespace {

/// Comparing a word of the lexicon takes as long as some postings.
constexpr std::uint32_t work_of_a_comparison = 8;

std::size_t distance_for(std::string_view word) {
    constexpr std::size_t short_word = 4;
    return code_points(word) <= short_word ? 1 : 2;
}

std::string_view first_letter(std::string_view word) {
    std::size_t end = 0;
    next_code_point(word, end);
    return word.substr(0, end);
}

/// The lexicon's words at the smallest distance from `word`, over all segments.
std::set<std::string_view> nearest(const ArchiveFacts& facts, const std::string& word,
                                   DeadlineWatch& watch) {
    std::set<std::string_view> words;
    const std::string beginning(first_letter(word));
    const WordOutline outline(word);
    std::size_t best = distance_for(word);
    LetterEdits slips(word, best);
    for (std::size_t at = 0; at < facts.snapshot().size(); ++at) {
        const auto& lexicon = facts.snapshot().segment(at).lexicon;
        const auto numbers = lexicon.with_prefix(beginning);
        const auto outlines = facts.outlines().of(at, beginning, watch);
        for (std::size_t i = 0; i < numbers.size(); ++i) {
            watch.tick();
            if (!outline.may_be_near((*outlines)[i], best)) continue;
            watch.tick(work_of_a_comparison);
            const auto other = lexicon[numbers[i]];
            const auto distance = slips.to(other);
            if (distance > best || other == word) continue;
            if (distance < best) words.clear();
            best = distance;
            words.insert(other);
        }
    }
    return words;
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
        Spelling best;
        for (const auto other : nearest(facts, word.word, watch)) {
            const auto articles = documents_with(postings, std::string(other));
            if (articles > best.articles) best = {word.typed, std::string(other), {}, articles};
        }
        if (best.articles == 0) continue;
        found.push_back(std::move(best));
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
