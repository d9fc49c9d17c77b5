// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/index/document.h"

#include "archive/base/limits.h"
#include "archive/index/presence.h"
#include "archive/index/sites.h"
#include "archive/index/tokens.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace archive;

namespace {

std::uint32_t wdf(const Document& document, std::string_view text) {
    const auto found = std::find_if(document.terms.begin(), document.terms.end(),
                                    [&](const Term& term) { return term.text == text; });
    return found == document.terms.end() ? 0 : found->wdf;
}

/// Whether the word of such a term as "S:ferry" stands in that place.
bool stands(const Document& document, std::string_view text) {
    const auto wanted = word_term(text);
    return std::any_of(document.terms.begin(), document.terms.end(), [&](const Term& term) {
        return term.text == wanted->word && (term.places & place_bit(*wanted->place)) != 0;
    });
}

Article ferry() {
    Article article;
    article.id = "b3k7q2m9x4t1c8va";
    article.title = "Ferry strike ends";
    article.title_basis = TitleBasis::field;
    article.zones = {{ZoneKind::headline, "Ferry strike ends"},
                     {ZoneKind::header, "World, 30 November 2024"},
                     {ZoneKind::body, "The ferries sail again.\n\nSailors met the U.S. envoy."},
                     {ZoneKind::caption, "A ferry at rest"},
                     {ZoneKind::furniture, "Subscribe to the ferry newsletter"}};
    article.language = "en";
    return article;
}

/// "zone:headline ferry strike ends zone:body the ... / sailors ..."
std::string stream(const Document& document) {
    std::string line;
    for (const auto& token : document.tokens) {
        if (!line.empty()) line += ' ';
        switch (token.kind) {
            case TokenKind::word: line += document.text(token); break;
            case TokenKind::joined:
                line += "[" + std::string(document.text(token)) + "/" + std::to_string(token.span)
                        + "]";
                break;
            case TokenKind::paragraph: line += "/"; break;
            case TokenKind::zone: line += std::string(name(token.zone)) + ":"; break;
        }
    }
    return line;
}

Document made(const Article& article) {
    return DocumentMaker().make(article);
}

}  // namespace

TEST_CASE("words weigh what their zone weighs") {
    const auto document = made(ferry());
    CHECK(wdf(document, "strike") == 5);
    CHECK(wdf(document, "ferry") == 5 + 1);
    CHECK(wdf(document, "ferries") == 1);
    CHECK(stands(document, "S:ferry"));
    CHECK(wdf(document, "XC:ferry") == 1);
    CHECK(document.length == 3 * 5 + 9 + 4);
    CHECK(document.words_in_body == 9);
}

TEST_CASE("header lines are no words") {
    const auto document = made(ferry());
    CHECK(wdf(document, "november") == 0);
    CHECK(wdf(document, "world") == 0);
}

TEST_CASE("furniture is found through its own prefix only") {
    const auto document = made(ferry());
    CHECK(wdf(document, "newsletter") == 0);
    CHECK(wdf(document, "XF:newsletter") == 1);
    CHECK(document.has_furniture);
}

TEST_CASE("words in capitals are known as such") {
    const auto document = made(ferry());
    CHECK(wdf(document, "us") == 1);
    CHECK(wdf(document, "XU:us") == 1);
    CHECK(wdf(document, "XU:ferry") == 0);
}

TEST_CASE("the lead is the standfirst, or else the first paragraph of the body") {
    auto article = ferry();
    CHECK(stands(made(article), "XI:sail"));
    CHECK_FALSE(stands(made(article), "XI:envoy"));
    article.zones.insert(article.zones.begin() + 1, {ZoneKind::standfirst, "Crews return to work"});
    const auto document = made(article);
    CHECK(stands(document, "XI:crews"));
    CHECK(wdf(document, "crews") == 3);
    CHECK_FALSE(stands(document, "XI:sail"));
}

