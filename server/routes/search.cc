// SPDX-License-Identifier: GPL-2.0-or-later
#include "server/routes/search.h"

#include "server/json/search.h"
#include "server/routes/asked.h"

#include <chrono>

namespace server {

void handle_search(App& app, const Call& call, httplib::Response& response) {
    const auto began = std::chrono::steady_clock::now();
    const auto asked = ask(app, call, response, {}, TakesSearch::yes);
    if (!asked) return;
    const auto result = search(app, *asked, asked->search(), response);
    if (!result) return;

    auto body = search_json(asked->search(), *result);
    body["index"] = index_json(*asked->searcher);
    body["partial"] = false;
    const auto took = std::chrono::steady_clock::now() - began;
    body["took_us"] = std::chrono::duration_cast<std::chrono::microseconds>(took).count();
    body["next"] = next_page_json(call, result->next_cursor);
    answer(response, body);
}

}  // namespace server
