// SPDX-License-Identifier: GPL-2.0-or-later
// parameters.h - The parameters of an address: their one table, and how they become a search.
//
//     ?q=ferry&from=2024-06&source=Harbour+Times&-source=Daily+Lantern&facets=source,year
//
// Whoever mistypes a name or a value is told so, with the nearest one that exists: silence would
// answer another question. Every endpoint that takes a search takes all of its parameters, under
// the same checks; an endpoint adds rows of its own.
#pragma once

#include "archive/base/error.h"
#include "archive/search/search_request.h"
#include "server/guard/target.h"

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace server {

/// What kind of value a parameter takes.
enum class Takes : std::uint8_t {
    text,    ///< anything, also nothing
    value,   ///< anything but nothing
    choice,  ///< one of `choices`
    list,    ///< some of `choices`, parted by commas
    number,  ///< digits, from `least` to `most`
    date,    ///< "2024", "2024-06" or "2024-06-19"
    later,   ///< nothing yet: known by name, so that it is refused for what it is
};

/// Whether a name may stand in an address more than once.
enum class Repeats : bool { no, yes };

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

    /// Takes the value into the request. Null for parameters of an endpoint: those are in
    /// ReadParameters::own.
    void (*put)(archive::SearchRequest& request, const CheckedValue& value) = nullptr;

    /// Set for the filters, which are the fields of the schema with `parameter`; "-name" excludes.
    bool filter = false;
};

/// The parameters of a search, filters included.
std::span<const ParameterRow> search_parameters();

/// Whether an endpoint takes a search beside its own parameters.
enum class TakesSearch : bool { no, yes };

/// What an address asks for.
struct ReadParameters {
    archive::SearchRequest search;

    /// Values of the endpoint's own rows by name, the default where one was left out.
    std::map<std::string_view, std::string, std::less<>> own;

    /// Every fault, in the order of the address; empty when all is well.
    std::vector<archive::Error> errors;

    const std::string& value(std::string_view name) const { return own.find(name)->second; }
    std::uint32_t number(std::string_view name) const;
};

/// Reads `parameters`. A row of `own` goes before one of the search with the same name. `today` is
/// the server's local day. Errors: parameter_unknown, parameter_repeated, parameter_bad_value,
/// parameter_bad_date, parameter_reversed_range.
ReadParameters read_parameters(std::span<const Parameter> parameters,
                               std::span<const ParameterRow> own, TakesSearch takes_search,
                               archive::DayNumber today);

/// The day it is where the server stands.
archive::DayNumber local_today();

}  // namespace server
