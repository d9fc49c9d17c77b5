// SPDX-License-Identifier: GPL-2.0-or-later
#include "server/routes/first.h"

#include "server/json/row.h"
#include "server/json/search.h"
#include "server/routes/asked.h"

namespace server {

void handle_first(App& app, const Call& call, httplib::Response& response) {
    const auto asked = ask(app, call, response, {}, TakesSearch::yes);
    if (!asked) return;
    const auto& request = asked->search();
    const auto turn = app.turn();
    if (!turn) return answer(response, turn.error());
    const auto found = asked->searcher->first_mention(request, app.deadline());
    if (!found) return answer(response, found.error());

    auto later = ordered_json::array();
    for (const auto& row : found->later) later.push_back(row_json(row, request.highlight));
    ordered_json body{{"query", query_json(request.q, found->receipt)},
                      {"total", counts_json(found->total)}};
    body["first"] = nullptr;
    if (found->first) body["first"] = row_json(*found->first, request.highlight);
    body["outside"] = {{"inferred_earlier", found->inferred_earlier}, {"undated", found->undated}};
    body["results"] = std::move(later);
    body["index"] = index_json(*asked->searcher);
    body["next"] = next_page_json(call, found->next_cursor);
    answer(response, body);
}

}  // namespace server
