// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/unit/indexer/plain_texts.h"

#include <doctest/doctest.h>

#include <string>

using archive::ZoneKind;
using namespace plain_texts;

TEST_CASE("lines of print are paragraphs without furniture, and cut words are whole") {
    std::string text = "Westhaven Courier\n";
    for (int column = 0; column < 4; ++column) {  // as a machine reads four columns of a page
        text +=
            "KEEPER OF THE HARBOUR LIGHT RESIGNS\n"
            "The keeper of the light at West-\n"
            "haven, Jonas Ferrel, told the\n"
            "council on Monday that he would\n"
            "watch no more winters from the\n"
            "tower\n"
            "and that the Anglo-\n"
            "French company had offered\n"
            "him a house in the town.\n"
            "Watch the tower lamps go out one\n"
            "by one when he leaves.\n"
            "Foot\n"
            "Hats\n"
            "Gloves\n"
            "Canes\n"
            "Coal\n";
    }
    const auto article = read(text);
    CHECK(zone(article, ZoneKind::furniture).empty());
    const auto body = zone(article, ZoneKind::body);
    CHECK(holds(body,
                "\nKEEPER OF THE HARBOUR LIGHT RESIGNS\n"
                "The keeper of the light at Westhaven, Jonas Ferrel, told the council"));
    CHECK(holds(body, "watch no more winters from the tower and that the Anglo- French company"));
    CHECK(holds(body, "house in the town.\nWatch the tower lamps go out one by one"));
}

TEST_CASE("a page of the web in short lines keeps its furniture apart") {
    std::string text = "Home\nNews\nSport\nMore\nLog in\nFerry saved by a handful of votes\n";
    for (int paragraph = 0; paragraph < 12; ++paragraph) {
        text +=
            "The people of Westhaven have voted to keep the ferry that links the islands.\n"
            "Nobody had expected it, least of all the harbour master, who sold his boat.\n";
    }
    for (int entry = 0; entry < 20; ++entry) text += "sign in\nMost read\n";
    const auto article = read(text);
    CHECK(holds(zone(article, ZoneKind::furniture), "sign in\nMost read"));
    CHECK(article.title == "Ferry saved by a handful of votes");
}
