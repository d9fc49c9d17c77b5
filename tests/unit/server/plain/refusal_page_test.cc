// SPDX-License-Identifier: GPL-2.0-or-later
#include "server/plain/refusal_page.h"

#include "server/answer.h"

#include <doctest/doctest.h>

using archive::Error;
using archive::ErrorCode;
using archive::Place;

namespace {

std::string page(const std::string& raw, const std::vector<Error>& errors) {
    const auto target = server::read_target(raw, {});
    REQUIRE(target);
    httplib::Response response;
    server::answer(response, errors);
    const auto status = response.status;
    server::tell_as_page(*target, response);
    CHECK(response.status == status);
    CHECK(response.get_header_value("Content-Type") == "text/html; charset=utf-8");
    return response.body;
}

bool holds(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a hint takes the place of the fault and of what it repeats around it") {
    CHECK(server::with_hint("ferry date:2024-13", 11, 18, "date:2024-12") == "ferry date:2024-12");
    CHECK(server::with_hint("-date:2024-06..2024-13 x", 15, 22, "date:2024-06..2024-12")
          == "-date:2024-06..2024-12 x");
    CHECK(server::with_hint("a -persn:\"b c\"", 3, 8, "person:") == "a -person:\"b c\"");
    CHECK(server::with_hint("persn:x", 0, 5, "person:x") == "person:x");
    CHECK(server::with_hint("fähre date:x", 6, 12, "date:2024") == "fähre date:2024");
    CHECK(server::with_hint("", 0, 0, "a") == "a");
    CHECK(server::with_hint("a", 7, 9, "b") == "ab");
}

TEST_CASE("a refused search says what is wrong, and its hint is a link") {
    const auto html = page("/plain/search?q=date%3A2024-13&source=A",
                           {{ErrorCode::query_bad_date,
                             "\"2024-13\" is no month",
                             {},
                             Place{"q", 5, 12, "2024-13", "date:2024-12"}}});
    CHECK(holds(html, "<h1>This search could not be read</h1>"));
    CHECK(holds(html, "<p>&quot;2024-13&quot; is no month.</p>"));
    CHECK(holds(html,
                "<a href=\"/plain/search?q=date%3A2024-12&amp;source=A\">Try date:2024-12</a>"));
    CHECK(holds(html, "value=\"date:2024-13\""));  // what was typed stays in the box
}

TEST_CASE("every fault of an address is told, and a mistyped name is put right in place") {
    const auto html = page("/search?sorce=A&facets=source%2Cyaer&plain=1",
                           {{ErrorCode::parameter_unknown,
                             "no such name",
                             {},
                             Place{"sorce", 0, 5, "sorce", "source"}},
                            {ErrorCode::parameter_bad_value,
                             "no such value",
                             {},
                             Place{"facets", 0, 4, "yaer", "year"}}});
    CHECK(holds(html, "No such name."));
    CHECK(holds(html, "No such value."));
    CHECK(holds(html, "/search?source=A&amp;facets=source%2Cyaer&amp;plain=1"));
    CHECK(holds(html, "/search?sorce=A&amp;facets=source%2Cyear&amp;plain=1"));
}

TEST_CASE("the form of a refusal does not send again what was refused") {
    const auto html =
        page("/plain/search?q=a&limit=900&lang=en&from=soon",
             {{ErrorCode::parameter_bad_value, "too much", {}, Place{"limit", 0, 3, "900", "200"}},
              {ErrorCode::parameter_bad_date, "no date", {}, Place{"from", 0, 4, "soon", ""}}});
    CHECK_FALSE(holds(html, "name=\"limit\""));
    CHECK(holds(html, "name=\"lang\" value=\"en\""));
    CHECK(holds(html, "name=\"from\" value=\"soon\""));
}

TEST_CASE("a hostile address is text on the page that refuses it") {
    const auto html = page("/plain/search?q=%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E&%3Cb%3E=1",
                           {{ErrorCode::parameter_unknown,
                             "\"<b>\" is no name",
                             {},
                             Place{"<b>", 0, 3, "<b>", "<i>"}}});
    CHECK_FALSE(holds(html, "<script"));
    CHECK_FALSE(holds(html, "<b>"));
    CHECK_FALSE(holds(html, "<i>"));
}

TEST_CASE("a link that mends an address keeps its path as it was written") {
    const auto html =
        page("/articles/a%2Fb%3F?sorce=x&plain=1", {{ErrorCode::parameter_unknown,
                                                     "no such name",
                                                     {},
                                                     Place{"sorce", 0, 5, "sorce", "source"}}});
    CHECK(holds(html, "href=\"/articles/a%2Fb%3F?source=x&amp;plain=1\""));
}

TEST_CASE("trouble of the server can be retried, and an empty archive says how to fill it") {
    const auto busy =
        page("/plain/search?q=a%26b&offset=20", {{ErrorCode::server_deadline, "it took too long"}});
    CHECK(holds(busy,
                "<form action=\"/plain/search\" method=\"get\">"
                "<input type=\"hidden\" name=\"q\" value=\"a&amp;b\">"
                "<input type=\"hidden\" name=\"offset\" value=\"20\">"));
    CHECK(holds(busy, ">Retry</button>"));
    const auto empty = page("/plain/search", {{ErrorCode::index_not_ready, "no index"}});
    CHECK(holds(empty, "<h1>The archive is empty</h1>"));
    CHECK(holds(empty, "dateline-indexer update PATH..."));
    const auto failed = page("/plain/search", {{ErrorCode::internal, "/secret/path"}});
    CHECK_FALSE(holds(failed, "/secret/path"));
}

TEST_CASE("an article that is gone leads back to its list") {
    const auto gone = page("/plain/article?id=0&q=ferry&offset=20",
                           {{ErrorCode::article_not_found, "there is no article \"0\""}});
    CHECK(holds(gone, "<h1>There is no such article</h1>"));
    CHECK(holds(gone, "href=\"/plain/search?q=ferry&amp;offset=20\">Back to results</a>"));
}
