// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/comparison.h"

#include "archive/base/limits.h"
#include "archive/search/compared_text.h"
#include "tests/support/compared.h"

#include <doctest/doctest.h>

#include <random>

using namespace archive;
using tests::body_of;
using tests::compared;

namespace {

constexpr std::string_view harbour =
    "VARNHOLM: Prime minister Ottoline Brask has sided with the crews of the night ferry, saying "
    "the boats may sail under their own escort, her office said on Saturday.\n"
    "The prime minister told the harbour minister that refusing to work after dusk amounted to "
    "closing a public road, according to notes of their meeting.\n"
    "“Keep the lamps lit and the timetable honest,” she told the captains at Greywater Dock.\n"
    "The guild of pilots called the promise a lantern without oil.";

/// What one side reads, blanks left out and quotes and dashes made plain.
std::string read_by(Side side, const Comparison& comparison) {
    std::string text;
    const auto other = side == Side::left ? Side::right : Side::left;
    const auto foreign = side == Side::left ? ParagraphFate::right : ParagraphFate::left;
    for (const auto& paragraph : comparison.paragraphs) {
        if (paragraph.fate != foreign) text += paragraph.text;
        for (const auto& edit : paragraph.edits) {
            if (edit.side != other) text += edit.text;
        }
    }
    return text;
}

std::string plain(std::string text) {
    for (const auto& [from, to] : {std::pair{"“", "\""}, {"”", "\""}, {"’", "'"}, {"–", "-"}}) {
        for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at))
            text.replace(at, std::string_view(from).size(), to);
    }
    std::erase_if(text, [](char byte) { return byte == ' ' || byte == '\n'; });
    for (char& byte : text) byte = byte == '\'' ? '"' : byte;
    return text;
}

std::string random_text(std::mt19937& random, int words) {
    const std::vector<std::string> known{"ferry",    "the",     "a",        "of",    "dusk",
                                         "Brask",    "said",    "10,000",   "“keep", "lit”",
                                         "–",        "pilots’", "island's", "sea.",  "oil,",
                                         "渡轮停航", "Fähre",   "\n",       "...",   "(dock)"};
    std::string text;
    for (int i = 0; i < words; ++i) {
        text += known[random() % known.size()];
        text += random() % 9 == 0 ? "  " : " ";
    }
    return text;
}

}  // namespace

TEST_CASE("the same article twice is the same throughout, and nothing differs") {
    const auto article = body_of(harbour);
    const auto comparison = compare(article, article);
    REQUIRE(comparison.paragraphs.size() == 4);
    for (const auto& paragraph : comparison.paragraphs)
        CHECK(paragraph.fate == ParagraphFate::same);
    CHECK(comparison.names == OneSidedFacts{});
    CHECK(comparison.figures == OneSidedFacts{});
    CHECK_FALSE(comparison.cut);
}

TEST_CASE("an edit is a phrase, and one side of it may be empty") {
    CHECK(compared("The boats may sail under their own escort while the pilots stay ashore, she said.",
                   "The boats are entitled to sail under their own escort, she said.")
          == "~ The boats [may |are entitled to ]sail under their own escort"
             "[ while the pilots stay ashore|], she said.\n");
    CHECK(compared("At the dock on Friday she asked the captains to wait.",
                   "At the dock on Friday she urged the captains, once more, to wait.")
          == "~ At the dock on Friday she [asked the captains |urged the captains, once more, ]"
             "to wait.\n");
}

TEST_CASE("fewer than three words do not keep two edits apart, three do") {
    CHECK(compared("He saw one red boat leave the quay at noon.",
                   "He saw two red boats leave the quay at noon.")
          == "~ He saw [one red boat |two red boats ]leave the quay at noon.\n");
    CHECK(compared("He saw one of the red boats leave the quay.",
                   "He saw two of the red ships leave the quay.")
          == "~ He saw [one |two ]of the red [boats |ships ]leave the quay.\n");
}

