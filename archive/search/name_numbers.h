// SPDX-License-Identifier: GPL-2.0-or-later
// name_numbers.h - One numbering of the values of a names column over all segments.
//
// Each segment numbers its own strings, as the articles wrote them. Counting wants one number for
// what is one value to a reader: "Reuters" and "REUTERS", "Kim Jong Un" and "Kim Jong-un". Values
// that fold to the same text (names: to the same key) share a number; the spelling that most
// articles use is the label.
//
// Which keys are one person, organisation or place is the alias table's to say, and the table may
// change with every request. So the keys are numbered once a snapshot, and a table only joins those
// that its lines speak of: a few milliseconds.
#pragma once

#include "archive/index/aliases.h"
#include "archive/index/snapshot.h"
#include "archive/index/word_numbers.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace archive {

/// What a column names; none when that is no person, organisation or place.
std::optional<EntityType> entity_type_of(schema::Names column);

/// The column of a type.
schema::Names column_of(EntityType type);

/// Immutable; may be used by many threads while the snapshot lives.
class NameNumbers {
public:
    using Number = std::uint32_t;

    /// Reads the column of every segment: about 100 ns a value, so it is made when first asked for.
    NameNumbers(const Snapshot& snapshot, schema::Names column);

    /// People, organisations or places with the keys of one id under one number, and none of the
    /// blocked ones. `keyed`, made of the snapshot, and the table outlive it.
    NameNumbers(const NameNumbers& keyed, const Snapshot& snapshot, const AliasTable& aliases);

    /// One past the greatest number. Some numbers have no articles: those of joined keys.
    std::size_t size() const { return values_.size(); }

    /// The number of a segment's own number.
    Number number(std::size_t segment, std::uint32_t local) const {
        return numbers_[segment][local];
    }

    /// The numbers of a segment's own numbers.
    std::span<const Number> numbers(std::size_t segment) const { return numbers_[segment]; }

    /// Whether a live article has two spellings of one value.
    bool repeats(std::size_t segment, Docid docid) const {
        return has_bit(repeats_[segment], docid);
    }

    /// What the values are compared by: the folded text, or a key of a name.
    std::string_view key(Number number) const {
        return keyed_ == nullptr ? keys_.text(number) : keyed_->keys_.text(number);
    }

    /// What the table calls it, else as most articles write it.
    std::string_view label(Number number) const { return values_[number].label; }

    /// Whether it is shown and counted: not a blocked name.
    bool is_shown(Number number) const { return !values_[number].blocked; }

    /// What the parameter takes: the label, or the id of a name.
    std::string value(Number number) const;

    /// Live articles that have the value.
    std::uint32_t articles(Number number) const { return values_[number].articles; }

    std::optional<Number> find(std::string_view key) const;

    /// A value and the form of it that is meant.
    struct Begun {
        Number number = 0;
        std::string_view form;  ///< the label, or an alias
    };

    /// The shown values with a form one of whose words begins with `prefix`, once each, by number:
    /// "dp" is North Korea by its alias DPRK. None for a prefix without letter or digit.
    std::vector<Begun> begun_with(std::string_view prefix) const;

    /// The key of what a parameter or a query says: see key().
    static std::string key_of(schema::Names column, std::string_view text);

private:
    struct Value {
        std::string_view label;  ///< in a segment's dictionary or in the table
        std::uint32_t articles = 0;
        bool blocked = false;
    };
    struct Form {
        Number number;
        std::string_view written;
        std::string folded;
    };
    Number number_of(std::string_view key);
    template <typename Wanted>
    void count(const Snapshot& snapshot, std::size_t segment, const Wanted& wanted);
    void count_joined(const Snapshot& snapshot, const std::vector<Number>& joined);
    void add_forms(const AliasTable& aliases, const std::unordered_map<std::string, Number>& by_id);

    schema::Names column_;
    std::vector<Value> values_;
    WordNumbers keys_;                          ///< empty when keyed_ has them
    std::vector<std::vector<Number>> numbers_;  ///< by segment, by its own number
    std::vector<Bitmap> repeats_;               ///< by segment; see repeats()

    const NameNumbers* keyed_ = nullptr;           ///< none: nothing is joined
    std::vector<Number> into_;                     ///< by the number of keyed_
    std::unordered_map<Number, std::string> ids_;  ///< where the table says them
    std::vector<Form> forms_;                      ///< of the table, for names in the archive
};

/// Whether a folded text, or any word of it, begins with the folded prefix.
bool a_word_begins_with(std::string_view text, std::string_view prefix);

}  // namespace archive
