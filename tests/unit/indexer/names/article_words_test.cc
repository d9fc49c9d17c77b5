// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/names/article_words.h"

#include "archive/base/error.h"
#include "archive/base/text.h"

#include <doctest/doctest.h>

#include <string_view>

using namespace indexer;

namespace {

NameLists small_lists() {
    NameLists lists;
    lists.add_names("# a comment\nCO\tPapua New Guinea\nLN\tGuinea\nFN\tRosa\nTI\tMr.\nOH\tUnion\n",
                    "small.tsv");
    lists.add_ordinary("the\nharbour\nsaid\n");
    return lists;
}

/// Words parted by blanks, sentences by lines.
ArticleWords facts_of(std::string_view text) {
    static const NameLists lists = small_lists();
    Sentences article;
    for (const auto line : archive::split(text, '\n')) {
        for (const auto word : archive::split(line, ' ')) article.words.push_back(word);
        article.end_sentence();
    }
    ArticleWords facts;
    facts.look_at(article, lists, {});
    return facts;
}

Casing casing_of(std::string_view sentence) {
    return facts_of(sentence).sentences().front().casing;
}

}  // namespace

TEST_CASE("a sentence is told to be in title case or in capitals by most of its words") {
    CHECK(casing_of("The harbour was closed on Monday .") == Casing::usual);
    CHECK(casing_of("Harbour Closed as Storm Nears Coast") == Casing::title);
    CHECK(casing_of("HARBOUR CLOSED AS STORM NEARS") == Casing::capitals);
    CHECK(casing_of("Rosa Adams left .") == Casing::usual);
}

TEST_CASE("listed names are found at their longest, and each word knows its place in them") {
    const auto facts = facts_of("He left Papua New Guinea .");
    const auto& words = facts.words();
    CHECK((words[2].lists & list_country) != 0);
    CHECK(words[2].list_places == 1);
    CHECK(words[3].list_places == 2);
    CHECK((words[4].lists & list_country) != 0);
    CHECK((words[4].lists & list_place) != 0);
    CHECK(words[4].list_places == (4 | 8));
    CHECK(words[1].lists == 0);
}

TEST_CASE("names in small letters are not taken from the lists, but titles are") {
    const auto facts = facts_of("the mr. spoke of papua new guinea .");
    CHECK((facts.words()[1].lists & list_title) != 0);
    CHECK(facts.words()[4].lists == 0);
}

TEST_CASE("a run of capitalised words is known to each of them") {
    const auto facts = facts_of("The Harbour Workers Union said no .");
    for (const std::uint32_t at : {0U, 1U, 2U, 3U}) {
        CHECK(facts.words()[at].run_begin == 0);
        CHECK(facts.words()[at].run_end == 4);
        CHECK((facts.words()[at].run_lists & list_org_head) != 0);
    }
    CHECK(facts.words()[4].run_begin == facts.words()[4].run_end);
}

TEST_CASE("what the article says of a word elsewhere is known wherever it stands") {
    const auto facts = facts_of("Adams rose .\nThen Mr. Adams said no .\nIn March he will march .");
    const auto& adams = facts.words()[0];
    CHECK((adams.sighted & seen_after_title) != 0);
    CHECK((adams.sighted & seen_before_speech) != 0);
    CHECK((adams.sighted & seen_small) == 0);
    const auto& march = facts.words()[10];
    CHECK((march.sighted & seen_small) != 0);
}

TEST_CASE("what the article says a name is holds of the name wherever it stands") {
    const auto kind_of = [](std::string_view text) {
        const auto facts = facts_of(text);
        return facts.words().back().kind;
    };
    CHECK(kind_of("Harwick ( 412 people ) is a small fishing village in Oslo .\nfrom Harwick")
          == word_hash("village"));
    CHECK(kind_of("Rosa Adams , a Danish painter , left .\nto Adams") == word_hash("painter"));
    CHECK(kind_of("Harwick was one of the islands which sank .\nnear Harwick")
          == word_hash("islands"));
    CHECK(kind_of("Harwick is a port .\nHarwick is a band .\nat Harwick") == word_hash("port"));
    CHECK(kind_of("Harwick was old .\nat Harwick") == 0);
    CHECK(kind_of("Harwick ( which nobody closes is a port .\nat Harwick") == 0);
}

