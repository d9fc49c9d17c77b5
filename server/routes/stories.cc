// SPDX-License-Identifier: GPL-2.0-or-later
#include "server/routes/stories.h"

#include "server/json/article.h"
#include "server/routes/asked.h"

namespace server {

void handle_story(App& app, const Call& call, httplib::Response& response) {
    const auto asked = ask(app, call, response, {}, TakesSearch::no);
    if (!asked) return;
    const auto turn = app.turn();
    if (!turn) return answer(response, turn.error());
    const auto story = asked->searcher->story(call.place("id"), app.deadline());
    if (!story) return answer(response, story.error());
    auto body = story_json(*story);
    body["index"] = index_json(*asked->searcher);
    answer(response, body);
}

}  // namespace server
