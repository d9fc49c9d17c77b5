// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/extract.h"
#include "tests/unit/indexer/plain_texts.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

using namespace indexer;
using archive::Article;
using archive::TitleBasis;
using archive::ZoneKind;
using namespace plain_texts;

namespace {

std::size_t lines(const std::string& text) {
    return text.empty() ? 0
                        : static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')) + 1;
}

std::vector<std::string> sorted_words(const std::string& text) {
    std::istringstream stream(text);
    std::vector<std::string> words{std::istream_iterator<std::string>(stream), {}};
    std::sort(words.begin(), words.end());
    return words;
}

void check_nothing_is_lost(const std::string& text) {
    std::string kept;
    for (const auto& one : article_from_text(text).zones) kept += one.text + '\n';
    CHECK(sorted_words(kept) == sorted_words(text));
}

/// The seed whose name begins with `number`, or nothing where the shared data is absent.
std::string seed(const std::string& number) {
    const char* shared = std::getenv("DATELINE_SHARED");
    const std::filesystem::path folder =
        std::filesystem::path(shared == nullptr ? "../shared" : shared) / "data" / "seeds";
    if (!std::filesystem::is_directory(folder)) return {};
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (entry.path().filename().string().rfind(number, 0) != 0) continue;
        std::ifstream file(entry.path(), std::ios::binary);
        std::string bytes{std::istreambuf_iterator<char>(file), {}};
        return decode_text(bytes).text;
    }
    return {};
}

#define SEED_OR_SKIP(name, number)                                    \
    const std::string name = seed(number);                            \
    if (name.empty()) {                                               \
        MESSAGE("skipped: the shared seeds are not beside the tree"); \
        return;                                                       \
    }

constexpr const char* wire_page =
    "Harbour town votes to keep its last ferry after a long night of counting\n\n\n"
    "  • Coast\n"
    "  • Tuesday, 12 Mar 2019\n\n"
    "FILE PHOTO: The ferry Anna leaves the pier of Westhaven, January 4, 2018. Handout via "
    "REUTERS/File Photo\n\n"
    "WESTHAVEN (Coastline) - The people of Westhaven have voted to keep the ferry that links the "
    "town with the islands, the council said on Tuesday after all ballots had been counted.\n\n"
    "The ferry has run since 1911 and carries forty thousand passengers a year, most of them in "
    "summer, the harbour master told reporters.\n\n"
    "(Reporting by Ida Brandt; editing by Tom Okafor)\n\n"
    "Follow us on our official WhatsApp channel for breaking news alerts!\n\n"
    "Next In Coast\n\n"
    "Lighthouse keeper wins chess cup\n"
    "Storm takes roof of fish market\n"
    "Seven rescued from sandbank off Norrey\n\n"
    "Others Also Read";

}  // namespace

TEST_CASE("a saved wire page falls into headline, header, caption, body, credit and furniture") {
    const auto article = read(wire_page);
    CHECK(article.title
          == "Harbour town votes to keep its last ferry after a long night of counting");
    CHECK(article.title_basis == TitleBasis::text);
    CHECK(article.section == "Coast");
    CHECK(archive::edtf(article.published) == "2019-03-12");
    CHECK(article.published.basis == archive::Basis::text_header);
    CHECK(lines(zone(article, ZoneKind::header)) == 2);
    CHECK(zone(article, ZoneKind::caption).rfind("FILE PHOTO", 0) == 0);
    CHECK(lines(zone(article, ZoneKind::body)) == 2);
    CHECK(zone(article, ZoneKind::credit) == "(Reporting by Ida Brandt; editing by Tom Okafor)");
    CHECK(article.byline == "Ida Brandt");
    CHECK(article.authors == std::vector<std::string>{"Ida Brandt"});
    CHECK(article.agency == std::vector<std::string>{"Coastline"});
    CHECK(lines(zone(article, ZoneKind::furniture)) == 6);
    check_nothing_is_lost(wire_page);
}

TEST_CASE("a date glued to the first line becomes a header and the rest is read again") {
    const std::string text =
        " date 2019-03-12 The ferry Anna and her crew at the pier of Westhaven in June 2018. "
        "\u2014 Reuters\n\n"
        "WESTHAVEN: The people of Westhaven have voted to keep the ferry that links the town with "
        "the islands, the council said after all ballots had been counted on Tuesday.\n\n"
        "The ferry has run since 1911.";
    const auto article = read(text);
    CHECK(zone(article, ZoneKind::header) == "date 2019-03-12");
    CHECK(holds(zone(article, ZoneKind::caption), "June 2018"));
    CHECK(archive::edtf(article.published) == "2019-03-12");
    CHECK(article.published.certainty == archive::Certainty::stated);
    CHECK(article.title_basis == TitleBasis::lead);
    CHECK(article.title.rfind("The people of Westhaven have voted to keep the ferry", 0) == 0);
    CHECK(zone(article, ZoneKind::headline).empty());
    check_nothing_is_lost(text);
}