TEST_CASE("the two sides of an edit never stick together") {
    CHECK(compared("The ferry left at noon, as it does.", "The ferry left at dusk, as it does.")
          == "~ The ferry left at[ noon| dusk], as it does.\n");
    CHECK(compared("They came home to the islands again.", "They came home, to the islands again.")
          == "~ They came home[|,] to the islands again.\n");
    CHECK(compared("They all came home again.", "They all came home.")
          == "~ They all came home[ again|].\n");
    CHECK(compared("They all came home.", "“They all came home.”")
          == "~ [|“]They all came home.[|”]\n");
}

TEST_CASE("house style is no edit: quotes, dashes, dots, accents in pieces, blanks") {
    CHECK(compared("“Don’t wait” – she said… 'now' at the café.",
                   "'Don't wait'  -- she said... \"now\" at the cafe\u0301.")
          == "= “Don’t wait” – she said… 'now' at the café.\n");
    CHECK(compared("Self\u00ADdefence costs 10 000 crowns here.",
                   "Selfdefence costs 10\u00A0000 crowns here.")
          == "= Self\u00ADdefence costs 10 000 crowns here.\n");
}

TEST_CASE("case, marks and hyphens are edits") {
    CHECK(compared("The Prime Minister spoke to them all, again.",
                   "The prime minister spoke to them all again.")
          == "~ The [Prime Minister |prime minister ]spoke to them all[,|] again.\n");
    CHECK(compared("It was an act of self-defence for them.",
                   "It was an act of self defence for them.")
          == "~ It was an act of [self-defence |self defence ]for them.\n");
}

TEST_CASE("an added sentence is that sentence, not the end of one and the beginning of another") {
    CHECK(compared("The mayor came early. The mayor left in anger.",
                   "The mayor came early. The mayor spoke at length. The mayor left in anger.")
          == "~ The mayor came early. [|The mayor spoke at length. ]The mayor left in anger.\n");
}

TEST_CASE("a dropped paragraph is that paragraph, though its neighbours end alike") {
    CHECK(compared("Boats sail at dusk again, the agency said.\n"
                   "Pilots want more money for the nights, the agency said.\n"
                   "The court meets on Monday in Varnholm.",
                   "Boats sail at dusk again, the agency said.\n"
                   "The court meets on Monday in Varnholm.")
          == "= Boats sail at dusk again, the agency said.\n"
             "< Pilots want more money for the nights, the agency said.\n"
             "= The court meets on Monday in Varnholm.\n");
}

TEST_CASE("paragraphs that share next to nothing stand alone, the left's first") {
    CHECK(compared("The ferry of the islands sank in the storm of Monday.",
                   "A court fined the owner of the mill for the smell.")
          == "< The ferry of the islands sank in the storm of Monday.\n"
             "> A court fined the owner of the mill for the smell.\n");
}

TEST_CASE(
    "paragraphs that one outlet joins are cut where the other's end, whichever side does it") {
    constexpr std::string_view apart =
        "The ferry sank in the storm.\nNobody was on board, the owner said.\nDivers will look.";
    constexpr std::string_view joined =
        "The ferry sank in the storm. Nobody was on board, the owner said. Divers will look.";
    constexpr std::string_view same =
        "= The ferry sank in the storm.\n= Nobody was on board, the owner said.\n"
        "= Divers will look.\n";
    CHECK(compared(apart, joined) == same);
    CHECK(compared(joined, apart) == same);
    CHECK(compared("The ferry sank in the storm. Nobody was on board,\nthe owner said.",
                   "The ferry sank in the storm.\nNobody was on board, the owner said.")
          == "= The ferry sank in the storm.\n= Nobody was on board,\n= the owner said.\n");
}

TEST_CASE("a sentence added where paragraphs were joined stays whole") {
    CHECK(compared("The ferry sank in the storm.\nDivers will look for it.",
                   "The ferry sank in the storm. Nobody was hurt. Divers will look for it.")
          == "~ The ferry sank in the storm.[| Nobody was hurt.]\n= Divers will look for it.\n");
}