TEST_CASE("letters in brackets are what the name before them ends with") {
    const auto facts =
        facts_of("floods closed it , the Northport Port Authority ( NPA ) said .\nthe NPA");
    CHECK(facts.words().back().kind == word_hash("authority"));
}

TEST_CASE("capitalised words that are written alike are of one group, others of none") {
    const auto facts = facts_of("Adams met Rosa .\nthe Adams");
    const auto& words = facts.words();
    CHECK(words[0].group != 0);
    CHECK(words[0].group == words[5].group);
    CHECK(words[2].group != words[0].group);
    CHECK(words[1].group == 0);
}

TEST_CASE("headlines say nothing of words, for all of theirs have capitals") {
    const auto facts = facts_of("Mr. Harbour Said to Leave the Union\nHarbour left .");
    CHECK((facts.words()[7].sighted & seen_after_title) == 0);
}

TEST_CASE("only words with capitals and their neighbours are weighed, in headlines all") {
    const auto facts = facts_of("the old harbour of Oslo was quite empty .");
    const auto& words = facts.words();
    CHECK_FALSE(words[2].weighed);
    CHECK(words[3].weighed);
    CHECK(words[4].weighed);
    CHECK(words[5].weighed);
    CHECK_FALSE(words[6].weighed);
    const auto headline = facts_of("Old Harbour of Oslo to Close");
    for (const auto& word : headline.words()) CHECK(word.weighed);
}

TEST_CASE("a line of a list that has no known class is refused with its number") {
    NameLists lists;
    CHECK_THROWS_WITH_AS(lists.add_names("FN\tRosa\nXX\tOslo\n", "own.tsv"),
                         doctest::Contains("\"XX"), archive::Failure);
    try {
        lists.add_names("FN\tRosa\nOslo\n", "own.tsv");
        FAIL("was taken");
    } catch (const archive::Failure& failure) {
        CHECK(failure.error().where == "own.tsv:2");
    }
}

TEST_CASE("a word that is remembered is known by what each place says of it anew") {
    const auto lists = small_lists();
    WordClasses classes;
    classes.set(word_hash("Rosa"), {7, 2, UsualCase::capital});
    classes.set_usual(word_hash("guinea"), {9, 3, UsualCase::capital});
    ArticleWords remembering;
    for (const auto* const text :
         {"Mr. Rosa left Papua New Guinea .", "Guinea said Rosa left the Harbour Workers Union .",
          "ROSA LEFT PAPUA NEW GUINEA", "the harbour of Guinea",
          "Mr. Rosa left Papua New Guinea ."}) {
        Sentences article;
        for (const auto word : archive::split(text, ' ')) article.words.push_back(word);
        article.end_sentence();
        remembering.look_at(article, lists, classes, 1);
        ArticleWords fresh;
        fresh.look_at(article, lists, classes);
        for (std::size_t at = 0; at < article.words.size(); ++at) {
            CAPTURE(article.words[at]);
            const auto& left = remembering.words()[at];
            const auto& right = fresh.words()[at];
            CHECK(left.lower == right.lower);
            CHECK(left.ending == right.ending);
            CHECK(left.lists == right.lists);
            CHECK(left.list_places == right.list_places);
            CHECK(left.run_lists == right.run_lists);
            CHECK(left.run_end == right.run_end);
            CHECK(left.sighted == right.sighted);
            CHECK(left.group == right.group);
            CHECK(left.word_class == right.word_class);
            CHECK(left.ordinary == right.ordinary);
            CHECK(left.weighed == right.weighed);
        }
    }
}

TEST_CASE("words are forgotten where lists are of another edition") {
    NameLists others;
    others.add_names("LN\tRosa\n", "others.tsv");
    Sentences article;
    article.words = {"Rosa"};
    article.end_sentence();
    ArticleWords facts;
    facts.look_at(article, small_lists(), {}, 1);
    CHECK(facts.words()[0].lists == list_first_name);
    facts.look_at(article, others, {}, 2);
    CHECK(facts.words()[0].lists == list_place);
}
