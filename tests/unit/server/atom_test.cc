// SPDX-License-Identifier: GPL-2.0-or-later
#include "server/atom.h"

#include "server/escaped.h"

#include <doctest/doctest.h>

using archive::Certainty;

namespace {

archive::ResultRow row(const char* day, Certainty certainty) {
    archive::ResultRow row;
    row.article.id = "b3k7q2m9x4t1c8va";
    row.article.title = "Fish & <chips>";
    row.article.source = "Harbour Times";
    row.added = 1'733'011'200;
    if (const auto written = archive::parse_iso_span(day)) {
        row.article.published.span = written->span;
        row.article.published.precision = written->precision;
        row.article.published.certainty = certainty;
    }
    return row;
}

std::string feed(const std::vector<archive::ResultRow>& rows) {
    return server::atom_feed({"Dateline: a & b", "http://localhost:8080", "/feed.atom?q=a%20%26",
                              "/search?q=a%20%26", 1'700'000'000},
                             rows);
}

bool holds(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("an entry has an id that no address changes, and a link to our page") {
    const auto document = feed({row("2024-11-30", Certainty::stated)});
    CHECK(holds(document, "<id>urn:dateline:b3k7q2m9x4t1c8va</id>"));
    CHECK(holds(document, "href=\"http://localhost:8080/articles/b3k7q2m9x4t1c8va\""));
    CHECK(holds(document, "<title>Fish &amp; &lt;chips&gt;</title>"));
    CHECK(holds(document, "<updated>2024-12-01T00:00:00Z</updated>"));
    CHECK(holds(document, "<published>2024-11-30T00:00:00Z</published>"));
    CHECK(holds(document, "<author><name>Harbour Times</name>"));
}

TEST_CASE("an inferred date stands in the title and is not published") {
    const auto document = feed({row("2025-05-10", Certainty::inferred)});
    CHECK(holds(document, "(date inferred: [on or about 10 May 2025])"));
    CHECK_FALSE(holds(document, "<published>"));
    CHECK_FALSE(holds(feed({row("", Certainty::none)}), "<published>"));
    CHECK_FALSE(holds(feed({row("2024-11", Certainty::stated)}), "<published>"));
}

TEST_CASE("a feed without entries is as old as the index") {
    const auto document = feed({});
    CHECK(holds(document, "<updated>2023-11-14T22:13:20Z</updated>"));
    CHECK(holds(document, "<title>Dateline: a &amp; b</title>"));
    CHECK_FALSE(holds(document, "<entry>"));
}

TEST_CASE("control characters and malformed bytes never reach markup") {
    CHECK(server::markup_escaped("a\x01\x1f"
                                 "b\tc\nd")
          == "ab\tc\nd");
    CHECK(server::markup_escaped("\xef\xbf\xbf|\xef\xbf\xbd|caf\xe9")
          == "|\xef\xbf\xbd|caf\xef\xbf\xbd");
    CHECK(server::markup_escaped("<a href=\"x\" b='y'>&")
          == "&lt;a href=&quot;x&quot; b=&#39;y&#39;&gt;&amp;");
}
