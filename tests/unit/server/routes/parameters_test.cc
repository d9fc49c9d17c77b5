// SPDX-License-Identifier: GPL-2.0-or-later
#include "server/routes/parameters.h"

#include "archive/base/limits.h"

#include <doctest/doctest.h>

#include <array>
#include <set>

using archive::ErrorCode;
using server::Parameter;
using server::ParameterRow;
using server::ReadParameters;
using server::Takes;
using server::TakesSearch;

namespace {

constexpr archive::DayNumber a_day = 739'000;

ReadParameters asked_of(std::vector<Parameter> parameters) {
    return server::read_parameters(parameters, {}, TakesSearch::yes, a_day);
}

/// The only fault of an address.
archive::Error fault(std::vector<Parameter> parameters) {
    const auto asked = asked_of(std::move(parameters));
    REQUIRE(asked.errors.size() == 1);
    REQUIRE(asked.errors.front().place);
    return asked.errors.front();
}

}  // namespace

TEST_CASE("an address without parameters asks for everything, with the defaults of the table") {
    const auto asked = asked_of({});
    CHECK(asked.errors.empty());
    CHECK(asked.search.q.empty());
    CHECK(asked.search.limit == 20);
    CHECK(asked.search.facet_limit == 10);
    CHECK(asked.search.fold);
    CHECK_FALSE(asked.search.sort);
    CHECK(asked.search.today == a_day);
    CHECK(asked.search.filters.empty());
}

TEST_CASE("every default that the table shows is what leaving the parameter out means") {
    const auto left_out = asked_of({}).search;
    for (const auto& row : server::search_parameters()) {
        if (row.initial.empty()) continue;
        CAPTURE(row.name);
        const auto given = asked_of({{std::string(row.name), std::string(row.initial)}});
        CHECK(given.errors.empty());
        CHECK(given.search.limit == left_out.limit);
        CHECK(given.search.offset == left_out.offset);
        CHECK(given.search.date_basis == left_out.date_basis);
        CHECK(given.search.undated == left_out.undated);
        CHECK(given.search.fold == left_out.fold);
        CHECK(given.search.sort == left_out.sort);
        CHECK(given.search.facet_limit == left_out.facet_limit);
        CHECK(given.search.histogram == left_out.histogram);
        CHECK(given.search.highlight == left_out.highlight);
        CHECK(given.search.strict == left_out.strict);
        CHECK(given.search.explain == left_out.explain);
    }
}

TEST_CASE("each name of a sort, bin, facet and mark means itself") {
    using enum archive::Sort;
    for (const auto sort : {relevance, newest, oldest, added, copies}) {
        CHECK(asked_of({{"sort", std::string(archive::name(sort))}}).search.sort == sort);
    }
    using enum archive::BinUnit;
    for (const auto unit : {none, automatic, year, month, week, day}) {
        CHECK(asked_of({{"histogram", std::string(archive::name(unit))}}).search.histogram == unit);
    }
    for (int kind = 0; kind <= static_cast<int>(archive::FacetKind::certainty); ++kind) {
        const auto facet = static_cast<archive::FacetKind>(kind);
        const auto asked = asked_of({{"facets", std::string(archive::name(facet))}});
        CHECK(asked.search.facets == std::vector{facet});
    }
    CHECK(asked_of({{"highlight", "html"}}).search.highlight == archive::Highlight::html);
    CHECK(asked_of({{"highlight", "none"}}).search.highlight == archive::Highlight::none);
    CHECK(asked_of({{"undated", "only"}}).search.undated == archive::Undated::only);
    CHECK(asked_of({{"date_basis", "added"}}).search.date_basis == archive::DateBasis::added);
    CHECK_FALSE(asked_of({{"fold", "none"}}).search.fold);
    CHECK(asked_of({{"strict", "1"}, {"explain", "1"}}).search.strict);
}

TEST_CASE("a comma list keeps its order and counts a facet once") {
    using enum archive::FacetKind;
    CHECK(asked_of({{"facets", "year,source,year"}}).search.facets == std::vector{year, source});
    CHECK(fault({{"facets", "year,sauce"}}).place->hint == "source");
    CHECK(fault({{"facets", ""}}).code == ErrorCode::parameter_bad_value);
}

