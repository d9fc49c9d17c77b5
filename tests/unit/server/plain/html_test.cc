// SPDX-License-Identifier: GPL-2.0-or-later
#include "server/plain/html.h"

#include <doctest/doctest.h>

#include <string>
#include <type_traits>

using server::element;
using server::Html;

TEST_CASE("a text among the children of an element is escaped, and so is an attribute") {
    const std::string hostile = "</p><script>alert('x')</script>";
    CHECK(element("b", {{"title", "\"" + hostile}}, hostile, " & ", Html(hostile)).markup()
          == "<b title=\"&quot;&lt;/p&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;\">"
             "&lt;/p&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; "
             "&lt;/p&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;</b>");
}

TEST_CASE("elements nest without being escaped again") {
    CHECK(element("a", {{"href", "/?a=1&b=2"}}, element("mark", {}, "R&D"), " of 1 < 2").markup()
          == "<a href=\"/?a=1&amp;b=2\"><mark>R&amp;D</mark> of 1 &lt; 2</a>");
}

TEST_CASE("an element that has no inside has no end") {
    CHECK(element("input", {{"type", "checkbox"}, {"checked", server::flag(true)}}).markup()
          == "<input type=\"checkbox\" checked>");
    CHECK(element("input", {{"checked", server::flag(false)}, {"value", ""}}).markup()
          == "<input value>");
    CHECK(element("time", {{"datetime", server::unless_empty("")}}, "soon").markup()
          == "<time>soon</time>");
}

TEST_CASE("a block ends its line, for whoever reads with curl") {
    CHECK(element("ul", {}, element("li", {}, "a"), element("li", {}, "b")).markup()
          == "<ul><li>a</li>\n<li>b</li>\n</ul>\n");
}

TEST_CASE("bytes that are no text never reach a page") {
    CHECK(Html(std::string("a\0b\x1b[31m\xff", 9)).markup() == "ab[31m\xef\xbf\xbd");
}

TEST_CASE("only http and https of an article become a link") {
    for (const char* url : {"http://a.example/", "https://a.example/", "HTTPS://A.EXAMPLE/"})
        CHECK(server::is_web_address(url));
    for (const char* url : {"javascript:alert(1)", "data:text/html,x", "//a.example/", "/a", "",
                            " https://a.example/", "httpsx://a", "file:///etc/passwd"})
        CHECK_FALSE(server::is_web_address(url));
}

TEST_CASE("a name of an element cannot be made of a text that was read") {
    CHECK_FALSE(std::is_constructible_v<server::MarkupName, std::string>);
    CHECK_FALSE(std::is_constructible_v<server::MarkupName, std::string_view>);
    CHECK_FALSE(std::is_constructible_v<server::MarkupName, const char*>);
}
