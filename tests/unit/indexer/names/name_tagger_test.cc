// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/names/name_tagger.h"

#include "archive/base/files.h"
#include "archive/base/text.h"
#include "indexer/names/name_files.h"
#include "indexer/tag_words.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

using namespace indexer;

namespace {

/// The tagger as it is shipped.
const NameTagger& shipped() {
    static const NameTagger tagger =
        NameTagger::read("config/models/names.model", "config/gazetteer");
    return tagger;
}

/// Words parted by blanks, sentences by lines.
Sentences words_of(std::string_view text) {
    Sentences article;
    for (const auto line : archive::split(text, '\n')) {
        for (const auto word : archive::split(line, ' ')) {
            if (!word.empty()) article.words.push_back(word);
        }
        article.end_sentence();
    }
    return article;
}

/// "PER Imani Adeyemi, LOC Oslo"
std::string names_in(std::string_view text) {
    TaggerBuffers buffers;
    const auto article = words_of(text);
    std::string names;
    for (const auto& name : spans_of(shipped().labels(article, buffers))) {
        if (!names.empty()) names += ", ";
        names += corpus_name(name.type);
        for (auto at = name.begin; at < name.end; ++at)
            names += " " + std::string(article.words[at]);
    }
    return names;
}

std::string tagged(const std::string& tokens) {
    std::istringstream input(tokens);
    std::ostringstream output;
    tag_words(shipped(), input, output);
    return output.str();
}

}  // namespace

TEST_CASE("the shipped tagger finds people, organisations and places of plain news sentences") {
    CHECK(names_in("President Amara Okafor met Prime Minister Lars Lindqvist in Oslo on Tuesday .")
          == "PER Amara Okafor, PER Lars Lindqvist, LOC Oslo");
    CHECK(names_in("The Harbour Workers Union said it would sue the Ministry of Transport .")
          == "ORG Harbour Workers Union, ORG Ministry of Transport");
    CHECK(names_in("Floods reached Mombasa , Kenya , and the coast of Tanzania .")
          == "LOC Mombasa, LOC Kenya, LOC Tanzania");
}

TEST_CASE("months, days, sentence beginnings and peoples are no names to show") {
    CHECK(names_in("However , prices rose in March .\nOn Monday the French minister was silent .")
              .empty());
}

TEST_CASE("what an article says of a word elsewhere decides what it is in a doubtful place") {
    const auto names = names_in(
        "Mayor Georgia Dahl opened the bridge .\nDahl said the bridge would last .\n"
        "Dahl left early .");
    CHECK(names == "PER Georgia Dahl, PER Dahl, PER Dahl");
}

TEST_CASE("labels are one a word, and only of types that are shown") {
    TaggerBuffers buffers;
    const auto article = words_of("The Olympic Games and the Nobel Prize\nin Stockholm .");
    const auto labels = shipped().labels(article, buffers);
    REQUIRE(labels.size() == article.words.size());
    for (const auto label : labels) {
        if (label != outside) CHECK(type_of(label) != NameType::other);
    }
}

TEST_CASE("an empty article has no labels, and an empty model finds no names") {
    TaggerBuffers buffers;
    CHECK(shipped().labels({}, buffers).empty());
    const NameTagger ignorant(NameModel{}, NameLists{});
    const auto article = words_of("Lars Lindqvist lives in Oslo .");
    CHECK(spans_of(ignorant.labels(article, buffers)).empty());
}

TEST_CASE("buffers carry nothing over from one article to the next") {
    TaggerBuffers used;
    TaggerBuffers fresh;
    const auto other = words_of("Mayor Georgia Dahl said so .\nDahl of Acme Corp. was in Rome .");
    const auto article = words_of("Dahl rose .\nGEORGIA WINS IN ROME AGAIN");
    shipped().labels(other, used);
    const auto again = shipped().labels(article, used);
    const auto first = shipped().labels(article, fresh);
    CHECK(std::vector(again.begin(), again.end()) == std::vector(first.begin(), first.end()));
}

TEST_CASE("threads with buffers of their own find the same names with one tagger") {
    const auto article = words_of("President Amara Okafor flew from Oslo to Mombasa , Kenya .");
    std::vector<std::vector<Label>> found(4);
    {
        std::vector<std::jthread> threads;
        for (auto& labels : found) {
            threads.emplace_back([&labels, &article] {
                TaggerBuffers buffers;
                for (int round = 0; round < 20; ++round) {
                    const auto now = shipped().labels(article, buffers);
                    labels.assign(now.begin(), now.end());
                }
            });
        }
    }
    for (const auto& labels : found) CHECK(labels == found.front());
}

