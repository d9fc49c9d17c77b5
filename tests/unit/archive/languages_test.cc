// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/support/small_archive.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using tests::found_any_order;

namespace {

/// One article a language, about a ferry and a storm.
const tests::SmallArchive& newsstand() {
    static const tests::SmallArchive archive(std::vector<tests::Written>{
        {.id = "zh",
         .title = "渡轮停运",
         .body = "因为暴风雨，港口的渡轮昨天全部停运。",
         .language = "zh"},
        {.id = "ja",
         .title = "フェリー欠航",
         .body = "嵐のため、港のフェリーは昨日すべて欠航した。",
         .language = "ja"},
        {.id = "ko",
         .title = "여객선 결항",
         .body = "폭풍 때문에 어제 항구의 여객선이 모두 결항했다.",
         .language = "ko"},
        {.id = "th",
         .title = "เรือข้ามฟาก",
         .body = "เรือข้ามฟากหยุดวิ่งเพราะพายุแรงเมื่อวานนี้",
         .language = "th"},
        {.id = "ar",
         .title = "العبارة",
         .body = "توقفت العَبّارة في الميناء بسبب العاصفـــة أمس.",
         .language = "ar"},
        {.id = "ru",
         .title = "Паром",
         .body = "Паромы вчера не ходили из-за сильного шторма.",
         .language = "ru"},
        {.id = "de",
         .title = "Fähre",
         .body = "Die Fähren blieben wegen des Sturms im Hafen, sagte Frau Müller.",
         .language = "de"},
    });
    return archive;
}

std::vector<std::string> finds(const std::string& query) {
    return found_any_order(*newsstand().searcher(), query);
}

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("an article in Chinese, Japanese or Korean is found by a word inside a sentence") {
    CHECK(finds("暴风雨") == Ids{"zh"});
    CHECK(finds("渡轮") == Ids{"zh"});
    CHECK(finds("フェリー") == Ids{"ja"});
    CHECK(finds("欠航") == Ids{"ja"});
    CHECK(finds("여객선이") == Ids{"ko"});
}

TEST_CASE("an article in Thai is found by a word inside a run of letters") {
    CHECK(finds("พายุ") == Ids{"th"});
    CHECK(finds("พาย*") == Ids{"th"});
}

TEST_CASE("an article in Arabic is found without its vowels and long strokes") {
    CHECK(finds("العبارة") == Ids{"ar"});
    CHECK(finds("العاصفة") == Ids{"ar"});
}

TEST_CASE("an article in Russian or German is found by another form of its word") {
    CHECK(finds("паром") == Ids{"ru"});
    CHECK(finds("шторм") == Ids{"ru"});
    CHECK(finds("Sturm") == Ids{"de"});
    CHECK(finds("Mueller") == Ids{"de"});
    CHECK(finds("Muller") == Ids{"de"});
}