TEST_CASE("pointers to other articles inside the body are furniture and the body stays whole") {
    const std::string text =
        " date 2019-03-12 The council of Westhaven said on Tuesday that it would keep the ferry, "
        "after a vote that many had expected to go the other way.\n\n"
        "Also Read | Why the islands fear for their school\n\n"
        "The harbour master thanked all voters and promised a new engine by the end of the "
        "year.\n\n"
        "Also Read | Ten ferries that are gone";
    const auto article = read(text);
    CHECK(lines(zone(article, ZoneKind::furniture)) == 2);
    CHECK(lines(zone(article, ZoneKind::body)) == 2);
    CHECK(archive::edtf(article.published) == "2019-03-12");
    check_nothing_is_lost(text);
}

TEST_CASE("the short first sentence of a text without blank lines is its standfirst and title") {
    const std::string text =
        "Ferry will \u2018never stop\u2019, mayor tells visiting islanders.\n"
        "The mayor of Westhaven has promised that the ferry to the islands would run for as long "
        "as she holds office, during a meeting with islanders on Friday.\n"
        "She said the town had no other way to thank them for their patience in the last winter.";
    const auto article = read(text);
    CHECK(holds(article.standfirst, "never stop"));
    CHECK(article.title_basis == TitleBasis::standfirst);
    CHECK(lines(zone(article, ZoneKind::body)) == 2);
    CHECK_FALSE(article.published.known());
}

TEST_CASE("subheads are body and credits with an agency are not") {
    const std::string paragraph =
        "The mayor of Westhaven defended the ferry on Saturday, calling it a lifeline for all the "
        "people of the islands who have no other way to reach school and doctor in the winter.\n";
    const std::string text = paragraph + paragraph + "40,000 Passengers\n" + paragraph
                             + "Mayor Warns Council\n" + paragraph + "(With inputs from Reuters)";
    const auto article = read(text);
    CHECK(holds(zone(article, ZoneKind::body), "40,000 Passengers"));
    CHECK(holds(zone(article, ZoneKind::body), "Mayor Warns Council"));
    CHECK(zone(article, ZoneKind::credit) == "(With inputs from Reuters)");
    CHECK(article.agency == std::vector<std::string>{"Reuters"});
    CHECK_FALSE(article.published.known());
}

TEST_CASE("bylines and date lines above the body are read and are no body") {
    const auto article = read(
        "Ferry saved by a handful of votes\n\nBy Ida Brandt and Tom Okafor\n"
        "Published: March 12, 2019, 08:15 GMT\n\nThe people of Westhaven have voted to keep the "
        "ferry that links the town with the islands, the council said.");
    CHECK(zone(article, ZoneKind::byline) == "By Ida Brandt and Tom Okafor");
    CHECK(article.authors == std::vector<std::string>{"Ida Brandt", "Tom Okafor"});
    CHECK(archive::edtf(article.published) == "2019-03-12");
    CHECK(article.published.minute_of_day == 495);
    CHECK(lines(zone(article, ZoneKind::body)) == 1);
}

TEST_CASE("a standfirst and a bare name stand between headline and day") {
    const auto article = read(
        "Ferry saved by a handful of votes\nThe old boat will run for ten more years\nIda Brandt\n"
        "12 March 2019 \u2022 8:15am\n\nThe people of Westhaven have voted to keep the ferry that "
        "links the town with the islands, the council said.");
    CHECK(article.standfirst == "The old boat will run for ten more years");
    CHECK(article.authors == std::vector<std::string>{"Ida Brandt"});
    CHECK(zone(article, ZoneKind::byline) == "Ida Brandt");
    CHECK(lines(zone(article, ZoneKind::body)) == 1);
}

TEST_CASE("labels above the body name their fields") {
    const auto article = read(
        "Title: Ferry saved\nAuthor: Ida Brandt\nDate: 2019-03-12\nSource: The Gull\n"
        "URL: https://gull.example/ferry\n\nThe people of Westhaven have voted to keep the ferry "
        "that links the town with the islands, the council said.");
    CHECK(article.title == "Ferry saved");
    CHECK(article.authors == std::vector<std::string>{"Ida Brandt"});
    CHECK(archive::edtf(article.published) == "2019-03-12");
    CHECK(article.source == "The Gull");
    CHECK(article.url == "https://gull.example/ferry");
    CHECK(lines(zone(article, ZoneKind::body)) == 1);
}

