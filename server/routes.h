// SPDX-License-Identifier: GPL-2.0-or-later
// routes.h - The one table of addresses that this server answers.
//
// Addresses are matched by comparing strings, segment by segment: "{id}" takes one segment,
// whatever it holds. To add an endpoint, write its handler in server/routes and add its row. The
// tests of docs/openapi.json and docs/rest.md read this table.
#pragma once

#include "server/call.h"
#include "server/guard/answer_stream.h"

#include <httplib.h>

#include <optional>
#include <span>
#include <string_view>

namespace server {

class App;

/// Answers one request. Throws archive::Failure when the surroundings fail; the caller answers
/// then.
using Handler = void (*)(App& app, const Call& call, httplib::Response& response);

/// What kind of address a row is, for the documentation: pages and files are not part of the API.
enum class Audience { program, operation, person };

/// One row.
struct Route {
    std::string_view pattern;  ///< "/api/v1/articles/{id}"
    std::string_view family;   ///< its label in metrics: "article"; one of a few, never user input
    Handler handler;
    Audience audience;
    std::string_view help;  ///< one sentence for the documentation
    Pace pace = Pace::prompt;

    /// What answers when the address asks for a page without scripts, with `plain=1`; null where
    /// there is none. The addresses of such pages have it as their only handler.
    Handler plain = nullptr;
};

/// Whether a page without scripts answers this address.
bool is_plain(const Route& route, const Target& target);

/// Every route. The first that matches is taken; files of the page are looked up after all of them.
std::span<const Route> routes();

/// A route and what stood in its places.
struct Match {
    const Route* route;
    std::vector<std::pair<std::string_view, std::string>> places;
};

/// The first route whose pattern fits the path, or nothing. A place never matches an empty segment.
std::optional<Match> match(std::span<const Route> table, const Target& target);

}  // namespace server