TEST_CASE("a text cut to a third keeps what it has, other text around it stands alone") {
    const std::string whole(harbour);
    const auto first = whole.substr(0, whole.find('\n'));
    CHECK(compared(harbour, first).find("= VARNHOLM: Prime minister Ottoline") == 0);
    const auto surrounded = compared(
        first, "Markets rose on Friday in quiet trade.\n" + first + "\nSnow is expected by night.");
    CHECK(surrounded
          == "> Markets rose on Friday in quiet trade.\n= " + first
                 + "\n> Snow is expected by night.\n");
}

TEST_CASE("a moved paragraph is told at both its places") {
    CHECK(compared("Boats may sail under escort, the office said today.\n"
                   "Pilots stay ashore after dusk, their guild said.\n"
                   "The court will hear both of them on Monday next.",
                   "The court will hear both of them on Monday next.\n"
                   "Boats may sail under escort, the office said today.\n"
                   "Pilots stay ashore after dusk, their guild said.")
          == "> The court will hear both of them on Monday next.\n"
             "= Boats may sail under escort, the office said today.\n"
             "= Pilots stay ashore after dusk, their guild said.\n"
             "< The court will hear both of them on Monday next.\n");
}

TEST_CASE("headline, standfirst and body are compared, what belongs to the page is not") {
    auto left = body_of("The ferry sank.");
    left.title = "Ferry lost";
    left.title_basis = TitleBasis::field;
    left.standfirst = "Storm over the islands";
    left.zones.push_back({ZoneKind::furniture, "Subscribe now"});
    left.zones.push_back({ZoneKind::caption, "The ferry in 2019"});
    left.zones.push_back({ZoneKind::credit, "Reporting by Bo Chu"});
    auto right = body_of("The ferry sank.");
    right.title = "The ferry sank.";
    right.title_basis = TitleBasis::lead;
    CHECK(tests::shown(compare(left, right))
          == "< Ferry lost\n< Storm over the islands\n= The ferry sank.\n");
}

TEST_CASE("an empty side leaves the other alone") {
    CHECK(compared("", "").empty());
    CHECK(compared("The ferry sank.\nNobody was hurt.", "")
          == "< The ferry sank.\n< Nobody was hurt.\n");
    CHECK(compared(" \n \n", "* * *") == "> * * *\n");
    CHECK(compared("* * *", "* * *") == "= * * *\n");
}

TEST_CASE("German, Chinese, Thai and Arabic are compared by their own words") {
    CHECK(compared("Die Ministerin sagte am Samstag, die Fähren dürften wieder fahren.",
                   "Die Ministerin sagte am Sonntag, die Fähren dürften nachts wieder fahren.")
          == "~ Die Ministerin sagte am[ Samstag| Sonntag], die Fähren dürften [|nachts ]wieder "
             "fahren.\n");
    CHECK(compared("港务部长星期六表示，夜间渡轮可以在护航下继续航行。",
                   "港务部长星期日表示，夜间渡轮可以在护航下继续航行。")
          == "~ 港务部长星期[六|日]表示，夜间渡轮可以在护航下继续航行。\n");
    CHECK(compared("เรือข้ามฟากออกจากท่าเรือในตอนเย็นวันเสาร์", "เรือข้ามฟากออกจากท่าเรือในตอนเช้าวันเสาร์")
          == "~ เรือข้ามฟากออกจากท่าเรือในตอน[เย็น|เช้า]วันเสาร์\n");
    CHECK(compared("قالت الوزيرة يوم السبت إن العبّارات ستبحر ليلا تحت حراسة.",
                   "قالت الوزيرة يوم الأحد إن العبارات ستبحر ليلا تحت حراسة.")
          == "~ قالت الوزيرة يوم [السبت |الأحد ]إن العبّارات ستبحر ليلا تحت حراسة.\n");
    CHECK(compared("장관은 토요일에 배가 다시 간다고 말했다.",
                   "장관은 일요일에 배가 다시 간다고 말했다.")
          == "~ 장관은 [토요일에 |일요일에 ]배가 다시 간다고 말했다.\n");
}

TEST_CASE("a headline with a digit is compared by its words like any other paragraph") {
    CHECK(compared("Ferry strike ends today", "Ferry stoppage ends today")
          == "~ Ferry [strike |stoppage ]ends today\n");
}

