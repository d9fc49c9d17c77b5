// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/sources/second_reading.h"

#include "archive/index/article_codec.h"
#include "indexer/analysis/chain.h"
#include "indexer/extract/extract.h"
#include "tests/support/input_folder.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

using namespace indexer;
using archive::Article;
using archive::ZoneKind;

namespace {

/// A source whose articles are read in runs, as an archive of its own.
class Newsroom {
public:
    using Articles = std::map<std::string, Article>;

    void file(const std::string& id, const std::string& text, const std::string& filed = "") {
        Article article = article_from_text(text);
        article.provenance.reader = "text";
        add(id, std::move(article), filed);
    }
    void add(const std::string& id, Article article, const std::string& filed = "") {
        article.id = id;
        if (article.source.empty()) article.source = "The Gull";
        analyse(article);
        date_undated(article, filed);
        spooled_.push_back(spooled_with_notes(spool_, article, filed));
    }

    /// Ends a run.
    Articles read() {
        const std::string piece = "piece" + std::to_string(pieces_.size());
        archive::SourcePiece facts(folder_ / piece);
        read_again(
            spooled_, spool_, archive::SourceRecords(folder_.path(), pieces_),
            [](const archive::SpooledArticle&) { return true; },
            [&](const archive::SourceFacts& found) { facts.add(found); }, NameKnowledge(), 2);
        pieces_.push_back({piece, facts.finish()});
        Articles articles;
        for (const auto& entry : spooled_) {
            articles[std::string(entry.id)] =
                archive::decode_article(archive::unpacked(spool_.packed(entry)));
        }
        spooled_.clear();
        return articles;
    }
    void shuffle() { std::reverse(spooled_.begin(), spooled_.end()); }

private:
    InputFolder folder_;
    archive::Spool spool_{folder_.path()};
    std::vector<archive::SpooledArticle> spooled_;
    std::vector<archive::NamedFile> pieces_;
};

std::string zone(const Article& article, ZoneKind kind) {
    std::string text;
    for (const auto& one : article.zones) {
        if (one.kind == kind) text += one.text + "\n";
    }
    return text;
}

bool holds(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

/// Three paragraphs that no other story has.
std::string story(const std::string& word) {
    return "The " + word + " was carried through the harbour in front of a crowd of nine hundred "
           + "people this week.\n" + "Nobody could say where the " + word
           + " had come from, although the harbour master had asked everybody on the quay.\n"
           + "A meeting about the " + word
           + " will be held in the town hall as soon as the mayor is back from the island.\n";
}

std::string page(const std::string& word) {
    return "The Gull online\n" + word + " seen in the harbour again\nBy Ann Lee\n" + story(word)
           + "Share with a friend\nWrite to the editor of the Gull\n";
}

const std::vector<std::string> words{"Piano", "Wardrobe", "Carousel", "Lighthouse", "Organ"};

std::string wire_story() {
    return "HOLM (Coastline) - The strait was closed to ships of every kind for the third day "
           "running because of the fog.\n"
           "Pilots said that they had not seen the other shore since Tuesday and did not expect to "
           "before the weekend.\n"
           "The port authority has asked captains to wait for a signal before they leave the roads "
           "again.\n"
           "Fishing boats that were caught outside have found shelter behind the island and are "
           "said to be safe.\n";
}

}  // namespace

TEST_CASE("lines that stand in the articles of a source again and again are furniture") {
    Newsroom room;
    for (const auto& word : words) room.file(word, page(word));
    const auto articles = room.read();
    REQUIRE(articles.size() == words.size());
    for (const auto& word : words) {
        const auto& article = articles.at(word);
        CAPTURE(word);
        const auto furniture = zone(article, ZoneKind::furniture);
        CHECK(holds(furniture, "The Gull online"));
        CHECK(holds(furniture, "Share with a friend"));
        CHECK(holds(furniture, "Write to the editor"));
        CHECK(zone(article, ZoneKind::body) == story(word));
        CHECK(article.title == word + " seen in the harbour again");
        CHECK(article.byline == "By Ann Lee");
    }
}

TEST_CASE("the order of files does not decide what is furniture") {
    Newsroom forwards, backwards;
    for (const auto& word : words) forwards.file(word, page(word));
    for (const auto& word : words) backwards.file(word, page(word));
    backwards.shuffle();
    CHECK(forwards.read() == backwards.read());
}

TEST_CASE("a source of two articles is left alone") {
    Newsroom room;
    room.file("a", page("Piano"));
    room.file("b", page("Organ"));
    const auto articles = room.read();
    CHECK_FALSE(holds(zone(articles.at("a"), ZoneKind::furniture), "Write to the editor"));
}

TEST_CASE("a wire story told several times in a source keeps its body") {
    for (const std::size_t copies : {2U, 3U, 5U}) {
        CAPTURE(copies);
        Newsroom room;
        for (std::size_t i = 0; i < words.size(); ++i) {
            const bool copy = i < copies;
            room.file(words[i],
                      copy ? "Fog closes the strait, paper " + words[i] + "\n" + wire_story()
                           : page(words[i]));
        }
        const auto articles = room.read();
        for (std::size_t i = 0; i < copies; ++i)
            CHECK(zone(articles.at(words[i]), ZoneKind::body) == wire_story());
    }
}

TEST_CASE("new articles are judged with the counts of earlier runs") {
    Newsroom room;
    for (const auto& word : words) room.file(word, page(word));
    room.read();
    room.file("f", page("Trombone"));
    const auto articles = room.read();
    CHECK(holds(zone(articles.at("f"), ZoneKind::furniture), "Write to the editor"));
    CHECK(zone(articles.at("f"), ZoneKind::body) == story("Trombone"));
}

TEST_CASE("a copy of a story of an earlier run keeps its body") {
    Newsroom room;
    for (const auto& word : words) room.file(word, page(word));
    room.file("w", "Fog closes the strait\n" + wire_story());
    room.read();
    room.file("x", "Strait closed by fog, pilots say\n" + wire_story());
    CHECK(zone(room.read().at("x"), ZoneKind::body) == wire_story());
    room.file("y", "No ships in the strait for a third day\n" + wire_story());
    CHECK(zone(room.read().at("y"), ZoneKind::body) == wire_story());
}

TEST_CASE("an article of which every line repeats keeps its body") {
    Newsroom room;
    for (const char* id : {"a", "b", "c", "d"})
        room.file(id, "Tides\nHigh water 4:10\nLow water 10:25\n");
    for (const auto& [id, article] : room.read())
        CHECK(holds(zone(article, ZoneKind::body), "High water"));
}

TEST_CASE("no line is lost or told twice") {
    Newsroom room;
    for (const auto& word : words) room.file(word, page(word));
    const auto articles = room.read();
    for (const auto& word : words) {
        std::string all;
        for (const auto& one : articles.at(word).zones) all += one.text + "\n";
        CHECK(all == page(word));
    }
}

TEST_CASE("what every week of a printed paper repeats stays its text") {
    Newsroom room;
    for (const auto& word : words) {
        std::string week = "The Westhaven " + word + " list\n";
        for (int entry = 0; entry < 12; ++entry) {
            week += "the widow of a boatman who was\nlost with the " + word + "\noff the island, "
                    "aged\nnear eighty years.\nHis son Pieter, aged\n3 years.\nDitto.\n";
        }
        room.file(word, week);
    }
    for (const auto& read : room.read()) {
        CAPTURE(read.first);
        CHECK(zone(read.second, ZoneKind::furniture).empty());
        CHECK(holds(zone(read.second, ZoneKind::body), "His son Pieter, aged 3 years."));
    }
}

TEST_CASE("blocks of pages that repeat become furniture and the title stays") {
    Newsroom room;
    for (const auto& word : words) {
        Article article;
        article.provenance.reader = "html";
        article.title = "Weather";
        article.title_basis = archive::TitleBasis::h1;
        article.zones = {{ZoneKind::headline, "Weather"},
                         {ZoneKind::body, story(word) + "Support the Gull for two crowns a month"}};
        room.add(word, article);
    }
    for (const auto& [id, article] : room.read()) {
        CHECK(article.title == "Weather");
        CHECK(zone(article, ZoneKind::headline) == "Weather\n");
        CHECK(zone(article, ZoneKind::furniture) == "Support the Gull for two crowns a month\n");
    }
}

TEST_CASE("a text too short to tell is in the language of its source") {
    Newsroom room;
    const std::string german =
        "Der Fährmann hat am Morgen die Leine losgemacht, und niemand auf dem Kai hat sich darüber "
        "gewundert, denn das tut er seit dreißig Jahren an jedem Morgen um diese Zeit";
    for (const auto& word : words) room.file(word, german + " (" + word + ").\n");
    Article headline;
    headline.title = "Sturm";
    headline.title_basis = archive::TitleBasis::field;
    headline.zones = {{ZoneKind::headline, "Sturm"}};
    room.add("h", headline);
    const auto articles = room.read();
    CHECK(articles.at("Piano").language == "de");
    CHECK(articles.at("h").language == "de");
}

TEST_CASE("a date of either order follows the dates of its source") {
    const auto with_date = [](const std::string& date) {
        return "Ferry saved near Holm\n" + date + "\n" + story("Piano");
    };
    for (const bool month_first : {false, true}) {
        Newsroom room;
        room.file("a", with_date(month_first ? "11/30/2024" : "30/11/2024"));
        room.file("b", with_date("03/04/2024"));
        room.file("c", with_date("03.04.2024"));
        const auto articles = room.read();
        CHECK(archive::edtf(articles.at("b").published)
              == (month_first ? "2024-03-04" : "2024-04-03"));
        CHECK(archive::edtf(articles.at("c").published) == "2024-04-03");
    }
}

TEST_CASE("the path of an undated article tells its day where all paths of the source do") {
    const auto dated = [](const std::string& day) {
        return "Ferry saved near Holm\nPublished: " + day + "\n" + story("Piano");
    };
    for (const bool agree : {true, false}) {
        Newsroom room;
        room.file("a", dated("2016-11-05"), "2016/11/05/a.txt");
        room.file("b", dated("2016-11-06"), "2016/11/06/b.txt");
        room.file("c", dated(agree ? "2016-11-07" : "2015-01-02"), "2016/11/07/c.txt");
        room.file("d", "Organ found on the quay\n" + story("Organ"), "2016/11/09/d.txt");
        const auto date = room.read().at("d").published;
        CHECK(archive::edtf(date) == (agree ? "2016-11-09~" : ""));
        if (agree) CHECK(date.basis == archive::Basis::path);
    }
}
