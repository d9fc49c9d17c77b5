// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/names/people_named.h"

#include "archive/base/text.h"
#include "indexer/names/name_drafts.h"

#include <algorithm>

namespace indexer {

namespace {

std::string_view first_word(std::string_view folded) {
    return folded.substr(0, folded.find(' '));
}
std::string_view last_word(std::string_view folded) {
    const auto blank = folded.rfind(' ');
    return blank == std::string_view::npos ? folded : folded.substr(blank + 1);
}
bool ends_with_words(std::string_view folded, std::string_view end) {
    return folded.size() > end.size() && folded.ends_with(end)
           && folded[folded.size() - end.size() - 1] == ' ';
}
bool begins_with_words(std::string_view folded, std::string_view begin) {
    return folded.size() > begin.size() && folded.starts_with(begin) && folded[begin.size()] == ' ';
}
bool one_word(std::string_view folded) {
    return folded.find(' ') == std::string_view::npos;
}

}  // namespace

void PeopleNamed::clear() {
    people_.clear();
    by_name_.clear();
    by_word_.clear();
}

std::optional<PeopleNamed::Person> PeopleNamed::named(std::string_view folded) const {
    const auto found = by_name_.find(std::string(folded));
    if (found == by_name_.end()) return std::nullopt;
    return found->second;
}

/// Somebody whose name is another form of this one.
std::optional<PeopleNamed::Person> PeopleNamed::same_as(std::string_view folded) const {
    if (const auto same = named(folded)) return same;
    const bool surname_leads = leading_surname(first_word(folded));
    const auto alike =
        by_word_.find(std::string(surname_leads ? first_word(folded) : last_word(folded)));
    if (alike == by_word_.end()) return std::nullopt;
    for (const auto number : alike->second) {
        const auto& person = people_[number];
        if (person.surname_leads != surname_leads) continue;
        if (surname_leads) {
            if (begins_with_words(person.full, folded) || begins_with_words(folded, person.full))
                return number;
            continue;
        }
        const bool same_ends = last_word(person.full) == last_word(folded)
                               && first_word(person.full) == first_word(folded);
        if (same_ends || ends_with_words(person.full, folded)
            || ends_with_words(folded, person.full))
            return number;
    }
    return std::nullopt;
}

PeopleNamed::Person PeopleNamed::name(std::string_view folded, std::uint32_t place, bool credited) {
    auto number = same_as(folded);
    if (!number) {
        number = static_cast<Person>(people_.size());
        Known person;
        person.full = folded;
        person.first = place;
        person.surname_leads = leading_surname(first_word(folded));
        people_.push_back(std::move(person));
        for (const auto word : archive::split(folded, ' ')) {
            auto& alike = by_word_[std::string(word)];
            if (alike.size() < most_alike && (alike.empty() || alike.back() != *number))
                alike.push_back(*number);
        }
    }
    by_name_.emplace(folded, *number);
    auto& person = people_[*number];
    ++person.times;
    person.credited_only = person.credited_only && credited;
    return *number;
}

double PeopleNamed::fit(const Known& person, std::string_view folded, std::uint32_t place) const {
    constexpr double surname = 2;
    constexpr double given_name = 0.5;
    constexpr double inner_name = 0.3;  // "Maciel" of "Marcial Maciel Degollado"
    double fit = 0;
    if (one_word(folded)) {
        const bool last = last_word(person.full) == folded;
        const bool first = first_word(person.full) == folded;
        fit = (first && person.surname_leads) || (last && !person.surname_leads) ? surname
              : first || last                                                    ? given_name
                                                                                 : inner_name;
    } else {
        if (!ends_with_words(person.full, folded)) return 0;
        fit = surname;
    }
    constexpr double named_before = 1;
    constexpr double a_mention = 0.1;
    constexpr double most_for_mentions = 0.9;
    if (person.first < place) fit += named_before;
    fit += std::min(most_for_mentions, a_mention * person.times);
    // Of two alike, the one who was named first.
    return fit + 0.001 / (1.0 + person.first);
}

std::optional<PeopleNamed::Person> PeopleNamed::meant(std::string_view folded,
                                                      std::uint32_t place) const {
    const auto alike = by_word_.find(std::string(last_word(folded)));
    if (alike == by_word_.end()) return std::nullopt;
    std::optional<Person> best;
    double best_fit = 0;
    for (const auto number : alike->second) {
        const auto& person = people_[number];
        if (person.credited_only) continue;
        const double fits = fit(person, folded, place);
        if (fits <= best_fit) continue;
        best_fit = fits;
        best = number;
    }
    return best;
}

bool PeopleNamed::surname(std::string_view folded) const {
    const auto alike = by_word_.find(std::string(folded));
    if (alike == by_word_.end()) return false;
    return std::any_of(alike->second.begin(), alike->second.end(), [&](Person number) {
        const auto& person = people_[number];
        const auto surname =
            person.surname_leads ? first_word(person.full) : last_word(person.full);
        return !person.credited_only && surname == folded;
    });
}

}  // namespace indexer