TEST_CASE("other titles weigh less and a title taken from the lead weighs nothing extra") {
    auto article = ferry();
    article.zones.push_back({ZoneKind::headline, "Crews back on deck"});
    CHECK(wdf(made(article), "crews") == 2);
    article.title_basis = TitleBasis::lead;
    article.title = "The ferries sail again.";
    article.zones.erase(article.zones.begin());
    CHECK(wdf(made(article), "crews") == 1);
    CHECK(wdf(made(article), "sail") == 1);
}

TEST_CASE("a title and a standfirst that are in no zone are indexed all the same") {
    auto article = ferry();
    article.title = "Harbour calm";
    article.standfirst = "Peace at last";
    const auto document = made(article);
    CHECK(wdf(document, "harbour") == 5);
    CHECK(stands(document, "S:calm"));
    CHECK(wdf(document, "strike") == 2);
    CHECK(stands(document, "XI:peace"));
    CHECK(stream(document).starts_with(
        "headline: harbour calm standfirst: peace at last headline: ferry"));
}

TEST_CASE("tokens follow the text, with borders and joined words") {
    Article article;
    article.zones = {{ZoneKind::body, "In self-defence\n  \n\nShe sailed"},
                     {ZoneKind::caption, "…"},
                     {ZoneKind::furniture, "More news\n"}};
    CHECK(stream(made(article))
          == "body: in self defence [selfdefence/2] / she sailed caption: furniture: more news");
}

TEST_CASE("positions are those of the forward store") {
    Article article = ferry();
    article.zones[2].text += "\nIn self-defence, again";
    article.zones.insert(article.zones.begin() + 3, {ZoneKind::body, " "});
    const auto document = made(article);
    std::string bytes;
    TokenEncoder encoder(bytes);
    for (const auto& token : document.tokens) {
        switch (token.kind) {
            case TokenKind::word: encoder.word(token.word); break;
            case TokenKind::joined: encoder.joined(token.span, token.word); break;
            case TokenKind::paragraph: encoder.paragraph(); break;
            case TokenKind::zone: encoder.zone(token.zone); break;
        }
    }
    std::vector<std::uint32_t> placed;
    for_each_token(indexed_zones(article), [&](const PlacedToken& token) {
        if (token.kind == TokenKind::word || token.kind == TokenKind::joined)
            placed.push_back(token.position);
    });
    std::vector<std::uint32_t> walked;
    TokenWalk walk(bytes);
    for (Token token; walk.next(token);) walked.push_back(token.position);
    CHECK(placed == walked);
    CHECK(walked.front() == 0);
    CHECK(walked[3] == 3 + zone_gap);
}

TEST_CASE("placed tokens point at the text they came from") {
    const auto article = ferry();
    const auto zones = indexed_zones(article);
    std::string found;
    for_each_token(zones, [&](const PlacedToken& token) {
        if (token.text == "envoy")
            found = zones[token.zone].text.substr(token.begin, token.end - token.begin);
    });
    CHECK(found == "envoy");
    CHECK(zones[1].zone == 2);
}

TEST_CASE("words are sorted and each is there once, and so is each value") {
    auto article = ferry();
    article.tags = {"Zoo", "zoo"};
    article.authors = {"Ann Lee"};
    const auto document = made(article);
    std::vector<std::string> terms;
    for (const auto& term : document.terms) terms.push_back(term.text);
    CHECK(std::count(terms.begin(), terms.end(), "K:zoo") == 1);
    std::sort(terms.begin(), terms.end());
    CHECK(std::adjacent_find(terms.begin(), terms.end()) == terms.end());
    CHECK(std::adjacent_find(document.words.begin(), document.words.end()) == document.words.end());
    CHECK(std::is_sorted(document.words.begin(), document.words.end()));
}

