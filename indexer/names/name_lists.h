// SPDX-License-Identifier: GPL-2.0-or-later
// name_lists.h - Lists of known names and of ordinary words, for the tagger to lean on.
//
// Files of config/gazetteer, each with its own origin and licence (see README.md there). A line of
// a .tsv has a class and a name, parted by a tab; ordinary.txt has a word in small letters a line:
//
//   CO	Papua New Guinea
//   FN	Rosalind
//
// A list only hints; what a word is, its surroundings decide.
#pragma once

#include "archive/base/result.h"
#include "indexer/names/name_hash.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace indexer {

/// Classes of listed names, as bits.
enum ListClass : std::uint32_t {
    list_country = 1U << 0U,
    list_capital = 1U << 1U,
    list_big_city = 1U << 2U,
    list_city = 1U << 3U,
    list_region = 1U << 4U,
    list_demonym = 1U << 5U,
    list_first_name = 1U << 6U,
    list_any_name = 1U << 7U,
    list_company_end = 1U << 8U,  ///< "Inc.", "GmbH"
    list_org_head = 1U << 9U,     ///< "Ministry", "University"
    list_title = 1U << 10U,       ///< "Senator", "coach"
    list_day_or_month = 1U << 11U,
    list_org = 1U << 12U,
    list_person = 1U << 13U,
    list_place = 1U << 14U,
};
inline constexpr std::uint32_t list_classes = 15;

class NameLists {
public:
    /// Longest name in words; longer ones are passed over.
    static constexpr std::size_t longest_name = 8;

    /// Reads ordinary.txt and every .tsv of a folder. Throws Failure bad_setting when there is no
    /// such folder, or with the line that has no known class; io_failed when a file cannot be read.
    static NameLists read(const std::string& folder);

    /// Adds names as the .tsv have them; `file` is for complaints.
    void add_names(std::string_view text, const std::string& file);
    /// Adds words as ordinary.txt has them.
    void add_ordinary(std::string_view text);

    /// The classes of a name, as bits, and goes_on_bit where longer listed names begin so. `name`
    /// is begin_name() with one more_name() a word.
    std::uint32_t found(std::uint64_t name) const {
        const auto* const bits = names_.find(name);
        return bits == nullptr ? 0 : *bits;
    }
    /// The classes alone.
    std::uint32_t classes(std::uint64_t name) const { return found(name) & ~goes_on_bit; }
    /// Whether longer listed names begin so.
    bool goes_on(std::uint64_t name) const { return (found(name) & goes_on_bit) != 0; }
    static constexpr std::uint32_t goes_on_bit = 1U << 31U;
    static constexpr std::uint64_t begin_name() { return 0; }
    static constexpr std::uint64_t more_name(std::uint64_t name, std::uint64_t lower_hash) {
        return joined_hash(name, lower_hash);
    }

    /// Asks for what ordinary(), and classes() of the word alone, look at first.
    void will_need(std::uint64_t lower_hash) const {
        ordinary_.will_need(lower_hash);
        names_.will_need(more_name(begin_name(), lower_hash));
    }

    /// Whether English writes the word in small letters.
    bool ordinary(std::uint64_t lower_hash) const { return ordinary_.find(lower_hash) != nullptr; }

private:
    HashTable<std::uint32_t> names_;
    HashTable<bool> ordinary_;
};

}  // namespace indexer
