// SPDX-License-Identifier: GPL-2.0-or-later
// The labelled pairs of tests/corpus/events: which of them report one event.
#include "indexer/stories/same_event.h"

#include "archive/base/text.h"
#include "indexer/stories/common_terms.h"
#include "indexer/stories/event_clusters.h"
#include "indexer/stories/event_terms.h"

#include <doctest/doctest.h>

#include <fstream>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

using namespace indexer;

namespace {

archive::Date day(const std::string& text) {
    const auto span = archive::parse_iso_span(text);
    REQUIRE(span);
    archive::Date date;
    date.span = span->span;
    date.precision = span->precision;
    date.certainty = archive::Certainty::stated;
    return date;
}

/// The articles of the corpus by name.
std::map<std::string, archive::Article> labelled_articles() {
    std::map<std::string, archive::Article> articles;
    std::ifstream file("tests/corpus/events/articles.txt");
    REQUIRE(file);
    archive::Article* article = nullptr;
    for (std::string line; std::getline(file, line);) {
        const auto colon = line.find(": ");
        const auto key = colon == std::string::npos ? "" : line.substr(0, colon);
        const auto value = colon == std::string::npos ? "" : line.substr(colon + 2);
        if (key == "article") {
            article = &articles[value];
        } else if (key == "date") {
            article->published = day(value);
        } else if (key == "language") {
            article->language = value;
        } else if (key == "title") {
            article->title = value;
            article->title_basis = archive::TitleBasis::field;
        } else if (!line.empty()) {
            article->zones.push_back({archive::ZoneKind::body, line});
        }
    }
    return articles;
}

struct Pair {
    std::string verdict, left, right;
};

std::vector<Pair> labelled_pairs() {
    std::vector<Pair> pairs;
    std::ifstream file("tests/corpus/events/pairs.txt");
    REQUIRE(file);
    for (Pair pair; file >> pair.verdict >> pair.left >> pair.right;) pairs.push_back(pair);
    return pairs;
}

EventReport report(const archive::Article& article) {
    return {event_signature(article), article.published.span};
}

/// How many of some reports have a term.
class Archive {
public:
    void add(const EventReport& report) {
        ++reports_;
        for (const auto term : report.signature.used()) ++with_[term];
    }
    EventVerdict judge(const EventReport& left, const EventReport& right) const {
        return same_event(left, right, reports_, [this](std::uint32_t term) {
            const auto found = with_.find(term);
            return found == with_.end() ? 0U : found->second;
        });
    }

private:
    std::uint32_t reports_ = 0;
    std::unordered_map<std::uint32_t, std::uint32_t> with_;
};

std::string said(Likeness likeness) {
    switch (likeness) {
        case Likeness::same: return "same";
        case Likeness::maybe: return "maybe";
        case Likeness::none: return "other";
    }
    return {};
}

}  // namespace

TEST_CASE("labelled pairs of reports are told apart in an archive of all of them") {
    std::map<std::string, EventReport> reports;
    Archive archive;
    for (const auto& [name, article] : labelled_articles()) {
        reports[name] = report(article);
        archive.add(reports[name]);
    }
    const auto pairs = labelled_pairs();
    CHECK(pairs.size() >= 50);
    for (const auto& pair : pairs) {
        CAPTURE(pair.left);
        CAPTURE(pair.right);
        const auto verdict = archive.judge(reports.at(pair.left), reports.at(pair.right));
        CAPTURE(reason(verdict));
        CHECK(said(verdict.likeness) == pair.verdict);
        CHECK(said(archive.judge(reports.at(pair.right), reports.at(pair.left)).likeness)
              == pair.verdict);
    }
}

TEST_CASE("labelled pairs of reports are told apart with nothing around them") {
    const auto articles = labelled_articles();
    for (const auto& pair : labelled_pairs()) {
        CAPTURE(pair.left);
        CAPTURE(pair.right);
        const auto left = report(articles.at(pair.left));
        const auto right = report(articles.at(pair.right));
        Archive archive;
        archive.add(left);
        archive.add(right);
        const auto verdict = archive.judge(left, right);
        CAPTURE(reason(verdict));
        CHECK(said(verdict.likeness) == pair.verdict);
    }
}

TEST_CASE("reports of one event more than three days apart are not linked") {
    const auto articles = labelled_articles();
    auto later = articles.at("storm-b");
    later.published = day("2023-11-06");
    const auto left = report(articles.at("storm-a"));
    Archive archive;
    archive.add(left);
    archive.add(report(later));
    CHECK(archive.judge(left, report(later)).likeness == Likeness::none);
}

TEST_CASE("a table of prices tells of no event") {
    archive::Article table;
    table.title = "HALDEN METALS CLOSING";
    table.title_basis = archive::TitleBasis::field;
    table.zones = {{archive::ZoneKind::body,
                    "COPPER 882.10 880.00 ZINC 455.00 451.50 LEAD 299.50 300.00 NICKEL 2310.00 "
                    "SILVER 412.10 411.80 TIN 4250 4245 VOL 1550 OPEN HIGH LOW SETT MAY7 JUN7"}};
    CHECK(event_signature(table).count == 0);
}

TEST_CASE("what stands in the news of any day is common") {
    for (const char* word : {"russian", "ukraine", "paris", "minister", "government", "ministre",
                             "bundesregierung", "gobierno", "french"}) {
        CAPTURE(word);
        CHECK(is_common_term(word));
    }
    for (const char* word : {"torvik", "belousov", "breakwater", "petrosyan", "tramontane"}) {
        CAPTURE(word);
        CHECK_FALSE(is_common_term(word));
    }
}

TEST_CASE("of the name of a country or a city every word is common, however long the name") {
    for (const auto* const word : {"emirates", "kentucky", "dakota", "antarctic"}) {
        CAPTURE(word);
        CHECK(is_common_term(word));
    }
}

TEST_CASE("a chain of reports over many days does not become one event") {
    EventClusters clusters;
    std::vector<StoryNode> nodes;
    for (int at = 0; at < 9; ++at) {
        const auto first = day("2024-02-05").span.first + at * 2;
        nodes.push_back(clusters.node(static_cast<StoryKey>(at + 1), {first, first}));
    }
    for (std::size_t at = 1; at < nodes.size(); ++at) clusters.add_alike(nodes[at - 1], nodes[at]);
    CHECK(clusters.root(nodes.front()) == clusters.root(nodes[1]));
    CHECK(clusters.root(nodes.front()) != clusters.root(nodes[2]));
    CHECK(clusters.root(nodes.front()) != clusters.root(nodes.back()));
}