TEST_CASE("tagging answers every line with its token unchanged, whatever its bytes are") {
    const std::string odd = "\xFF\xC3(";
    const auto answer = tagged("-DOCSTART- X\n\nOslo\tLOC\r\n" + odd + "\n\n\n.\n");
    CHECK(answer == "-DOCSTART-\tO\n\nOslo\tB-LOC\n" + odd + "\tO\n\n\n.\tO\n");
    CHECK(tagged("").empty());
    CHECK(tagged("\tO\n") == "\tO\n");
}

TEST_CASE("a name of several words is begun once and continued") {
    CHECK(tagged("Lars\nLindqvist\nspoke\n.\n")
          == "Lars\tB-PER\nLindqvist\tI-PER\nspoke\tO\n.\tO\n");
}

TEST_CASE("a long sentence of capitalised words takes no longer a word than a short one") {
    std::string text;
    for (int word = 0; word < 100'000; ++word) text += "Harbour ";
    TaggerBuffers buffers;
    const auto article = words_of(text);
    CHECK(shipped().labels(article, buffers).size() == 100'000);
}

TEST_CASE("the settings name other models and lists, and what is missing is said") {
    archive::Settings settings;
    CHECK(tagger_for(settings).model().size() == shipped().model().size());
    REQUIRE(settings.set("entities.lists=/nonexistent-dateline"));
    CHECK_THROWS_WITH_AS(tagger_for(settings), doctest::Contains("nonexistent-dateline"),
                         archive::Failure);
    REQUIRE(settings.set("entities.model=/nonexistent-dateline/x.model"));
    CHECK_THROWS_WITH_AS(tagger_for(settings), doctest::Contains("x.model"), archive::Failure);
}

TEST_CASE("the questions about the parts of a word are all questions about it, each once") {
    const auto article = words_of(
        "The Bank of the North and Rosa Adams , a painter , met Mr. Okoro in Papua New Guinea .\n"
        "HARBOUR CLOSED AS STORM NEARS\nNorthport Port Authority ( NPA ) said no .");
    ArticleWords facts;
    facts.look_at(article, shipped().lists(), shipped().model().classes());
    for (const auto& sentence : facts.sentences()) {
        for (auto at = sentence.begin; at < sentence.end; ++at) {
            CAPTURE(article.words[at]);
            std::vector<Feature> all;
            features_of(facts, sentence, at, all);
            const AskedWord word(facts, sentence, at);
            const auto keys = word.keys();
            std::vector<Feature> parted;
            for (std::size_t part = 0; part <= remembered_parts; ++part) {
                const auto before = parted.size();
                word.ask(static_cast<About>(part), parted);
                if (part < remembered_parts) CHECK((keys[part] == 0) == (parted.size() == before));
            }
            std::sort(all.begin(), all.end());
            std::sort(parted.begin(), parted.end());
            CHECK(parted == all);
        }
    }
}

TEST_CASE("parts of words that have one key have the same answers") {
    std::map<std::uint64_t, std::vector<Feature>> answers;
    std::size_t again = 0;
    for (const auto* const text :
         {"Ann Lee of Oslo met the Mayor of Bergen . Mr. Lee left Oslo .",
          "the mayor of Oslo met Ann Lee , the Mayor of Bergen .", "ANN LEE LEFT OSLO TODAY",
          "Ann Lee Meets Mayor of Oslo", "<edge> met Ann Lee", "met Ann Lee <edge>"}) {
        const auto article = words_of(text);
        ArticleWords facts;
        facts.look_at(article, shipped().lists(), shipped().model().classes());
        for (const auto& sentence : facts.sentences()) {
            for (auto at = sentence.begin; at < sentence.end; ++at) {
                const AskedWord word(facts, sentence, at);
                const auto keys = word.keys();
                for (std::size_t part = 0; part < remembered_parts; ++part) {
                    if (keys[part] == 0) continue;
                    std::vector<Feature> asked;
                    word.ask(static_cast<About>(part), asked);
                    const auto [place, is_new] = answers.emplace(keys[part], asked);
                    if (!is_new) ++again;
                    CHECK(place->second == asked);
                }
            }
        }
    }
    CHECK(again > 50);
}

TEST_CASE("what one tagger says is not remembered by another with the same buffers") {
    const auto article = words_of("Rosa Adams left Oslo .");
    TaggerBuffers buffers;
    const auto found = spans_of(shipped().labels(article, buffers)).size();
    CHECK(found > 0);
    const NameTagger empty{NameModel(), NameLists()};
    CHECK(spans_of(empty.labels(article, buffers)).empty());
    CHECK(spans_of(shipped().labels(article, buffers)).size() == found);
}
