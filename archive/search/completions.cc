// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/completions.h"

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
    for (std::size_t at = 0; at < snapshot_.size(); ++at) {
        const auto& lexicon = snapshot_.segment(at).lexicon;
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
        found.push_back(
            {"word", counted.word, counted.word, counted.word, counted.word, counted.articles});
    }
    return found;
}

std::vector<Completion> name_completions(const ArchiveFacts& facts, schema::Names column,
                                         std::string_view typed, std::size_t limit) {
    const auto& names = facts.names(column);
    auto begun = names.begun_with(typed);
    std::erase_if(begun, [&](const auto& one) { return names.articles(one.number) == 0; });
    const auto shown = std::min(limit, begun.size());
    std::partial_sort(begun.begin(), begun.begin() + static_cast<std::ptrdiff_t>(shown),
                      begun.end(), [&](const auto& left, const auto& right) {
                          const auto articles = names.articles(left.number);
                          if (articles != names.articles(right.number))
                              return articles > names.articles(right.number);
                          return names.label(left.number) < names.label(right.number);
                      });
    begun.resize(shown);
    std::vector<Completion> found;
    const std::string type(schema::name(column));
    const bool entity = entity_type_of(column).has_value();
    for (const auto& [number, form] : begun) {
        const std::string label(names.label(number));
        const auto query =
            entity ? query_of(NameQuery{type, label, false}) : query_of(FilterQuery{type, label});
        found.push_back({type, names.value(number), print_query(*query), label, std::string(form),
                         names.articles(number)});
    }
    return found;
}

}  // namespace archive
