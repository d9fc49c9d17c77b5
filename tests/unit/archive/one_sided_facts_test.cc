// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/one_sided_figures.h"
#include "tests/support/compared.h"

#include <doctest/doctest.h>

using namespace archive;
using tests::body_of;

namespace {

std::string figures(std::string_view left, std::string_view right) {
    return tests::shown(one_sided_figures(left, right));
}

std::string names(const Article& left, const Article& right) {
    return tests::shown(compare(left, right).names);
}

std::string names(std::string_view left, std::string_view right, std::string_view language = "en") {
    return names(body_of(left, language), body_of(right, language));
}

Article tagged(std::string_view text, std::vector<std::string> people) {
    auto article = body_of(text);
    for (auto& name : people) article.entities.push_back({EntityType::person, std::move(name), 1});
    return article;
}

}  // namespace

TEST_CASE("figures that one side lacks are told as written, in order, once") {
    CHECK(figures("On 19 June 212 boats and 40 crews met 212 more.", "On 19 June the boats met.")
          == "left: 212, 40 / right:");
    CHECK(figures("It cost 10,000 crowns in 2019.", "It cost 3.5 million in 2018, at 11:30.")
          == "left: 10,000, 2019 / right: 3.5, 2018, 11, 30");
    CHECK(figures("", "") == "left: / right:");
}

TEST_CASE("the value of a figure counts, not its looks") {
    CHECK(figures("10,000 men", "10000 men, 10 000 men, 10.000 men") == "left: / right:");
    CHECK(figures("40 percent", "40% and 40 per cent") == "left: / right:");
    CHECK(figures("on the 15th of May 1990s", "on 15 May 1990") == "left: / right:");
    CHECK(figures("05.06.2024", "5 and 6 of 2024") == "left: / right:");
    CHECK(figures("٤٠ سفينة", "40 سفينة") == "left: / right:");
    CHECK(figures("10 000 men", "10 men") == "left: 10 000 / right: 10");
    CHECK(figures("the season 2024-25", "the season 2024") == "left: 25 / right:");
}

TEST_CASE("a word with a figure inside is none") {
    CHECK(figures("The G7 met flight QX12.", "Nobody met.") == "left: / right:");
    CHECK(figures("Covid-19", "Covid") == "left: 19 / right:");
}

TEST_CASE("no more figures are told than anybody reads") {
    std::string many;
    for (int i = 0; i < 1'000; ++i) many += std::to_string(i) + " ";
    CHECK(one_sided_figures(many, "").left.size() == most_facts);
}

TEST_CASE("tagged names are told where the text says them and the other's does not") {
    CHECK(names(tagged("Ottoline Brask met Teodor Quill.", {"Teodor Quill", "Ottoline Brask"}),
                tagged("The minister met Brask.", {"Brask"}))
          == "left: Ottoline Brask, Teodor Quill / right:");
    CHECK(names(tagged("He met Brask.", {"Brask"}),
                tagged("He met Ottoline Brask.", {"Ottoline Brask"}))
          == "left: / right: Ottoline Brask");
    CHECK(names(tagged("He met ANN LEE.", {"Ann Lee", "Bo Chu"}),
                tagged("He met Ann Lee.", {"Ann Lee"}))
          == "left: / right:");
}

TEST_CASE("of names inside each other the longest is told") {
    CHECK(names(tagged("Ottoline Brask left. Brask smiled.", {"Brask", "Ottoline Brask"}),
                body_of("She left."))
          == "left: Ottoline Brask / right:");
}

TEST_CASE("without tags names are runs of capitals, the beginning of a sentence is none") {
    CHECK(names("The ferry of Brightwater Ferries left. Pilots waited in Port Ellery for Hana "
                "Okoro-Lind.",
                "The ferry left. All waited.")
          == "left: Brightwater Ferries, Port Ellery, Hana Okoro-Lind / right:");
    CHECK(names("Ottoline Brask of the Bank of the Islands met Ursula van der Meer and Shin "
                "Won-sik on Friday.",
                "They met.")
          == "left: Ottoline Brask, Bank of the Islands, Ursula van der Meer, Shin Won-sik / "
             "right:");
    CHECK(names("On Saturday Brask spoke. However long, Brask spoke.", "She spoke on end.")
          == "left: Brask / right:");
}

TEST_CASE("a first word that may be of the sentence does not hide a name the other has") {
    CHECK(names("Yesterday Ottoline Brask spoke.", "The minister, Ottoline Brask, spoke.")
          == "left: / right:");
    CHECK(names("When Ottoline Brask spoke, all sat.", "All sat when someone spoke.")
          == "left: Ottoline Brask / right:");
}

TEST_CASE("titles, possessives and points of shortened words are not part of a name") {
    CHECK(names("They saw Mr. Kim and Dr Lee off at St. Ives.", "They left.")
          == "left: Kim, Lee, St. Ives / right:");
    CHECK(names("It was Brask’s ferry, said J. K. Holm of it.", "It was a ferry, one said of it.")
          == "left: Brask, J. K. Holm / right:");
}

TEST_CASE("headlines and lines in capitals tell no names") {
    auto left = body_of("BREAKING NEWS FROM VARNHOLM\nThe boats left.");
    left.title = "Brask Tells Pilots To Sail";
    left.title_basis = TitleBasis::field;
    CHECK(names(left, body_of("The boats left.")) == "left: / right:");
}

TEST_CASE("a German noun is no name, two capital words are") {
    CHECK(names("Die Ministerin Ottoline Brask sprach im Hafen mit der NATO über die Boote.",
                "Sie sprach.", "de")
          == "left: Ministerin Ottoline Brask, NATO / right:");
}

TEST_CASE("accents do not make a name another, a small letter does") {
    CHECK(names("He met José Núñez there.", "He met Jose Nunez there.") == "left: / right:");
    CHECK(names("He met Jung there.", "He met jung people there.") == "left: Jung / right:");
}