TEST_CASE("an agency that signs below the body is a credit") {
    const auto article = read(
        "WESTHAVEN: The people of the town have voted to keep the ferry that links it with the "
        "islands, the council said.\n\nNobody had expected it.\n\n\u2014 Associated Press");
    CHECK(article.agency == std::vector<std::string>{"AP"});
    CHECK(zone(article, ZoneKind::credit) == "\u2014 Associated Press");
}

TEST_CASE("an update alone infers the publication and never states it") {
    const auto article = read(
        "Ferry saved by a handful of votes\n\nLast updated: 12 March 2019\n\n"
        "The people of Westhaven have voted to keep the ferry, the council said on Tuesday.");
    CHECK(article.published.certainty == archive::Certainty::inferred);
    CHECK(article.published.basis == archive::Basis::modified);
    REQUIRE(article.updated);
    CHECK(archive::edtf(*article.updated) == "2019-03-12");
}

TEST_CASE("a headline that names a day or a cookie stays a headline") {
    for (const char* headline :
         {"What the town remembers of 6 January 2021 and the night that followed",
          "Council wants a new cookie law for all ferries",
          "Comments on the ferry divide the town"}) {
        CAPTURE(headline);
        const auto article = read(std::string(headline) +
                                  "\n\nThe people of Westhaven have voted to keep the ferry that "
                                  "links the town with the islands, the council said.");
        CHECK(article.title == headline);
        CHECK(article.title_basis == TitleBasis::text);
    }
}

TEST_CASE("a sentence that begins like a promo or a pointer stays body") {
    const std::string text =
        "The people of Westhaven have voted to keep the ferry that links the town with the "
        "islands, the council said on Tuesday.\n\n"
        "Comments made before the vote had been harsh, the mayor told reporters in the hall.\n\n"
        "Read more than a page of the old contract and you will find the word patience in it.";
    CHECK(lines(zone(read(text), ZoneKind::body)) == 3);
}

TEST_CASE("hard-wrapped paragraphs are joined and keep every word") {
    const std::string text =
        "Ferry saved by a handful of votes\n\n"
        "The people of Westhaven have voted to keep the ferry that links\n"
        "the town with the islands. The council said all ballots had been\n"
        "counted by midnight and that turnout was the highest since the\n"
        "war.\n\n"
        "Nobody had expected the result, least of all the harbour master,\n"
        "who had sold his boat.";
    const auto article = read(text);
    CHECK(lines(zone(article, ZoneKind::body)) == 2);
    check_nothing_is_lost(text);
}

TEST_CASE("a dateline on a line of its own is a dateline zone") {
    const auto article = read(
        "Ferry saved by a handful of votes\n\nWESTHAVEN, March 12, 2019 (AP)\n\n"
        "The people of Westhaven have voted to keep the ferry that links the town with the "
        "islands, the council said.");
    CHECK(holds(zone(article, ZoneKind::dateline), "WESTHAVEN"));
    CHECK(article.agency == std::vector<std::string>{"AP"});
    CHECK(archive::edtf(article.published) == "2019-03-12");
}