TEST_CASE("filters repeat, and a minus before the name excludes") {
    const auto asked = asked_of(
        {{"source", "Harbour Times"}, {"source", "Daily Lantern"}, {"-person", "person:ann-lee"}});
    CHECK(asked.errors.empty());
    REQUIRE(asked.search.filters.size() == 3);
    CHECK(asked.search.filters[1] == archive::ParameterFilter{"source", "Daily Lantern", false});
    CHECK(asked.search.filters[2] == archive::ParameterFilter{"person", "person:ann-lee", true});
}

TEST_CASE("every field that the schema calls a parameter is one") {
    for (const auto& field : archive::schema::fields()) {
        CAPTURE(field.name);
        const std::string value =
            field.matching == archive::schema::Matching::certainty ? "stated" : "x";
        const auto asked = asked_of({{std::string(field.name), value}});
        if (field.parameter) {
            CHECK(asked.errors.empty());
            CHECK(asked.search.filters.size() == 1);
        } else if (field.name != "story" && field.name != "event") {
            CHECK(asked.errors.front().code == ErrorCode::parameter_unknown);
        }
    }
}

TEST_CASE("an unknown name is refused, and the nearest one offered") {
    const auto error = fault({{"sorce", "x"}});
    CHECK(error.code == ErrorCode::parameter_unknown);
    CHECK(error.place->parameter == "sorce");
    CHECK(error.place->hint == "source");
    CHECK(fault({{"-sorce", "x"}}).place->hint == "-source");
    CHECK(fault({{"Limit", "5"}}).place->hint == "limit");
    CHECK(fault({{"zzzzzzzzzzzz", "5"}}).place->hint.empty());
}

TEST_CASE("what cannot be excluded has no name with a minus") {
    CHECK(fault({{"-limit", "5"}}).code == ErrorCode::parameter_unknown);
    CHECK(fault({{"-q", "x"}}).code == ErrorCode::parameter_unknown);
    CHECK(fault({{"--source", "x"}}).code == ErrorCode::parameter_unknown);
}

TEST_CASE("a name given twice is refused where it cannot repeat") {
    const auto error = fault({{"q", "ferry"}, {"q", "strike"}});
    CHECK(error.code == ErrorCode::parameter_repeated);
    CHECK(error.place->parameter == "q");
    CHECK(error.place->found == "strike");
}

TEST_CASE("a value out of its choices is refused, and the message says what there is") {
    const auto error = fault({{"sort", "newst"}});
    CHECK(error.code == ErrorCode::parameter_bad_value);
    CHECK(error.place->hint == "newest");
    CHECK(error.message.find("relevance, newest, oldest, added or copies") != std::string::npos);
    CHECK(fault({{"certainty", "sure"}}).code == ErrorCode::parameter_bad_value);
    CHECK(fault({{"source", ""}}).code == ErrorCode::parameter_bad_value);
    CHECK(fault({{"explain", "yes"}}).code == ErrorCode::parameter_bad_value);
}

TEST_CASE("numbers are digits within their limits") {
    CHECK(asked_of({{"limit", "0"}}).search.limit == 0);
    CHECK(asked_of({{"limit", "200"}}).search.limit == archive::limits::page_rows);
    CHECK(asked_of({{"offset", "10000"}}).search.offset == archive::limits::page_offset);
    for (const char* text : {"201", "-1", "+1", "1.5", "", " 1", "x", "99999999999999999999"}) {
        CAPTURE(text);
        const auto error = fault({{"limit", text}});
        CHECK(error.code == ErrorCode::parameter_bad_value);
        CHECK(error.message.find("0 to 200") != std::string::npos);
        const auto mended = asked_of({{"limit", error.place->hint}});
        CHECK(mended.errors.empty());
    }
    CHECK(fault({{"limit", "201"}}).place->hint == "200");
    CHECK(fault({{"facet_limit", "0"}}).place->hint == "1");
    CHECK(fault({{"offset", "10001"}}).message.find("next") != std::string::npos);
}

