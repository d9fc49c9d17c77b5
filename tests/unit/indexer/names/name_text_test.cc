// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/names/name_text.h"

#include <doctest/doctest.h>

#include <string>

using archive::AliasTable;
using archive::Article;
using archive::ZoneKind;
using indexer::NameText;

namespace {

/// Words parted by blanks, sentences by " / ".
std::string cut(const std::string& text) {
    Article article;
    article.zones.push_back({ZoneKind::body, text});
    NameText words;
    words.read(article, AliasTable::shipped());
    std::string shown;
    for (const auto& sentence : words.sentences()) {
        shown += shown.empty() ? "" : " / ";
        for (auto at = sentence.begin; at < sentence.end; ++at) {
            if (at > sentence.begin) shown += ' ';
            shown += words[at].text;
        }
    }
    return shown;
}

}  // namespace

TEST_CASE("sentences are cut into words as names need them") {
    struct Row {
        const char* text;
        const char* words;
    };
    for (const auto& row : {
             Row{"Lee's deputy left.", "Lee 's deputy left ."},
             Row{"Lee\xE2\x80\x99s deputy left.", "Lee \xE2\x80\x99s deputy left ."},
             Row{"Russia`s fleet left.", "Russia `s fleet left ."},
             Row{"O'Brien doesn't know.", "O'Brien doesn't know ."},
             Row{"Mr. Lee left. Dr. Chu stayed.", "Mr. Lee left . / Dr. Chu stayed ."},
             Row{"Lee left the U.S. in May.", "Lee left the U.S. in May ."},
             Row{"Lee left the U.S. He returned.", "Lee left the U.S. / He returned ."},
             Row{"It cost $1,234.50, he said.", "It cost $ 1,234.50 , he said ."},
             Row{"AT&T paid.", "AT&T paid ."},
             Row{"\"It was time. We left,\" Lee said.",
                 "\" It was time . / We left , \" Lee said ."},
             Row{"\"It was time.\" Lee left.", "\" It was time . \" / Lee left ."},
             Row{"Lee asked: \xE2\x80\x9CWhy?\xE2\x80\x9D Nobody knew.",
                 "Lee asked : \xE2\x80\x9C Why ? \xE2\x80\x9D / Nobody knew ."},
             Row{"One\nTwo", "One / Two"},
             Row{"\xC3\x85se \xC3\x98stby and Jos\xC3\xA9",
                 "\xC3\x85se \xC3\x98stby and Jos\xC3\xA9"},
         }) {
        CHECK(cut(row.text) == row.words);
    }
}

TEST_CASE("a hyphen parts only beside a known name") {
    CHECK(cut("US-led talks") == "US - led talks");
    CHECK(cut("the Russia-Ukraine border") == "the Russia - Ukraine border");
    CHECK(cut("anti-French words") == "anti - French words");
    CHECK(cut("Shin Won-sik in Crans-Montana") == "Shin Won-sik in Crans-Montana");
    CHECK(cut("long-range") == "long-range");
}

TEST_CASE("header lines and page furniture name nobody") {
    Article article;
    article.zones.push_back({ZoneKind::header, "World"});
    article.zones.push_back({ZoneKind::furniture, "Also read: Ann Lee"});
    article.zones.push_back({ZoneKind::caption, "Bo Chu"});
    NameText words;
    words.read(article, AliasTable::shipped());
    REQUIRE(words.sentences().size() == 1);
    CHECK(words.sentences()[0].zone == 2);
    CHECK(words.between(0, 2) == "Bo Chu");
    CHECK(words[0].begin == 0);
    CHECK(words[1].end() == 6);
}

TEST_CASE("a sentence without an end is cut after many words") {
    std::string text;
    for (int i = 0; i < 3000; ++i) text += "word ";
    Article article;
    article.zones.push_back({ZoneKind::body, text});
    NameText words;
    words.read(article, AliasTable::shipped());
    CHECK(words.sentences().size() == 6);
}

TEST_CASE("a word of hyphens without an end is cut") {
    std::string text;
    for (int i = 0; i < 200'000; ++i) text += "US-";
    Article article;
    article.zones.push_back({ZoneKind::body, text});
    NameText words;
    words.read(article, AliasTable::shipped());
    CHECK(words.tokens().size() == 400'000);
}
