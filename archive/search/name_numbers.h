// SPDX-License-Identifier: GPL-2.0-or-later
// name_numbers.h - One numbering of the values of a names column over all segments.
//
// Each segment numbers its own strings, as the articles wrote them. Counting wants one number for
// what is one value to a reader: "Reuters" and "REUTERS", "Kim Jong Un" and "Kim Jong-un". Values
// that fold to the same text (names: to the same key) share a number; the spelling that most
// articles use is the label.
#pragma once

#include "archive/index/snapshot.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace archive {

/// Immutable; may be used by many threads while the snapshot lives.
class NameNumbers {
public:
    using Number = std::uint32_t;

    /// Reads the column of every segment: about 100 ns a value, so it is made when first asked for.
    NameNumbers(const Snapshot& snapshot, schema::Names column);

    std::size_t size() const { return values_.size(); }

    /// The number of a segment's own number.
    Number number(std::size_t segment, std::uint32_t local) const {
        return numbers_[segment][local];
    }

    /// What the values are compared by: the folded text, or the key of a name.
    std::string_view key(Number number) const { return values_[number].key; }

    /// As most articles write it.
    std::string_view label(Number number) const { return values_[number].label; }

    /// What the parameter takes: the label, or the id of a name.
    std::string value(Number number) const;

    /// Live articles that have the value.
    std::uint32_t articles(Number number) const { return values_[number].articles; }

    std::optional<Number> find(std::string_view key) const;

    /// The key of what a parameter or a query says: see key().
    static std::string key_of(schema::Names column, std::string_view text);

private:
    struct Value {
        std::string key;
        std::string_view label;  ///< in a segment's dictionary
        std::uint32_t articles = 0;
    };
    Number number_of(std::string key);

    schema::Names column_;
    std::vector<Value> values_;
    std::unordered_map<std::string, Number> by_key_;
    std::vector<std::vector<Number>> numbers_;  ///< by segment, by its own number
};

/// Whether a folded text, or any word of it, begins with the folded prefix.
bool a_word_begins_with(std::string_view text, std::string_view prefix);

}  // namespace archive
