// SPDX-License-Identifier: GPL-2.0-or-later
#include "server/routes/parse.h"

#include "archive/search/query_parser.h"
#include "archive/search/query_printer.h"
#include "server/json/query_tree.h"
#include "server/json/search.h"
#include "server/routes/asked.h"

namespace server {

void handle_parse(App& app, const Call& call, httplib::Response& response) {
    const auto asked = ask(app, call, response, {}, TakesSearch::yes);
    if (!asked) return;
    const auto& request = asked->search();
    const auto parsed = archive::parse_query(request.q, {request.today, request.strict});
    if (!parsed) return answer(response, parsed.error());

    auto query = query_json(
        request.q, archive::receipt_of(*parsed, request.q, archive::print_query(*parsed->root)));
    query["tree"] = query_tree_json(*parsed->root);
    answer(response,
           ordered_json{{"query", std::move(query)}, {"index", index_json(*asked->searcher)}});
}

}  // namespace server
