// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/charset.h"

#include "archive/base/text.h"
#include "indexer/extract/extract.h"

#include <doctest/doctest.h>

#include <string>

using namespace indexer;
using namespace std::string_literals;

TEST_CASE("valid UTF-8 is UTF-8 whatever is declared") {
    CHECK(decode_text("Zürich", "iso-8859-1").text == "Zürich");
    CHECK(decode_text("<meta charset=iso-8859-1>Zürich").text == "<meta charset=iso-8859-1>Zürich");
}

TEST_CASE("a declared charset is used where bytes are not UTF-8") {
    CHECK(decode_text("Z\xfcrich sagt \x93nein\x94", "iso-8859-1").text
          == "Zürich sagt \u201cnein\u201d");
    CHECK(decode_text("<html><meta charset=\"windows-1251\">\xcc\xe8\xf0").text
          == "<html><meta charset=\"windows-1251\">Мир");
    CHECK(decode_text("<?xml version=\"1.0\" encoding=\"windows-1250\"?>\xb3\xf3"
                      "d")
              .text
          == "<?xml version=\"1.0\" encoding=\"windows-1250\"?>łód");
}

TEST_CASE("byte-order marks decide and vanish") {
    CHECK(decode_text("\xef\xbb\xbf"
                      "ferry")
              .text
          == "ferry");
    CHECK(decode_text("\xff\xfe"
                      "f\0e\0"s)
              .text
          == "fe");
    CHECK(decode_text("\xfe\xff"
                      "\0f\0e"s)
              .text
          == "fe");
}

TEST_CASE("sixteen-bit text without a mark is recognised by its zeros") {
    std::string wide;
    for (const char c : "The ferry runs again"s) (wide += c) += '\0';
    CHECK(decode_text(wide).text == "The ferry runs again");
}

TEST_CASE("line ends become one and NUL vanishes") {
    CHECK(decode_text("a\r\nb\rc\n"s).text == "a\nb\nc\n");
    CHECK(decode_text("a\0b"s).text == "ab");
    CHECK(decode_text("").text.empty());
}

TEST_CASE("undecodable bytes are counted and replaced") {
    const std::string text = std::string(5'000, 'a') + '\xff' + "b";
    const auto decoded = decode_text(text);
    CHECK(decoded.damaged == 1);
    CHECK(decoded.text.find("\ufffd") == 5'000);
}

TEST_CASE("whatever the bytes and the declaration, the text is valid UTF-8") {
    std::string all;
    for (int i = 0; i < 256; ++i) all += static_cast<char>(i);
    for (const char* declared : {"", "utf-8", "utf-7", "shift_jis", "gb2312", "no-such-charset",
                                 "utf-16", "iso-2022-jp", "windows-1252"}) {
        CAPTURE(declared);
        for (std::size_t from = 0; from < all.size(); from += 7) {
            const auto decoded = decode_text(all.substr(from) + all, declared);
            CHECK(archive::is_utf8(decoded.text));
            CHECK(decoded.text.find('\0') == std::string::npos);
            CHECK(decoded.text.find('\r') == std::string::npos);
        }
    }
}
