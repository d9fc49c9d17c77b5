// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/xml_tree.h"

#include "indexer/readers/file_bytes.h"
#include "indexer/readers/xml_records.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace {

using indexer::MemoryBytes;
using indexer::XmlNode;
using indexer::XmlTree;

XmlTree tree_of(std::string text) {
    MemoryBytes bytes(std::move(text));
    return XmlTree::read(bytes, 1U << 20);
}

std::string text_of_root(const std::string& text) {
    return tree_of(text).root().line();
}

}  // namespace

TEST_CASE("elements and attributes are found by their local names") {
    const auto tree = tree_of(
        "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b \"c>d\">]>\n"
        "<x:item xmlns:x='http://a.example/x' xml:lang=\"en\"><!-- <y/> --><x:title>One</x:title>"
        "<y at='1'><z>Two</z></y></x:item>");
    const XmlNode root = tree.root();
    CHECK(root.is("item"));
    CHECK(root.prefix() == "x");
    CHECK(root.space() == "http://a.example/x");
    CHECK(root.attribute("lang") == "en");
    CHECK(root.child("title").line() == "One");
    CHECK(root.child("y", "z").line() == "Two");
    CHECK(root.find("z").parent().attribute("at") == "1");
    CHECK(root.children().size() == 2);
    CHECK_FALSE(root.child("w", "z").child("v"));
    CHECK_FALSE(tree.damage());
}

TEST_CASE("references of XML and of HTML are resolved without a DTD") {
    CHECK(text_of_root("<a>AT&T &amp; caf&eacute; &#8211; &#x2019; &nope; &#146;</a>")
          == "AT&T & café – ’ &nope; ’");
    CHECK(text_of_root("<a><![CDATA[<p>R&amp;D</p>]]></a>") == "<p>R&amp;D</p>");
}

TEST_CASE("entities that a document declares are never expanded") {
    CHECK(text_of_root("<!DOCTYPE a [<!ENTITY x \"lol\"><!ENTITY y \"&x;&x;\">"
                       "<!ENTITY f SYSTEM \"file:///etc/passwd\">]><a>&y;&f;</a>")
          == "&y;&f;");
}

TEST_CASE("a bare angle bracket is text") {
    const auto tree = tree_of("<a>3 < 4 and <b>5</b> <6</a>");
    CHECK(tree.root().line() == "3 < 4 and 5 <6");
    CHECK_FALSE(tree.damage());
}

TEST_CASE("an end tag closes what was forgotten within it, and the line is kept") {
    const auto tree = tree_of("<a>\n<b><c>x</b>\n<d>y</d></a>");
    CHECK(tree.root().child("b", "c").line() == "x");
    CHECK(tree.root().child("d").line() == "y");
    REQUIRE(tree.damage());
    CHECK(tree.damage()->line == 2);
    CHECK(tree.damage()->what == "'b' ends within 'c'");
}

TEST_CASE("a file that ends too early gives what it has") {
    const auto tree = tree_of("<a><b>one</b><c>two");
    CHECK(tree.root().child("c").line() == "two");
    CHECK(tree.cut_short());
    REQUIRE(tree.damage());
    CHECK(tree.damage()->what == "the file ends within 'c'");
}

TEST_CASE("elements below the deepest level keep their text") {
    std::string text;
    for (int i = 0; i < 5000; ++i) text += "<a>";
    text += "deep";
    for (int i = 0; i < 5000; ++i) text += "</a>";
    const auto tree = tree_of(text);
    CHECK(tree.root().line() == "deep");
    CHECK(tree.damage());
    CHECK_FALSE(tree.cut_short());
}

TEST_CASE("a document above the size asked for is said to be too large") {
    MemoryBytes bytes("<a><b>one</b>" + std::string(2000, ' ') + "</a>");
    CHECK(XmlTree::read(bytes, 1000).too_large());
}

TEST_CASE("a subtree is written as HTML without what is left out") {
    const auto tree = tree_of("<x><P>R&amp;D<br/>x</P><media>no</media><e/><hl2>Head</hl2></x>");
    const auto html = inner_html(tree.root(), [](const XmlNode& node) -> std::string {
        if (node.is("media")) return {};
        return node.is("hl2") ? "h3" : node.is("P") ? "p" : std::string(node.name());
    });
    CHECK(html == "<p>R&amp;D<br>x</p><e></e><h3>Head</h3>");
}

TEST_CASE("a file in another charset is read as its declaration says") {
    CHECK(text_of_root("<?xml version=\"1.0\" encoding=\"iso-8859-1\"?><a>caf\xe9 \x93x\x94</a>")
          == "café “x”");
    CHECK(text_of_root("<?xml version=\"1.0\" encoding=\"iso-8859-1\"?><a>caf\xc3\xa9</a>")
          == "café");
}

TEST_CASE("records are handed over one by one with what stands around them") {
    std::string text = "<rss><channel><title>Courier</title>";
    for (int i = 0; i < 5000; ++i) {
        text += "<item><title>No " + std::to_string(i) + "</title>" + std::string(200, 'x')
                + "</item>\n";
    }
    MemoryBytes bytes(text + "</channel></rss>");
    int count = 0;
    std::uint32_t largest = 0;
    const auto reading = indexer::for_each_xml_record(
        bytes, {[](const XmlNode& element) { return element.is("item"); },
                [&](const indexer::XmlRecord& record) {
                    largest = std::max(largest, record.element.end());
                    CHECK(record.element.parent().child("title").line() == "Courier");
                    CHECK(record.element.child("title").line() == "No " + std::to_string(count++));
                    return true;
                }});
    CHECK(count == 5000);
    CHECK(largest < 20);
    CHECK_FALSE(reading.damage);
}

TEST_CASE("a record above the limit is dropped and the next ones are read") {
    std::string text = "<feed><entry><a>x</a>";
    for (int i = 0; i < 9; ++i) text += std::string(4U << 20, 'x') + "<b>";
    MemoryBytes bytes(text + "</entry><entry><a>y</a></entry></feed>");
    std::vector<bool> too_large;
    const auto reading = indexer::for_each_xml_record(
        bytes, {[](const XmlNode& element) { return element.is("entry"); },
                [&](const indexer::XmlRecord& record) {
                    too_large.push_back(record.too_large);
                    return true;
                }});
    CHECK(too_large == std::vector<bool>{true, false});
}

TEST_CASE("a record that the file's end cuts is handed over as such") {
    MemoryBytes bytes("<feed><entry>a</entry><entry><title>b");
    std::vector<bool> cut;
    const auto reading = indexer::for_each_xml_record(
        bytes, {[](const XmlNode& element) { return element.is("entry"); },
                [&](const indexer::XmlRecord& record) {
                    cut.push_back(record.cut_short);
                    return true;
                }});
    CHECK(cut == std::vector<bool>{false, true});
    REQUIRE(reading.damage);
    CHECK(reading.damage->what == "the file ends within 'title'");
}