TEST_CASE("exact values are folded in terms and shown as written") {
    auto article = ferry();
    article.source = "The Straits  Times";
    article.section = "Économie";
    article.authors = {"Ann Lee", "ANN LEE", "Bo Chu"};
    article.agency = {"Reuters"};
    article.tags = {"Elections", "elections", ""};
    const auto document = made(article);
    CHECK(wdf(document, "H:the straits times") == 1);
    CHECK(wdf(document, "XSEC:economie") == 1);
    CHECK(wdf(document, "A:ann lee") == 1);
    CHECK(wdf(document, "A:bo chu") == 1);
    CHECK(wdf(document, "XA:reuters") == 1);
    CHECK(wdf(document, "K:elections") == 1);
    CHECK(wdf(document, "L:en") == 1);
    CHECK(document.values(schema::Names::author) == std::vector<std::string>{"Ann Lee", "Bo Chu"});
    CHECK(document.values(schema::Names::tag) == std::vector<std::string>{"Elections"});
    CHECK(exact_term(schema::prefix::source, "THE Straits Times") == "H:the straits times");
    CHECK(exact_term(schema::prefix::source, " ").empty());
}

TEST_CASE("names are keys with their mentions, one for each spelling that folds alike") {
    auto article = ferry();
    article.entities = {{EntityType::person, "Kim Jong Un", 3},
                        {EntityType::person, "KIM Jong-un", 2},
                        {EntityType::place, "Seoul", 1},
                        {EntityType::org, "!?", 1}};
    const auto document = made(article);
    CHECK(wdf(document, "XE:person kim jong un") == 5);
    CHECK(wdf(document, "XE:place seoul") == 1);
    CHECK(document.values(schema::Names::person) == std::vector<std::string>{"Kim Jong Un"});
    CHECK(document.values(schema::Names::org).empty());
}

TEST_CASE("a site is the host and every parent of two labels") {
    auto article = ferry();
    article.url = "https://user@WWW.News.bbc.co.uk:443/a?b";
    CHECK(site_names(article) == std::vector<std::string>{"news.bbc.co.uk", "bbc.co.uk", "co.uk"});
    article.url.clear();
    article.source = "thestar.com.my";
    CHECK(wdf(made(article), "XH:thestar.com.my") == 1);
    CHECK(wdf(made(article), "XH:com.my") == 1);
    for (const char* source : {"Reuters", "St. Louis Post", "3.14", ".", "a..b", "The U.S."}) {
        CAPTURE(source);
        article.source = source;
        CHECK(site_names(article).empty());
    }
    CHECK(host_of("http://127.0.0.1:8080/") == "127.0.0.1");
    CHECK(host_of("no url").empty());
}

TEST_CASE("every field that can be asked for is present in an article that has everything") {
    auto article = ferry();
    for (const auto presence : {"author", "url", "date"}) CHECK_FALSE(has_value(article, presence));
    article.external_id = "x";
    article.zones.push_back({ZoneKind::credit, "Reporting by Ann Lee"});
    article.standfirst = "Peace";
    article.published.certainty = Certainty::stated;
    article.byline = "By Ann Lee";
    article.authors = {"Ann Lee"};
    article.source = "Gull";
    article.agency = {"Reuters"};
    article.section = "World";
    article.tags = {"ferries"};
    article.url = "https://gull.example/1";
    article.entities = {
        {EntityType::person, "A", 1}, {EntityType::org, "B", 1}, {EntityType::place, "C", 1}};
    const auto document = made(article);
    for (const auto presence : schema::article_presences()) {
        CAPTURE(presence);
        CHECK((document.has & presence_bit(presence)) != 0);
        CHECK_FALSE(has_value(Article{}, presence));
    }
    CHECK(presence_bits(Article{}) == 0);
    CHECK(presence_bit("copies") == 0);
}

TEST_CASE("dates become days, undated is zero") {
    auto article = ferry();
    CHECK(made(article).first_day == 0);
    CHECK(made(article).certainty == Certainty::none);
    article.published.span = *span_of(2024, 11);
    article.published.precision = Precision::month;
    article.published.certainty = Certainty::stated;
    article.updated = article.published;
    const auto document = made(article);
    CHECK(document.first_day == article.published.span.first);
    CHECK(document.last_day == article.published.span.last);
    CHECK(document.precision == Precision::month);
    CHECK(document.updated == article.published.span.first);
}