TEST_CASE(
    "what both and the left have makes the left text, what both and the right have the right") {
    std::mt19937 random(20240619);
    for (int round = 0; round < 400; ++round) {
        const auto left = random_text(random, static_cast<int>(random() % 60));
        auto right =
            random() % 3 == 0 ? random_text(random, static_cast<int>(random() % 60)) : left;
        for (int edits = static_cast<int>(random() % 6); edits > 0 && right.size() > 2; --edits) {
            const auto at = right.find(' ', random() % right.size());
            if (at == std::string::npos) continue;
            if (random() % 2 == 0)
                right.insert(at, " " + random_text(random, 2));
            else
                right.erase(at, right.find(' ', at + 1) - at);
        }
        CAPTURE(left);
        CAPTURE(right);
        const auto comparison = compare(body_of(left), body_of(right));
        CHECK(plain(read_by(Side::left, comparison)) == plain(left));
        CHECK(plain(read_by(Side::right, comparison)) == plain(right));
        std::size_t at = 0;  // every paragraph of the left, byte for byte
        for (const auto& paragraph : comparison.paragraphs) {
            Comparison one;
            one.paragraphs.push_back(paragraph);
            const auto piece = read_by(Side::left, one);
            at = left.find(piece, at);
            REQUIRE(at != std::string::npos);
            at += piece.size();
        }
        for (const auto& paragraph : comparison.paragraphs) {
            CHECK(paragraph.text.empty() == (paragraph.fate == ParagraphFate::changed));
            for (const auto& edit : paragraph.edits) CHECK_FALSE(edit.text.empty());
        }
    }
}

TEST_CASE("whatever characters texts hold, each side finds all of its own in their order") {
    const std::vector<std::string> pieces{
        "ab",      "Cd",     "42", "!",        "“",      "」",     "(",      "é",
        "e\u0301", "\u0301", " ",  " ",        "\u00A0", "\u00AD", "\u200B", "\u200D",
        "\uFEFF",  "\u3000", "\n", "港",       "か",     "ガ",     "다",     "ﻻ",
        "ب\u064E", "\u0640", "Ω",  "👩\u200D🚒", "🇫🇷",     "½",      "\x01",   "ﬁ",
        "Ⅻ",       "\u2028", "。", "—",        "…"};
    std::mt19937 random(77);
    const auto text = [&] {
        std::string made;
        for (auto count = random() % 40; count > 0; --count)
            made += pieces[random() % pieces.size()];
        return made;
    };
    const auto lines = [](Side side, const Comparison& comparison) {
        std::string made;
        for (const auto& paragraph : comparison.paragraphs) {
            Comparison one;
            one.paragraphs.push_back(paragraph);
            made += read_by(side, one) + '\n';
        }
        return made;
    };
    for (int round = 0; round < 1'000; ++round) {
        const auto left = text();
        auto right = left;
        if (random() % 2 == 0) right = text() + left.substr(0, left.find('\n')) + text();
        CAPTURE(left);
        CAPTURE(right);
        const auto comparison = compare(body_of(left), body_of(right));
        WordNumbers numbers;
        const auto words = [&](const std::string& of) {
            return numbers_of(compared_text(body_of(of), numbers).words);
        };
        CHECK(words(lines(Side::left, comparison)) == words(left));
        CHECK(words(lines(Side::right, comparison)) == words(right));
    }
}

TEST_CASE("hostile texts are compared, and what is too long is cut and said to be") {
    std::string same, two, lines;
    std::mt19937 random(3);
    for (int i = 0; i < 100'000; ++i) {
        same += "day ";
        two += random() % 2 == 0 ? "tick " : "tock ";
        lines += random() % 2 == 0 ? "x\n" : "y\n";
    }
    CHECK(compared(same, same.substr(4'000)).starts_with("~ "));
    CHECK_FALSE(compared(two, lines).empty());
    const std::string endless(limits::compared_bytes + 1, 'a');
    const auto comparison = compare(body_of(endless), body_of("a"));
    CHECK(comparison.cut);
    CHECK(comparison.paragraphs.front().text.size() == limits::compared_bytes);
    CHECK_FALSE(compare(body_of(endless.substr(1)), body_of("a")).cut);
}
