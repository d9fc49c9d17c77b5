// SPDX-License-Identifier: GPL-2.0-or-later
#include "server/json/named_text.h"

#include <doctest/doctest.h>

using archive::EntityType;

namespace {

/// Names in curly brackets with their type, marks in square ones.
std::string shown(const archive::MarkedParagraph& paragraph) {
    const server::NamesInText names({{EntityType::person, "person:ann-lee", "Ann Lee", {"Ann Lee"}},
                                     {EntityType::place, "loc:lee", "Lee", {"Lee"}},
                                     {EntityType::org, "org:cafe-zoe", "Café Zoë", {"Café Zoë"}},
                                     {EntityType::org, "org:un", "UN", {"UN"}}});
    std::string text;
    for (const auto& [segment, entity] : names.named(paragraph)) {
        const auto marked = segment.hit ? "[" + segment.text + "]" : segment.text;
        text +=
            entity.empty() ? marked : "{" + entity.substr(0, entity.find(':')) + " " + marked + "}";
    }
    return text;
}

}  // namespace

TEST_CASE("names are found as they are written, whole words only") {
    CHECK(shown({{"Ann Lee met Ann Leeds.", false}}) == "{person Ann Lee} met Ann Leeds.");
    CHECK(shown({{"Joann Lee, ann lee", false}}) == "Joann {loc Lee}, ann lee");
    CHECK(shown({{"“Ann Lee’s” plan", false}}) == "“{person Ann Lee}’s” plan");
    CHECK(shown({{"Café Zoë and Café Zoëx", false}}) == "{org Café Zoë} and Café Zoëx");
}

TEST_CASE("the longer of two names counts, and names of two letters count in capitals") {
    CHECK(shown({{"Ann Lee in Lee for the UN", false}})
          == "{person Ann Lee} in {loc Lee} for the {org UN}");
}

TEST_CASE("a mark inside a name parts it and loses nothing") {
    CHECK(shown({{"So ", false}, {"Ann", true}, {" Lee ", false}, {"said", true}})
          == "So {person [Ann]}{person  Lee} [said]");
    CHECK(shown({}).empty());
    CHECK(shown({{"", false}, {"Lee", true}}) == "{loc [Lee]}");
}