TEST_CASE("from and to take years, months and days, and a hint is always a date") {
    const auto asked = asked_of({{"from", "2024"}, {"to", "2024-06"}});
    CHECK(asked.errors.empty());
    CHECK(archive::iso_day(asked.search.from->span.first) == "2024-01-01");
    CHECK(archive::iso_day(asked.search.to->span.last) == "2024-06-30");

    const std::array<std::array<const char*, 2>, 6> mended{{{"2024-13", "2024"},
                                                            {"2024/6/1", "2024-06-01"},
                                                            {"2024-02-31", "2024-02"},
                                                            {"2024-06-01T10:00", "2024-06-01"},
                                                            {"yesterday", ""},
                                                            {"", ""}}};
    for (const auto& [typed, hint] : mended) {
        const std::string text = typed;
        CAPTURE(text);
        const auto error = fault({{"from", text}});
        CHECK(error.code == ErrorCode::parameter_bad_date);
        CHECK(error.place->hint == hint);
    }
}

TEST_CASE("a range that ends before it begins is refused, one that meets itself is not") {
    CHECK(fault({{"from", "2025"}, {"to", "2024-06"}}).code == ErrorCode::parameter_reversed_range);
    CHECK(asked_of({{"from", "2024-06"}, {"to", "2024"}}).errors.empty());
    CHECK(asked_of({{"from", "2024-06-15"}, {"to", "2024-06"}}).errors.empty());
}

TEST_CASE("all faults are told, in the order of the address") {
    const auto asked = asked_of({{"sorce", "x"}, {"limit", "many"}, {"from", "soon"}});
    REQUIRE(asked.errors.size() == 3);
    CHECK(asked.errors[0].code == ErrorCode::parameter_unknown);
    CHECK(asked.errors[1].code == ErrorCode::parameter_bad_value);
    CHECK(asked.errors[2].code == ErrorCode::parameter_bad_date);
}

TEST_CASE("a page without scripts is asked for by 1 and by nothing else") {
    CHECK(asked_of({{"plain", "1"}, {"q", "ferry"}}).errors.empty());
    CHECK(fault({{"plain", "0"}}).code == ErrorCode::parameter_bad_value);
    CHECK(fault({{"plain", "1"}, {"plain", "1"}}).code == ErrorCode::parameter_repeated);
}

TEST_CASE("an endpoint's own row goes before that of the search") {
    constexpr std::array own{
        ParameterRow{
            .name = "limit", .takes = Takes::number, .most = 5, .initial = "3", .help = "x"},
        ParameterRow{.name = "types",
                     .takes = Takes::list,
                     .choices = "word source",
                     .initial = "word,source",
                     .help = "x"}};
    const auto usual = server::read_parameters({}, own, TakesSearch::yes, a_day);
    CHECK(usual.number("limit") == 3);
    CHECK(usual.value("types") == "word,source");
    const std::vector<Parameter> given{{"limit", "5"}, {"types", "source,word"}, {"q", "x"}};
    const auto asked = server::read_parameters(given, own, TakesSearch::yes, a_day);
    CHECK(asked.errors.empty());
    CHECK(asked.number("limit") == 5);
    CHECK(asked.value("types") == "source,word");
    CHECK(asked.search.limit == 20);
    CHECK(asked.search.q == "x");
    const auto alone = server::read_parameters(given, own, TakesSearch::no, a_day);
    REQUIRE(alone.errors.size() == 1);
    CHECK(alone.errors.front().place->parameter == "q");
}

TEST_CASE("the table names each parameter once and says what it is for") {
    std::set<std::string_view> names;
    for (const auto& row : server::search_parameters()) {
        CAPTURE(row.name);
        CHECK(names.insert(row.name).second);
        CHECK_FALSE(row.help.empty());
        CHECK((row.takes == Takes::choice || row.takes == Takes::list) == !row.choices.empty());
    }
}

TEST_CASE("a needed parameter that is left out or empty is one fault that names it") {
    constexpr std::array own{ParameterRow{.name = "left",
                                          .takes = Takes::value,
                                          .help = "the id of an article",
                                          .needed = server::Needed::yes}};
    const auto errors = [&](const std::vector<Parameter>& parameters) {
        return server::read_parameters(parameters, own, TakesSearch::no, a_day).errors;
    };
    CHECK(errors({{"left", "x"}}).empty());
    for (const auto& given : {std::vector<Parameter>{}, std::vector<Parameter>{{"left", ""}}}) {
        const auto faults = errors(given);
        REQUIRE(faults.size() == 1);
        CHECK(faults.front().code == ErrorCode::parameter_bad_value);
        CHECK(faults.front().place->parameter == "left");
    }
}
