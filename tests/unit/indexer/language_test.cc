// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/analysis/language.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>

using namespace indexer;

TEST_CASE("a paragraph names its language") {
    const std::pair<const char*, const char*> texts[]{
        {"en", "The council of the harbour town has decided to keep the ferry to the islands."},
        {"de", "Der Rat der Hafenstadt hat beschlossen, die Fähre zu den Inseln zu behalten."},
        {"fr", "Le conseil de la ville portuaire a décidé de garder le bac vers les îles."},
        {"es", "El concejo de la ciudad portuaria ha decidido conservar el barco a las islas."},
        {"pl", "Rada miasta portowego postanowiła zachować prom na wyspy po długiej nocy."},
        {"ru", "Совет портового города решил сохранить паром на острова после долгой ночи."},
        {"ja", "港町の議会は、島々を結ぶ渡し船を残すことを決めた。長い夜の開票の後だった。"}};
    for (const auto& text : texts) {
        CAPTURE(text.second);
        CHECK(detected_language(text.second) == text.first);
    }
}

TEST_CASE("too little to tell is no language") {
    CHECK(detected_language("").empty());
    CHECK(detected_language("Kim Jong Un").empty());
    CHECK(detected_language("10,000").empty());
}

TEST_CASE("declared languages become codes") {
    CHECK(language_code("en-US") == "en");
    CHECK(language_code("pt_BR") == "pt");
    CHECK(language_code("DE") == "de");
    CHECK(language_code("eng") == "en");
    CHECK(language_code("nb-NO") == "no");
    CHECK(language_code("english").empty());
    CHECK(language_code("und").empty());
    CHECK(language_code("").empty());
}

TEST_CASE("a long text overrules its label and a short one keeps it") {
    const std::string german =
        "Der Rat der Hafenstadt hat in der Nacht beschlossen, die Fähre zu den Inseln zu behalten, "
        "obwohl der Betrieb seit Jahren Verluste macht und das Schiff alt ist.";
    CHECK(language_of(german, "", "en") == "de");
    CHECK(language_of("Kim Jong Un", "", "ko") == "ko");
    CHECK(language_of("", german, "") == "de");
    CHECK(language_of("", "", "") == "und");
}
