// SPDX-License-Identifier: GPL-2.0-or-later
#include "server/routes/search.h"

#include "server/json/search.h"
#include "server/routes/asked.h"

#include <array>
#include <chrono>

namespace server {

namespace {

/// The next page as path and query, or null at the end. A cursor has no wall, an offset has.
ordered_json next_json(const Call& call, const std::string& cursor) {
    if (cursor.empty()) return nullptr;
    constexpr std::array<std::string_view, 2> paging{"offset", "cursor"};
    const std::array next{Parameter{"cursor", cursor}};
    return changed_address(call, "/api/v1/search", paging, next);
}

}  // namespace

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
    body["next"] = next_json(call, result->next_cursor);
    answer(response, body);
}

}  // namespace server
