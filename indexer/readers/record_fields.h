// SPDX-License-Identifier: GPL-2.0-or-later
// record_fields.h - Which names of a record mean headline, text, date and so on.
//
// One table for JSON objects, the columns of tables and front matter. Names are compared without
// case, '_', '-' and spaces: "datePublished" is "date_published". A dot reaches into an object:
// "headline.main". The first name of the table that has a value wins.
#pragma once

#include "archive/base/result.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace indexer {

/// What a value can be to an article.
enum class RecordField : std::uint8_t {
    id,
    title,
    standfirst,
    body,
    date,
    updated,
    url,
    source,
    author,
    section,
    agency,
    language,
    tags,
    persons,
    orgs,
    places,
};
inline constexpr std::size_t record_fields = 16;

/// The name of a field in the setting readers.mapping: "title".
std::string_view name(RecordField field);

/// A name without case, '_', '-' and spaces; dots stay.
std::string plain_name(std::string_view name);

/// The names of each field, the first to win first.
class FieldNames {
public:
    /// The table of docs/formats.md.
    static const FieldNames& standard();

    FieldNames() = default;

    /// Puts `name` before the others of the field called `field` ("title"). Fails with bad_setting
    /// for a field that does not exist or an empty name.
    archive::Result<void> add(std::string_view field, std::string_view name);

    /// Plain names in order of precedence; with dots for those inside objects.
    std::span<const std::string> of(RecordField field) const;

    /// The field a plain name belongs to, with its rank within it (0 wins), or nothing.
    struct Meaning {
        RecordField field;
        std::size_t rank;
    };
    std::optional<Meaning> meaning(std::string_view plain) const;

    /// Whether some name reaches into an object called `plain`.
    bool reaches_into(std::string_view plain) const;

private:
    void number();

    std::array<std::vector<std::string>, record_fields> names_;
    std::unordered_map<std::string, Meaning> meanings_;
    std::unordered_set<std::string> outer_;  // "headline" of "headline.main"
};

}  // namespace indexer
