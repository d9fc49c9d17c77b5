// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/vocabulary.h"

#include "archive/base/text.h"
#include "archive/index/word_terms.h"
#include "archive/search/letter_edits.h"
#include "archive/search/wildcards.h"

#include <algorithm>
#include <set>
#include <utility>

namespace archive {

namespace {

/// Reading and comparing a word of the lexicon takes as long as some postings, as does asking how
/// many articles have it.
constexpr std::uint32_t work_of_a_comparison = 8;
constexpr std::uint32_t work_of_a_count = 64;

/// Bytes of a letter in UTF-8, at most.
constexpr std::size_t longest_letter = 4;

std::string_view first_letter(std::string_view word) {
    std::size_t end = 0;
    if (!word.empty()) next_code_point(word, end);
    return word.substr(0, end);
}

}  // namespace

const Vocabulary::Forms& Vocabulary::of_open(const std::string& word, std::string_view prefix) {
    return kept(word, beginning_of(word), prefix,
                [&](std::string_view other) { return fills(word, other); });
}

const Vocabulary::Forms& Vocabulary::near(const std::string& word, std::size_t edits,
                                          std::string_view prefix) {
    const auto shortest = word.size() - std::min(word.size(), edits * longest_letter);
    const auto longest = word.size() + edits * longest_letter;
    LetterEdits slips(word, edits);
    return kept(word + '~' + std::to_string(edits), first_letter(word), prefix,
                [&](std::string_view other) {
                    return other.size() >= shortest && other.size() <= longest
                           && slips.to(other) <= edits;
                });
}

const Vocabulary::Forms& Vocabulary::kept(const std::string& name, std::string_view beginning,
                                          std::string_view prefix, const Test& test) {
    const auto key = std::string(prefix) + ' ' + name;
    auto found = kept_.find(key);
    if (found == kept_.end()) found = kept_.emplace(key, look_up(beginning, prefix, test)).first;
    if (found->second.cut) ++cuts_;
    return found->second;
}

Vocabulary::Forms Vocabulary::look_up(std::string_view beginning, std::string_view prefix,
                                      const Test& test) {
    std::set<std::string_view> words;
    for (std::size_t at = 0; at < postings_.snapshot.size(); ++at) {
        const auto& lexicon = postings_.snapshot.segment(at).lexicon;
        for (const auto number : lexicon.with_prefix(beginning)) {
            watch_.tick(work_of_a_comparison);
            const auto word = lexicon[number];
            if (test(word)) words.insert(word);
        }
    }
    std::vector<std::pair<std::uint32_t, std::string_view>> counted;
    for (const auto word : words) {
        watch_.tick(work_of_a_count);
        const auto term = std::string(prefix).append(word);
        const auto of_word = word_term(term);
        if (of_word && of_word->place)  // all articles that have the word are looked at
            watch_.tick(documents_with(postings_, std::string(word)));
        const auto articles = documents_with(postings_, term);
        if (articles > 0) counted.emplace_back(articles, word);
    }
    Forms forms;
    forms.cut = counted.size() > most_forms;
    const auto shown = static_cast<std::ptrdiff_t>(std::min(counted.size(), most_forms));
    std::partial_sort(counted.begin(), counted.begin() + shown, counted.end(),
                      [](const auto& left, const auto& right) {
                          return left.first != right.first ? left.first > right.first
                                                           : left.second < right.second;
                      });
    counted.resize(static_cast<std::size_t>(shown));
    for (const auto& [articles, word] : counted) forms.words.emplace_back(word);
    return forms;
}

}  // namespace archive
