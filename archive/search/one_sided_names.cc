// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/one_sided_names.h"

#include "archive/search/capital_names.h"
#include "archive/search/cased_words.h"
#include "archive/search/term_hashes.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <set>
#include <span>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

namespace archive {

namespace {

/// Longer tags are no names.
constexpr std::size_t longest_name = 16;

/// A name by the hashes of its words.
struct Name {
    std::vector<std::uint64_t> words;
    std::string text;       ///< as written
    bool doubtful = false;  ///< as CapitalName::doubtful

    std::uint64_t hash() const { return hash_of_run(words); }
    /// Without its first word.
    std::uint64_t hash_of_rest() const { return hash_of_run(std::span(words).subspan(1)); }
};

/// Where names stand first in a text. Looks once for each length of name.
class Places {
public:
    void look_for(const Name& name) {
        look_for(name.hash(), name.words.front(), name.words.size());
    }
    void look_for_rest(const Name& name) {
        look_for(name.hash_of_rest(), name.words[1], name.words.size() - 1);
    }

    /// Finds them all. A word written small begins no name.
    void find(const CasedWords& text) {
        for (std::size_t at = 0; at < text.words.size(); ++at) {
            if (text.words[at].initial == Initial::lower || first_.count(text.hashes[at]) == 0)
                continue;
            for (const auto count : lengths_) {
                if (at + count > text.words.size()) break;
                if (const auto hash = hash_of_run(text.run(at, count)); wanted_.count(hash) > 0)
                    places_.emplace(hash, at);
            }
        }
    }

    bool has(std::uint64_t name) const { return places_.count(name) > 0; }
    std::size_t place(std::uint64_t name) const { return places_.find(name)->second; }

private:
    void look_for(std::uint64_t name, std::uint64_t first, std::size_t words) {
        wanted_.insert(name);
        first_.insert(first);
        lengths_.insert(words);
    }

    std::unordered_set<std::uint64_t> wanted_;
    std::unordered_set<std::uint64_t> first_;  ///< words of the names
    std::set<std::size_t> lengths_;
    std::unordered_map<std::uint64_t, std::size_t> places_;
};

/// The names an article is tagged with that its text says, in order of appearance.
std::vector<Name> tagged_names(const Article& article, const CasedWords& text) {
    std::vector<Name> tagged;
    Places places;
    for (const auto& entity : article.entities) {
        Name name{term_hashes(entity.name), entity.name};
        if (name.words.empty() || name.words.size() > longest_name) continue;
        places.look_for(name);
        tagged.push_back(std::move(name));
    }
    places.find(text);
    std::vector<std::pair<std::size_t, std::size_t>> order;  // place, number
    for (std::size_t i = 0; i < tagged.size(); ++i) {
        if (places.has(tagged[i].hash())) order.emplace_back(places.place(tagged[i].hash()), i);
    }
    std::sort(order.begin(), order.end());
    std::vector<Name> names;
    names.reserve(order.size());
    for (const auto& [place, number] : order) names.push_back(std::move(tagged[number]));
    return names;
}

/// The names of one side, each once, in order of appearance.
std::vector<Name> names_of(const Article& article, const ComparedText& text,
                           const CasedWords& words, const CasedWords& other) {
    auto names = tagged_names(article, words);
    std::unordered_set<std::uint64_t> seen;
    if (!names.empty()) {
        std::erase_if(names, [&](const Name& name) { return !seen.insert(name.hash()).second; });
        return names;
    }
    for (const auto& run : capital_names(words, other, article.language)) {
        if (!seen.insert(hash_of_run(words.run(run.first, run.count))).second) continue;
        const auto begin = words.words[run.first].begin;
        const auto end = words.words[run.first + run.count - 1].end;
        const auto hashes = words.run(run.first, run.count);
        names.push_back(
            {{hashes.begin(), hashes.end()}, text.text.substr(begin, end - begin), run.doubtful});
    }
    return names;
}

/// Adds the parts of a name, itself left out.
void insert_parts(const Name& name, std::unordered_set<std::uint64_t>& parts) {
    const auto size = name.words.size();
    for (std::size_t first = 0; first < size; ++first) {
        for (std::size_t end = first + 1; end <= size; ++end) {
            if (end - first == size) continue;
            parts.insert(hash_of_run(std::span(name.words).subspan(first, end - first)));
        }
    }
}

std::vector<std::string> missing(std::vector<Name> names, const CasedWords& in) {
    Places places;
    for (const auto& name : names) {
        places.look_for(name);
        if (name.doubtful) places.look_for_rest(name);
    }
    places.find(in);
    std::erase_if(names, [&](const Name& name) {
        return places.has(name.hash()) || (name.doubtful && places.has(name.hash_of_rest()));
    });
    std::unordered_set<std::uint64_t> parts;
    for (const auto& name : names) insert_parts(name, parts);
    std::vector<std::string> only;
    for (auto& name : names) {
        if (only.size() == most_facts) break;
        if (parts.count(name.hash()) == 0) only.push_back(std::move(name.text));
    }
    return only;
}

}  // namespace

OneSidedFacts one_sided_names(const Article& left, const ComparedText& left_text,
                              const Article& right, const ComparedText& right_text) {
    const auto left_words = cased_words(left_text);
    const auto right_words = cased_words(right_text);
    return {missing(names_of(left, left_text, left_words, right_words), right_words),
            missing(names_of(right, right_text, right_words, left_words), left_words)};
}

}  // namespace archive
