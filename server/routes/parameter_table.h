// SPDX-License-Identifier: GPL-2.0-or-later
// parameter_table.h - The one table of the parameters of a search.
//
// Reading, errors, docs/rest.md and docs/openapi.json all go by it; adding a parameter is adding a
// row. The filters are not repeated here: they are the fields of archive/index/schema.h that are
// parameters.
#pragma once

#include "archive/search/search_request.h"

#include <cstdint>
#include <span>
#include <string_view>

namespace server {

/// What kind of value a parameter takes.
enum class Takes : std::uint8_t {
    text,    ///< anything, also nothing
    value,   ///< anything but nothing
    choice,  ///< one of `choices`
    list,    ///< some of `choices`, parted by commas
    number,  ///< digits, from `least` to `most`
    date,    ///< "2024", "2024-06" or "2024-06-19"
};

/// Whether a name may stand in an address more than once.
enum class Repeats : bool { no, yes };

/// Whether an address makes sense without the parameter.
enum class Needed : bool { no, yes };

/// A value that was checked: the text, and its number among the choices or as digits.
struct CheckedValue {
    std::string_view text;
    std::uint32_t number = 0;
};

/// One row.
struct ParameterRow {
    std::string_view name;
    Takes takes = Takes::text;
    std::string_view choices = {};  ///< parted by blanks, in the order of their enumeration
    std::uint32_t least = 0, most = 0;
    std::string_view initial = {};  ///< what leaving it out means, as it would be written
    std::string_view help;          ///< one sentence for the documentation
    Repeats repeats = Repeats::no;
    std::uint32_t times = 0;  ///< how often it may stand there when it repeats; 0: any number
    Needed needed = Needed::no;

    /// Takes the value into the request. Null for parameters of an endpoint: those are in
    /// ReadParameters::own, and in ReadParameters::repeated where they repeat.
    void (*put)(archive::SearchRequest& request, const CheckedValue& value) = nullptr;

    /// Set for the filters, which are the fields of the schema with `parameter`; "-name" excludes.
    bool filter = false;
};

/// The parameters of a search, filters included.
std::span<const ParameterRow> search_parameters();

}  // namespace server
