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

TEST_CASE("text of the Macintosh and of DOS keeps the letters inside its words") {
    const std::string words = "Während die Brücke gesperrt ist, müssen die Fähren später fahren.";
    const std::string mac =
        "W\x8ahrend die Br\x9f"
        "cke gesperrt ist, m\x9fssen die F\x8ahren sp\x8ater fahren.";
    const std::string dos =
        "W\x84hrend die Br\x81"
        "cke gesperrt ist, m\x81ssen die F\x84hren sp\x84ter fahren.";
    CHECK(decode_text(mac).text == words);
    CHECK(decode_text(dos).text == words);
}

TEST_CASE("apostrophes and dashes of a word processor are no letters") {
    CHECK(decode_text("They don\x92t, can\x92t and won\x92t say what isn\x92t so.").text
          == "They don’t, can’t and won’t say what isn’t so.");
    CHECK(decode_text("The ferry\x97the last one\x97 sails \x93now\x94.").text
          == "The ferry—the last one— sails “now”.");
}

TEST_CASE("a few signs between letters do not make a text one of the Macintosh") {
    CHECK(decode_text("caf\xe9s und M\xfc"
                      "hle, gr\xf6\xdf"
                      "er als a\x95z und b\x96y")
              .text.find("cafés")
          == 0);
}
