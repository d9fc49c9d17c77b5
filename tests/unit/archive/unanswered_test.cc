// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/unanswered.h"

#include "archive/search/query_parser.h"

#include <doctest/doctest.h>

using namespace archive;

TEST_CASE("a form that cannot be answered is refused where it stands, however deep") {
    for (const char* text : {"harbour -(ferry OR said:(b -c))", "said:(moon NEAR/5 @person)"}) {
        CAPTURE(text);
        const auto parsed = parse_query(text, {});
        REQUIRE(parsed);
        const auto error = unanswered(*parsed->root, text);
        REQUIRE(error);
        CHECK(error->code == ErrorCode::query_not_yet);
        CHECK(std::string(text).find(error->place->found) == error->place->start);
    }
    const auto plain = parse_query(
        "abc* d~ \"ferr* c\" =\"d e\" OR -source:f said:k said:\"Ann Lee\" (l m) g NEAR/5 \"h "
        "i\"~3",
        {});
    REQUIRE(plain);
    CHECK_FALSE(unanswered(*plain->root, ""));
}