TEST_CASE("every word of any text is in exactly one zone") {
    const std::vector<std::string> pieces{
        "date 2019-03-12 ",
        "Published: 12 March 2019 ",
        "\n",
        "\n\n",
        "  \t",
        "\u00a0",
        "Also Read | More here\n",
        "By Ann Lee\n",
        "• World\n",
        "Home > News > World\n",
        "SEOUL (Reuters) - ",
        "(Reporting by A B; editing by C D)\n",
        "Next In World\n",
        "The quick brown fox jumps over the lazy dog and goes on to do so for a good while longer, "
        "as foxes will when nobody stops them.\n",
        "a short line\n",
        "lower case begins this line and goes on for about fifty bytes\n",
        "Foto: X\n",
        "新華社の記事です。\n",
        "Reuters\n",
        "\u2022\n",
        "2024-11-30\n",
        ":\n",
        "(\n"};
    unsigned state = 7;
    const auto next = [&state] { return state = state * 1'103'515'245U + 12'345U; };
    for (int round = 0; round < 400; ++round) {
        std::string text;
        const unsigned count = next() / 65'536U % 24U;
        for (unsigned i = 0; i < count; ++i) text += pieces[next() / 65'536U % pieces.size()];
        CAPTURE(text);
        // no-break blanks part words for us and not for the stream that counts them here
        std::string plain = text;
        for (std::size_t at = plain.find("\u00a0"); at != std::string::npos;
             at = plain.find("\u00a0", at)) {
            plain.replace(at, 2, " ");
        }
        check_nothing_is_lost(plain);
        (void)read(text);
    }
}

TEST_CASE("an empty text gives an article without zones") {
    CHECK(article_from_text("").zones.empty());
    CHECK(article_from_text(" \n\t\n").zones.empty());
}

TEST_CASE("seed 000 gives date prefix, caption, dateline and a title from its lead") {
    SEED_OR_SKIP(text, "000");
    const auto article = read(text);
    CHECK(archive::edtf(article.published) == "2024-11-30");
    CHECK(article.published.certainty == archive::Certainty::stated);
    CHECK(article.published.basis == archive::Basis::text_header);
    CHECK(zone(article, ZoneKind::header) == "date 2024-11-30");
    CHECK(zone(article, ZoneKind::caption).rfind("Russia's President", 0) == 0);
    CHECK(lines(zone(article, ZoneKind::body)) == 13);
    CHECK(zone(article, ZoneKind::body).rfind("SEOUL: North Korean leader", 0) == 0);
    CHECK(zone(article, ZoneKind::furniture).empty());
    CHECK(article.title_basis == TitleBasis::lead);
    CHECK(article.title.rfind("North Korean leader Kim Jong Un has expressed", 0) == 0);
    CHECK(article.language == "en");
    check_nothing_is_lost(text);
}

TEST_CASE("seed 001 gives headline, section, day, caption, agency, credit and 13 lines furniture") {
    SEED_OR_SKIP(text, "001");
    const auto article = read(text);
    CHECK(article.title_basis == TitleBasis::text);
    CHECK(article.title.rfind("North Korea leader Kim: Russia has right", 0) == 0);
    CHECK(article.section == "World");
    CHECK(archive::edtf(article.published) == "2024-11-30");
    CHECK(lines(zone(article, ZoneKind::header)) == 2);
    CHECK(zone(article, ZoneKind::caption).rfind("FILE PHOTO", 0) == 0);
    CHECK(lines(zone(article, ZoneKind::body)) == 4);
    CHECK(article.agency == std::vector<std::string>{"Reuters"});
    CHECK(article.authors == std::vector<std::string>{"Jack Kim"});
    CHECK(lines(zone(article, ZoneKind::credit)) == 1);
    CHECK(lines(zone(article, ZoneKind::furniture)) == 13);
    CHECK(holds(zone(article, ZoneKind::furniture), "Crans-Montana"));
    CHECK_FALSE(holds(zone(article, ZoneKind::body), "Crans-Montana"));
    check_nothing_is_lost(text);
}

TEST_CASE("seed 002 gives a standfirst, a whole body and no date") {
    SEED_OR_SKIP(text, "002");
    const auto article = read(text);
    CHECK(article.title_basis == TitleBasis::standfirst);
    CHECK(lines(zone(article, ZoneKind::standfirst)) == 1);
    CHECK(lines(zone(article, ZoneKind::body)) == 14);
    CHECK(article.zones.size() == 2);
    CHECK_FALSE(article.published.known());
    check_nothing_is_lost(text);
}

TEST_CASE("seed 003 gives four lines of furniture and a whole body") {
    SEED_OR_SKIP(text, "003");
    const auto article = read(text);
    CHECK(archive::edtf(article.published) == "2024-06-19");
    CHECK(lines(zone(article, ZoneKind::furniture)) == 4);
    CHECK(lines(zone(article, ZoneKind::body)) == 9);
    CHECK(zone(article, ZoneKind::header) == "date 2024-06-19");
    check_nothing_is_lost(text);
}

TEST_CASE("seed 004 keeps its subheads in the body and is undated") {
    SEED_OR_SKIP(text, "004");
    const auto article = read(text);
    CHECK_FALSE(article.published.known());
    CHECK(holds(zone(article, ZoneKind::body), "10,000 Troops\n"));
    CHECK(holds(zone(article, ZoneKind::body), "Kim Warns US\n"));
    CHECK(zone(article, ZoneKind::credit) == "(With inputs from Reuters)");
    CHECK(article.agency == std::vector<std::string>{"Reuters"});
    CHECK(article.title_basis == TitleBasis::lead);
    check_nothing_is_lost(text);
}
