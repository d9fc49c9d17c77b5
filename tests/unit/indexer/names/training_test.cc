// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/base/error.h"
#include "archive/base/files.h"
#include "indexer/names/training/crf_training.h"
#include "indexer/names/training/raw_text.h"
#include "indexer/names/training/score.h"
#include "indexer/names/training/silver_text.h"
#include "indexer/names/training/word_class_training.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <string>
#include <vector>

using namespace indexer;

namespace {

/// A file of labelled text that is gone afterwards.
class LabelledFile {
public:
    explicit LabelledFile(const std::string& text)
        : path_((std::filesystem::temp_directory_path()
                 / ("dateline-labelled-" + std::to_string(::getpid()) + ".bio"))
                    .string()) {
        std::filesystem::remove(path_);
        archive::write_whole_file(path_, text);
    }
    ~LabelledFile() { std::filesystem::remove(path_); }
    LabelledFile(const LabelledFile&) = delete;
    LabelledFile& operator=(const LabelledFile&) = delete;

    const std::string& path() const { return path_; }

private:
    std::string path_;
};

std::vector<LabelledArticle> labelled(const std::string& text) {
    return read_labelled(LabelledFile(text).path());
}

/// People speak and places are gone to: enough to learn the two apart.
std::vector<LabelledArticle> lesson() {
    constexpr std::array people{"Adeyemi", "Lindqvist", "Okafor", "Dahl", "Marsh"};
    constexpr std::array places{"Oslo", "Mombasa", "Bergen", "Lagos", "Turku"};
    std::string text;
    for (int round = 0; round < 6; ++round) {
        for (const char* person : people) {
            for (const char* place : places) {
                text += "-DOCSTART-\tO\n\nMr.\tO\n" + std::string(person)
                        + "\tB-PER\nflew\tO\nto\tO\n" + place + "\tB-LOC\n.\tO\n\n";
            }
        }
    }
    return labelled(text);
}

}  // namespace

TEST_CASE("labelled text is read with its sentences, articles and names") {
    const auto articles = labelled(
        "-DOCSTART-\tO\n\nRosa\tB-PER\nAdams\tI-PER\nAcme\tI-ORG\n\nShe\tO\nleft\tO\n"
        "-DOCSTART-\tO\n\nOslo\tB-LOC\nBergen\tB-LOC\n");
    REQUIRE(articles.size() == 2);
    CHECK(articles[0].ends == std::vector<std::uint32_t>{3, 5});
    CHECK(spans_of(articles[0].labels)
          == std::vector<NameSpan>{{0, 2, NameType::person}, {2, 3, NameType::org}});
    CHECK(spans_of(articles[1].labels)
          == std::vector<NameSpan>{{0, 1, NameType::place}, {1, 2, NameType::place}});
}

TEST_CASE("demonyms marked as places are names of the kind that is not shown") {
    NameLists lists;
    lists.add_names("DE\tDanish\nDE\tPeru\nCO\tPeru\n", "small.tsv");
    auto articles = labelled("Danish\tB-LOC\nPeru\tB-LOC\nDanish\tB-LOC\nSound\tI-LOC\n");
    unname_demonyms(articles, lists);
    CHECK(spans_of(articles[0].labels)
          == std::vector<NameSpan>{
              {0, 1, NameType::other}, {1, 2, NameType::place}, {2, 4, NameType::place}});
}

TEST_CASE("a line of labelled text without a known label is refused with its number") {
    for (const char* text : {"Rosa\tB-PER\nAdams\n", "Rosa\tO\nAdams\tB-XXX\n", "a\tO\nb\tPER\n"}) {
        CAPTURE(text);
        const LabelledFile file(text);
        try {
            read_labelled(file.path());
            FAIL("was taken");
        } catch (const archive::Failure& failure) {
            CHECK(failure.error().where == file.path() + ":2");
        }
    }
}

TEST_CASE("what is taught is learned, carries to new names, and twice makes the same model") {
    const NameLists lists;
    const WordClasses classes;
    TrainingPlan plan;
    const auto taught = lesson();
    const auto model = train_crf(taught, lists, classes, plan);
    CHECK(model.to_bytes(1) == train_crf(taught, lists, classes, plan).to_bytes(1));
    const NameTagger tagger(model, lists);
    const auto unseen = labelled("Mr.\tO\nNakamura\tB-PER\nflew\tO\nto\tO\nQuito\tB-LOC\n.\tO\n");
    const auto tally = score(tagger, unseen).shown();
    CHECK(tally.right == 2);
    CHECK(tally.extra + tally.missed == 0);
    CHECK(tally.f1() == 100);
}

