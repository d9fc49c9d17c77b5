// SPDX-License-Identifier: GPL-2.0-or-later
// parameters.h - How the parameters of an address become a search.
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
#include "server/routes/parameter_table.h"

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace server {

/// Whether an endpoint takes a search beside its own parameters.
enum class TakesSearch : bool { no, yes };

/// What an address asks for.
struct ReadParameters {
    archive::SearchRequest search;

    /// Values of the endpoint's own rows by name, the default where one was left out.
    std::map<std::string_view, std::string, std::less<>> own;

    /// Values of the endpoint's own rows that repeat, in the order of the address.
    std::map<std::string_view, std::vector<std::string>, std::less<>> repeated;

    /// Every fault, in the order of the address; empty when all is well.
    std::vector<archive::Error> errors;

    const std::string& value(std::string_view name) const { return own.find(name)->second; }
    std::uint32_t number(std::string_view name) const;
};

/// Reads `parameters`. A row of `own` goes before one of the search with the same name. `today` is
/// the server's local day. Errors: parameter_unknown, parameter_repeated, parameter_bad_value (also
/// of a needed row that is left out), parameter_bad_date, parameter_reversed_range.
ReadParameters read_parameters(std::span<const Parameter> parameters,
                               std::span<const ParameterRow> own, TakesSearch takes_search,
                               archive::DayNumber today);

/// The day it is where the server stands.
archive::DayNumber local_today();

}  // namespace server
