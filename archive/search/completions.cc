// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/completions.h"

#include "archive/base/fold.h"
#include "archive/base/text.h"
#include "archive/index/terms.h"
#include "archive/search/query_printer.h"

#include <algorithm>
#include <set>

namespace archive {

namespace {

/// As many as anybody may ask for.
constexpr std::size_t most_completions = 100;

/// Beginnings of so many bytes are kept: a few hundred of them exist.
constexpr std::size_t short_beginning = 2;

}  // namespace

std::vector<Completions::Counted> Completions::commonest(OpenPostings& postings,
                                                         const std::string& prefix) const {
    if (prefix.size() <= short_beginning) {
        const std::lock_guard lock(mutex_);
        if (const auto found = kept_.find(prefix); found != kept_.end()) return found->second;
    }
    std::set<std::string_view> words;
    for (std::size_t at = 0; at < facts_.snapshot().size(); ++at) {
        const auto& lexicon = facts_.snapshot().segment(at).lexicon;
        for (const auto number : lexicon.with_prefix(prefix)) words.insert(lexicon[number]);
    }
    std::vector<Counted> counted;
    for (const auto word : words) {
        std::string term(word);
        const auto articles = documents_with(postings, term);
        if (articles > 0) counted.push_back({std::move(term), articles});
    }
    std::sort(counted.begin(), counted.end(), [](const Counted& left, const Counted& right) {
        return left.articles != right.articles ? left.articles > right.articles
                                               : left.word < right.word;
    });
    if (counted.size() > most_completions) counted.resize(most_completions);
    if (prefix.size() <= short_beginning) {
        const std::lock_guard lock(mutex_);
        kept_.emplace(prefix, counted);
    }
    return counted;
}

std::vector<Completion> Completions::words(OpenPostings& postings, std::string_view typed,
                                           std::size_t limit) const {
    std::vector<Completion> found;
    const auto cut = words_of(typed);
    if (cut.empty() || cut.back().end < trimmed(typed).size()) return found;
    for (auto& counted : commonest(postings, cut.back().text)) {
        if (found.size() == limit) break;
        found.push_back({"word", counted.word, counted.word, counted.word, counted.articles});
    }
    return found;
}

std::vector<Completion> Completions::names(schema::Names column, std::string_view typed,
                                           std::size_t limit) const {
    const auto& names = facts_.names(column);
    const bool entity = column == schema::Names::person || column == schema::Names::org
                        || column == schema::Names::place;
    const auto prefix = entity ? folded_words(typed) : folded(typed);
    if (prefix.empty()) return {};
    std::vector<NameNumbers::Number> numbers;
    for (NameNumbers::Number number = 0; number < names.size(); ++number) {
        auto key = names.key(number);
        if (entity) key.remove_prefix(key.find(' ') + 1);  // the type
        if (names.articles(number) > 0 && a_word_begins_with(key, prefix))
            numbers.push_back(number);
    }
    const auto shown = std::min(limit, numbers.size());
    std::partial_sort(numbers.begin(), numbers.begin() + static_cast<std::ptrdiff_t>(shown),
                      numbers.end(), [&](auto left, auto right) {
                          if (names.articles(left) != names.articles(right))
                              return names.articles(left) > names.articles(right);
                          return names.label(left) < names.label(right);
                      });
    std::vector<Completion> found;
    const std::string type(schema::name(column));
    for (std::size_t i = 0; i < shown; ++i) {
        const std::string label(names.label(numbers[i]));
        const auto query =
            entity ? query_of(NameQuery{type, label, false}) : query_of(FilterQuery{type, label});
        found.push_back({type, print_query(*query), label, label, names.articles(numbers[i])});
    }
    return found;
}

}  // namespace archive