TEST_CASE("what one place of a name tells is learned for the others") {
    // "saw" stands before people and places alike: only the other sentence tells them apart.
    std::string text;
    for (int round = 0; round < 8; ++round) {
        for (const char* name : {"Adeyemi", "Lindqvist", "Okafor", "Dahl"}) {
            const std::string word(name);
            const bool person = (static_cast<std::size_t>(round) + word.size()) % 2 == 0;
            const std::string label = person ? "\tB-PER\n" : "\tB-LOC\n";
            text += "-DOCSTART-\tO\n\nthey\tO\nsaw\tO\n" + word + label + ".\tO\n\n";
            text += (person ? "Mr.\tO\n" : "in\tO\n") + word + label + ".\tO\n\n";
        }
    }
    const NameTagger tagger(train_crf(labelled(text), {}, {}, {}), {});
    const auto unseen = labelled(
        "they\tO\nsaw\tO\nMarsh\tB-PER\n.\tO\n\nMr.\tO\nMarsh\tB-PER\n.\tO\n\n"
        "-DOCSTART-\tO\n\nthey\tO\nsaw\tO\nMarsh\tB-LOC\n.\tO\n\nin\tO\nMarsh\tB-LOC\n.\tO\n");
    CHECK(score(tagger, unseen).shown().right == 4);
}

TEST_CASE("of silver text those sentences are taken whose names are found") {
    const NameTagger judge(train_crf(lesson(), {}, {}, {}), {});
    const auto silver = labelled(
        "Mr.\tO\nDahl\tB-PER\nflew\tO\nto\tO\nTurku\tB-LOC\n.\tO\n\n"
        "Mr.\tO\nDahl\tB-LOC\nflew\tO\nto\tO\nTurku\tB-LOC\n.\tO\n\n"
        "Mr.\tO\nDahl\tB-PER\n\n");
    const auto kept = agreed_sentences(silver, judge);
    REQUIRE(kept.size() == 1);
    CHECK(kept[0].ends == std::vector<std::uint32_t>{6});
    CHECK(kept[0].words[1] == "Dahl");
    CHECK(type_of(kept[0].labels[1]) == NameType::person);
}

TEST_CASE("a name counts only when both ends and the type are right") {
    Score score;
    score.add({{0, 2, NameType::person}, {4, 5, NameType::place}, {7, 8, NameType::org}},
              {{0, 2, NameType::person}, {4, 6, NameType::place}, {7, 8, NameType::place}});
    CHECK(score.shown().right == 1);
    CHECK(score.shown().extra == 2);
    CHECK(score.shown().missed == 2);
}

TEST_CASE("recasing changes the wished share of sentences, and the same ones each time") {
    auto articles = lesson();
    auto again = articles;
    recase_some(articles, 20, 10);
    recase_some(again, 20, 10);
    std::size_t capitals = 0;
    std::size_t titles = 0;
    for (std::size_t at = 0; at < articles.size(); ++at) {
        CHECK(articles[at].words == again[at].words);
        capitals += articles[at].words[2] == "FLEW" ? 1U : 0U;
        titles += articles[at].words[2] == "Flew" ? 1U : 0U;
    }
    CHECK(capitals > 0);
    CHECK(titles > capitals);
    CHECK(titles < articles.size() / 2);
}

TEST_CASE("text is cut into sentences and words as corpora do it") {
    std::vector<std::string> sentences;
    for_each_sentence("Sen. Dahl's bill (S. 12) passed, he said. \"Good!\" Then he\nleft.\n\nEnd",
                      [&](const std::vector<std::string_view>& words) {
                          std::string sentence;
                          for (const auto word : words) sentence += std::string(word) + "|";
                          sentences.push_back(sentence);
                      });
    CHECK(sentences
          == std::vector<std::string>{"Sen.|Dahl|'s|bill|(|S.|12|)|passed|,|he|said|.|",
                                      "\"|Good|!|\"|", "Then|he|left|.|", "End|"});
}

TEST_CASE("words with the same neighbours are of one class, and usual forms are known") {
    WordClassTraining training;
    constexpr std::array places{"Oslo", "Bergen", "Lagos", "Turku"};
    constexpr std::array things{"bread", "soup", "rice", "fish"};
    for (int round = 0; round < 30; ++round) {
        for (std::size_t at = 0; at < places.size(); ++at) {
            training.add({"they", "live", "in", places[at], "now"});
            training.add({"they", "eat", "the", things[at], "here"});
        }
    }
    ClassPlan plan;
    plan.fine = 6;
    plan.coarse = 3;
    const auto classes = training.classes(plan);
    const auto class_of = [&](const std::string& word) {
        return classes.as_written(word_hash(word));
    };
    const auto oslo = class_of("Oslo");
    CHECK(oslo.fine != 0);
    CHECK(oslo.usual == UsualCase::capital);
    CHECK(class_of("Turku").fine == oslo.fine);
    CHECK(class_of("bread").fine != oslo.fine);
    CHECK(class_of("fish").fine == class_of("bread").fine);
    CHECK(class_of("BREAD") == WordClass{});
    CHECK(classes.usual(word_hash("bread")) == class_of("bread"));
    CHECK(class_of("bread").usual == UsualCase::small);
    CHECK(class_of("Quito") == WordClass{});
}