TEST_CASE("no term is longer than Xapian takes") {
    auto article = ferry();
    article.source = std::string(3000, 'x');
    article.tags = {std::string(200, 'a') + std::string(99, '\xC3') + "\u00D0"};
    for (int i = 0; i < 300; ++i) article.authors.push_back("ж" + article.source);
    article.zones[2].text = std::string(5000, 'q');
    for (const auto& term : made(article).terms) {
        CHECK(term.text.size() <= 245);
        CHECK_FALSE(term.text.empty());
        CHECK(term.wdf > 0);
    }
}

TEST_CASE("an article too long is cut and says so") {
    Article article;
    std::string text;
    while (text.size() < limits::indexed_bytes) text += "longer and longer ";
    article.zones = {{ZoneKind::body, text}, {ZoneKind::body, "unreachable"}};
    const auto document = made(article);
    CHECK(document.cut);
    CHECK(wdf(document, "unreachable") == 0);
    CHECK(wdf(document, "longer") > 100);
    CHECK_FALSE(made(ferry()).cut);
}

TEST_CASE("a maker gives the same document again after others") {
    DocumentMaker maker;
    const auto before = maker.make(ferry());
    Article other;
    other.language = "de";
    for (int i = 0; i < 10'000; ++i)
        other.zones.push_back({ZoneKind::body, "wort" + std::to_string(i)});
    CHECK(maker.make(other).words.size() == 10'000);
    const auto after = maker.make(ferry());
    CHECK(before.terms == after.terms);
    CHECK(before.tokens == after.tokens);
    CHECK(before.words == after.words);
}

TEST_CASE("an empty article makes a document without words") {
    const auto document = made(Article{});
    CHECK(document.terms.empty());
    CHECK(document.tokens.empty());
    CHECK(document.length == 0);
}

TEST_CASE("names are posted by what they do, quotations by their words and speaker") {
    Article article;
    article.language = "en";
    article.zones = {{ZoneKind::headline, "Lee sails"},
                     {ZoneKind::body, "OSLO: Ann Lee sailed.\nBo Chu said \"all ferries sank\"."}};
    article.title = "Lee sails";
    article.title_basis = TitleBasis::field;
    article.entities = {
        {EntityType::person, "Ann Lee", 2, {{0, 0, 3, NameRole::title}, {1, 6, 13, {}}}, true},
        {EntityType::person, "Bo Chu", 1, {{1, 22, 28, {}}}, true},
        {EntityType::place, "Oslo", 0, {{1, 0, 4, NameRole::dateline}}, true}};
    article.quotes = {{1, 34, 52, "person bo chu", "Bo Chu", "", QuoteBasis::verb_before, 90}};
    const auto document = made(article);
    CHECK(wdf(document, "XE:person ann lee") == 2);
    CHECK(wdf(document, "XE:person bo chu") == 1);
    CHECK(wdf(document, "XE:place oslo") == 0);
    CHECK(document.values(schema::Names::place).empty());
    CHECK(wdf(document, "XV:person bo chu") == 1);
    CHECK(stands(document, "XQ:ferries"));
    CHECK_FALSE(stands(document, "XQ:said"));
    CHECK((document.has & presence_bit("place")) == 0);
    REQUIRE(document.quotes.size() == 1);
    CHECK(document.quotes[0].words.last - document.quotes[0].words.first == 3);
}

TEST_CASE("the places of fields that have a value never change, since a column keeps them") {
    const auto names = schema::article_presences();
    const std::vector<std::string_view> on_disk{
        "agency",      "author",   "byline",     "caption", "credit", "date",
        "external_id", "headline", "language",   "org",     "person", "place",
        "section",     "source",   "standfirst", "tag",     "url"};
    CHECK(names.size() <= 32);
    REQUIRE(names.size() >= on_disk.size());
    CHECK(std::equal(on_disk.begin(), on_disk.end(), names.begin()));
}
