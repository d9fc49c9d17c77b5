// SPDX-License-Identifier: GPL-2.0-or-later
// people_named.h - The people an article names in full, and whom its short names mean.
//
//   "Kim Jong Un … Kim … Ann Lee … Lee"     Kim is Kim Jong Un, Lee is Ann Lee
//
// A short name is a surname: the last word, or the first where surnames lead (Kim, Xi, Nguyen).
// Whoever was named before is meant rather than whoever comes later, then whoever is named most.
// People of the credit line are never meant: "Reporting by Jack Kim" takes no Kim.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace indexer {

class PeopleNamed {
public:
    using Person = std::uint32_t;

    void clear();

    /// Notes that a person is named in full. `folded` has two words or more, folded_words() of the
    /// name; `place` counts mentions from 1, 0 stands for metadata. `credited`: in a credit line.
    /// A name that differs from one before by what stands between first and last word, or lacks its
    /// beginning, is the same person; so the number may be one that was given before.
    Person name(std::string_view folded, std::uint32_t place, bool credited);

    /// Who was named so; nobody when nobody was.
    std::optional<Person> named(std::string_view folded) const;

    /// Whom a folded short name means at a place; nobody when it is nobody's name. A name of
    /// several words counts when it ends somebody's: "Bin Laden".
    std::optional<Person> meant(std::string_view folded, std::uint32_t place) const;

    /// Whether a folded word is the surname of somebody of the story.
    bool surname(std::string_view folded) const;

private:
    struct Known {
        std::string full;
        std::uint32_t first = 0;  ///< place where first named
        std::uint32_t times = 0;
        bool credited_only = true;
        bool surname_leads = false;
    };
    /// No more people who share a word are told apart.
    static constexpr std::size_t most_alike = 24;

    std::optional<Person> same_as(std::string_view folded) const;
    double fit(const Known& person, std::string_view folded, std::uint32_t place) const;

    std::vector<Known> people_;
    std::unordered_map<std::string, Person> by_name_;
    std::unordered_map<std::string, std::vector<Person>> by_word_;  ///< of the name
};

}  // namespace indexer
