// SPDX-License-Identifier: GPL-2.0-or-later
#include "server/routes/search.h"

#include "server/json/search.h"
#include "server/json/written.h"
#include "server/routes/asked.h"

#include <chrono>

namespace server {

void handle_search(App& app, const Call& call, httplib::Response& response) {
    const auto began = std::chrono::steady_clock::now();
    const auto asked = ask(app, call, response, {}, TakesSearch::yes);
    if (!asked) return;
    const auto result = search(app, *asked, asked->search(), response);
    if (!result) return;

    JsonText body;
    body.begin_object();
    write_search(body, asked->search(), *result);
    body.key("index");
    put_index(body, *asked->searcher);
    body.key("partial").boolean(false);
    const auto took = std::chrono::steady_clock::now() - began;
    body.key("took_us").number(static_cast<std::uint64_t>(
        std::chrono::duration_cast<std::chrono::microseconds>(took).count()));
    body.key("next").tree(next_page_json(call, result->next_cursor));
    body.end_object();
    answer(response, std::move(body));
}

}  // namespace server
