// SPDX-License-Identifier: GPL-2.0-or-later
// asked.h - What every route of the API does before its own work.
//
//     const auto asked = ask(app, call, response, own_parameters, TakesSearch::yes);
//     if (!asked) return;  // refused, not ready, or the client has the answer already
//
// The parameters are checked, one revision is held from beginning to end, and the ETag is compared
// before anything is searched.
#pragma once

#include "server/app.h"
#include "server/json/parts.h"
#include "server/routes/parameters.h"

#include <optional>
#include <span>
#include <string>

namespace server {

/// A checked request and the revision that answers it.
struct Asked {
    App::Searchers::Held searcher;
    ReadParameters parameters;

    const archive::SearchRequest& search() const { return parameters.search; }
};

/// What an answer depends on beside revision, program and address.
enum class DependsOn {
    address,     ///< nothing
    origin,      ///< the name the client reached us by: answers that hold whole links
    body,        ///< what was sent with it: such an answer has no tag
    alias_file,  ///< whether the file of aliases can be read
};

/// Reads and checks. Without a value the response is complete: a problem, or 304.
std::optional<Asked> ask(App& app, const Call& call, httplib::Response& response,
                         std::span<const ParameterRow> own, TakesSearch takes_search,
                         DependsOn depends_on = DependsOn::address);

/// Takes a turn and searches. Without a value the response is a problem.
std::optional<archive::SearchResult> search(App& app, const Asked& asked,
                                            const archive::SearchRequest& request,
                                            httplib::Response& response);

/// Takes a turn and reads one article with the marks of a search. Without a value the response is a
/// problem.
std::optional<archive::ArticleView> read_article(App& app, const Asked& asked, std::string_view id,
                                                 httplib::Response& response);

/// The path of the call with its parameters, those called `without` left out and `with` added.
std::string changed_address(const Call& call, std::string_view path,
                            std::span<const std::string_view> without,
                            std::span<const Parameter> with);

/// The next page as path and query, or null at the end, where the cursor is empty. A cursor has no
/// wall, an offset has.
ordered_json next_page_json(const Call& call, const std::string& cursor);

/// The address of an article on our own page: "http://localhost:8080/articles/b3k7q2m9x4t1c8va".
std::string permalink(const std::string& origin, const std::string& id);

/// Makes the browser save the answer under this name.
void set_file_name(httplib::Response& response, std::string_view name);

}  // namespace server
