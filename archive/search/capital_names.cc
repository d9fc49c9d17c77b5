// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/capital_names.h"

#include "archive/search/term_hashes.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <unordered_set>

namespace archive {

namespace {

using Hashes = std::unordered_set<std::uint64_t>;

constexpr std::size_t longest_name = 8;

/// Small words inside names: "Bank of the Islands", "Ursula van der Meer".
constexpr std::array<std::string_view, 27> inner_words{
    "of",  "the", "de",  "del", "della", "di", "da",  "do", "dos", "das", "du",  "des", "d", "van",
    "von", "der", "den", "ter", "la",    "le", "les", "el", "al",  "bin", "ibn", "y",   "zu"};

/// Written with a capital and no part of a name: forms of address, English days and months.
constexpr std::array<std::string_view, 27> never_names{
    "i",        "mr",        "mrs",       "ms",      "miss",     "dr",      "prof",
    "sir",      "mme",       "herr",      "frau",    "señor",    "señora",  "monday",
    "tuesday",  "wednesday", "thursday",  "friday",  "saturday", "sunday",  "january",
    "february", "july",      "september", "october", "november", "december"};

/// Months that people are called by; no names by themselves.
constexpr std::array<std::string_view, 5> months_and_names{"march", "april", "may", "june",
                                                           "august"};

template <std::size_t count>
Hashes hashes_of(const std::array<std::string_view, count>& words) {
    Hashes hashes;
    for (const auto word : words) {
        for (const auto hash : term_hashes(word)) hashes.insert(hash);
    }
    return hashes;
}

/// Finds the names of one text.
class Finder {
public:
    Finder(const CasedWords& text, const CasedWords& other, std::string_view language)
        : text_(text), nouns_are_capital_(language == "de") {
        learn(text);
        learn(other);
    }

    std::vector<CapitalName> names() {
        std::vector<CapitalName> names;
        for (std::size_t at = 0; at < text_.words.size();) {
            const auto end = begins_name(at) ? end_of_run(at) : at + 1;
            if (begins_name(at)) {
                const auto name = judged(at, end);
                if (name.count > 0) names.push_back(name);
            }
            at = end;
        }
        return names;
    }

private:
    void learn(const CasedWords& from) {
        for (std::size_t at = 0; at < from.words.size(); ++at) {
            const auto& word = from.words[at];
            if (word.initial == Initial::lower) small_.insert(from.hashes[at]);
            if (word.initial == Initial::upper && word.telling && !word.opens)
                capital_.insert(from.hashes[at]);
        }
    }

    bool begins_name(std::size_t at) const {
        static const Hashes never = hashes_of(never_names);
        const auto& word = text_.words[at];
        return word.initial == Initial::upper && word.telling && never.count(text_.hashes[at]) == 0;
    }

    /// Whether the small word at `at` may stand in a name of so many words before it: "Bank of the
    /// Islands" is a name, "Hana Lind of the Guild" is two.
    bool is_inner(std::size_t at, std::size_t before) const {
        static const Hashes inner = hashes_of(inner_words);
        static const auto of = term_hash("of");
        return inner.count(text_.hashes[at]) > 0 && (before == 1 || text_.hashes[at] != of);
    }

    /// Behind the last capital word of the run.
    std::size_t end_of_run(std::size_t first) const {
        constexpr std::size_t most_inner = 2;
        auto end = first + 1;
        for (auto at = end; at < text_.words.size() && at - first < longest_name; ++at) {
            if (!text_.words[at].linked) break;
            const bool belongs = text_.words[at].attached && end == at && end - first > 1;
            if (begins_name(at) || belongs) {
                end = at + 1;
            } else if (!is_inner(at, end - first) || at - end >= most_inner) {
                break;
            }
        }
        return end;
    }

    /// What of a run is a name; a count of 0 for nothing.
    CapitalName judged(std::size_t first, std::size_t end) const {
        const auto count = end - first;
        if (!text_.words[first].opens || text_.words[first].capitals) return named(first, end);
        if (small_.count(text_.hashes[first]) > 0) {
            auto next = first + 1;
            while (next < end && text_.words[next].initial != Initial::upper) ++next;
            return named(next, end);
        }
        const bool known = capital_.count(text_.hashes[first]) > 0;
        if (count == 1 && !known) return {};
        auto name = named(first, end);
        name.doubtful = !known;
        return name;
    }

    CapitalName named(std::size_t first, std::size_t end) const {
        static const Hashes months = hashes_of(months_and_names);
        if (first == end) return {};
        const bool single = end - first == 1;
        if (single && months.count(text_.hashes[first]) > 0) return {};
        if (single && nouns_are_capital_ && !text_.words[first].capitals) return {};
        return {first, end - first};
    }

    const CasedWords& text_;
    bool nouns_are_capital_;
    Hashes small_;    ///< words that are somewhere written small
    Hashes capital_;  ///< words with a capital inside a sentence
};

}  // namespace

std::vector<CapitalName> capital_names(const CasedWords& text, const CasedWords& other,
                                       std::string_view language) {
    return Finder(text, other, language).names();
}

}  // namespace archive
