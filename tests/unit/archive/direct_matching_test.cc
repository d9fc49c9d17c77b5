// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/direct_matching.h"

#include "archive/search/archive_facts.h"
#include "archive/search/posting_cursor.h"
#include "archive/search/question.h"
#include "tests/support/random_articles.h"
#include "tests/support/small_archive.h"

#include <doctest/doctest.h>

#include <map>
#include <random>
#include <set>
#include <utility>

using namespace archive;
using namespace tests;

namespace {

using Found = std::map<std::pair<std::size_t, Docid>, float>;

BlockSink gather(Found& found) {
    return [&found](std::size_t segment, std::span<const ScoredDocid> block) {
        for (const auto& [docid, score] : block)
            CHECK(found.emplace(std::pair{segment, docid}, score).second);
    };
}

std::string one_of(std::mt19937& random, std::initializer_list<const char*> texts) {
    return *(texts.begin() + random() % texts.size());
}

/// Words that have one form only, in the ways that lists answer.
std::string words_of_one_form(std::mt19937& random) {
    const auto word = [&] { return "=" + random_word(random); };
    switch (random() % 5) {
        case 0: return word();
        case 1: return word() + " " + word();
        case 2: return word() + " OR " + word() + " OR " + word();
        case 3: return word() + " -" + word();
        default: return "atleast2:" + word();
    }
}

std::string words_of_any_form(std::mt19937& random) {
    const auto phrase = [&] {
        return "\"" + random_word(random) + " " + random_word(random) + "\"";
    };
    switch (random() % 8) {
        case 0: return phrase();
        case 1: return random_word(random) + " -" + phrase();
        case 2: return random_word(random) + " (" + phrase() + " OR " + random_word(random) + ")";
        case 3:
            return random_word(random) + " -(" + phrase() + " OR " + random_word(random) + " -"
                   + phrase() + ")";
        case 4: return phrase() + " OR " + phrase();
        case 5: return random_word(random) + " " + random_word(random).substr(0, 3) + "*";
        default: return random_query(random);
    }
}

SearchRequest random_request(std::mt19937& random) {
    auto request = asking("");
    if (random() % 3 == 0) request.from = parse_iso_span(one_of(random, {"2019", "2020-06"}));
    if (random() % 4 == 0) request.to = parse_iso_span("2020-11");
    if (random() % 3 == 0) request.undated = static_cast<Undated>(random() % 3);
    if (random() % 3 == 0) request.filters = {{"source", "Daily Gull", random() % 2 == 0}};
    return request;
}

}  // namespace

TEST_CASE("lists in memory find what the matcher of Xapian finds, as relevant") {
    const auto seed = std::random_device{}();
    CAPTURE(seed);
    std::mt19937 random(seed);
    const auto segments = random_segments(random, {300, 25, 7});
    auto archive = SmallArchive::of_segments(segments, random_kinship(random, segments));
    archive.remove({"x3y", "x40y", "x61y", "x310y", "x331y"});
    const auto searcher = archive.searcher();
    const auto& snapshot = searcher->snapshot();
    const ArchiveFacts facts(snapshot, {std::shared_ptr<void>(), &AliasTable::shipped()});
    OpenPostings postings(snapshot, std::make_shared<PostingLists>(snapshot));
    DeadlineWatch watch(never());
    int direct = 0;
    for (int round = 0; round < 500; ++round) {
        const bool one_form = random() % 3 != 0;
        auto request = random_request(random);
        request.q = one_form ? words_of_one_form(random) : words_of_any_form(random);
        CAPTURE(request.q);
        const auto question = question_of(request, facts, postings, watch);
        if (!question) continue;  // a wildcard of too few letters
        auto plan = plan_of(*question, question->words.plan, {});
        const auto& words = question->words;
        if (words.with_furniture && random() % 2 == 0)
            plan =
                all_of({words.with_furniture, plan_of(TermsPlan{words.furniture_terms, Scored::no}),
                        plan_of(ExceptPlan{words.plan})});
        for (const auto relevance : {Relevance::ignored, Relevance::counted}) {
            Found ours, theirs;
            if (!match_directly(postings, *plan, relevance, watch, gather(ours))) {
                CHECK(ours.empty());
                continue;
            }
            ++direct;
            match_by_xapian(postings, *plan, relevance, watch, gather(theirs));
            REQUIRE(ours.size() == theirs.size());
            for (const auto& [place, score] : theirs) {
                REQUIRE(ours.contains(place));
                if (one_form) CHECK(ours[place] == doctest::Approx(score).epsilon(0.00001));
            }
        }
    }
    CHECK(direct > 400);
}

namespace {

/// Passes over what is less relevant than `least`, and all from `past` down.
class FewRows final : public RowlessMatches {
public:
    FewRows(float least, Docid past) : least_(least), past_(past) {}
    float least_score() const override { return least_; }
    bool are_past(std::size_t, Docid docid) const override { return docid <= past_; }
    void pass_over(std::size_t, std::size_t, std::span<const std::uint64_t> bits) override {
        passed += count_bits(bits);
    }

    std::uint64_t passed = 0;

private:
    float least_;
    Docid past_;
};

}  // namespace

TEST_CASE("what makes no row is passed over only when it is alone in its story") {
    const auto seed = std::random_device{}();
    CAPTURE(seed);
    std::mt19937 random(seed);
    const auto segments = random_segments(random, {300, 25});
    const auto archive = SmallArchive::of_segments(segments, random_kinship(random, segments));
    const auto searcher = archive.searcher();
    const auto& snapshot = searcher->snapshot();
    const ArchiveFacts facts(snapshot, {std::shared_ptr<void>(), &AliasTable::shipped()});
    OpenPostings postings(snapshot, std::make_shared<PostingLists>(snapshot));
    DeadlineWatch watch(never());
    std::uint64_t passed = 0;
    for (int round = 0; round < 200; ++round) {
        const auto request = asking(words_of_one_form(random));
        CAPTURE(request.q);
        const auto question = question_of(request, facts, postings, watch);
        REQUIRE(question);
        const auto plan = plan_of(*question, question->words.plan, {});
        for (const auto relevance : {Relevance::ignored, Relevance::counted}) {
            Found all, some;
            FewRows few(static_cast<float>(random() % 8), static_cast<Docid>(random() % 300));
            REQUIRE(match_directly(postings, *plan, relevance, watch, gather(all)));
            REQUIRE(match_directly(postings, *plan, relevance, watch, gather(some), &few));
            CHECK(some.size() + few.passed == all.size());
            for (const auto& [place, score] : all) {
                const bool alone = !snapshot.links(place.first).in_story(place.second);
                const bool rowless =
                    score < few.least_score() || few.are_past(place.first, place.second);
                if (!some.contains(place)) CHECK((alone && rowless));
            }
            passed += few.passed;
        }
    }
    CHECK(passed > 1000);
}

TEST_CASE("a cursor finds each article of its list and no other, from the end on") {
    std::mt19937 random(7);
    for (int round = 0; round < 200; ++round) {
        PostingList list;
        std::set<Docid> docids;
        for (std::size_t i = random() % 50; i > 0; --i)
            docids.insert(static_cast<Docid>(1 + random() % 300));
        for (const auto docid : docids) {
            list.docids.push_back(docid);
            list.scores.push_back(static_cast<float>(docid));
            list.counts.push_back(1);
        }
        if (round % 2 == 0) list.settle(300);
        PostingCursor cursor(list);
        for (Docid docid = 300; docid > 0;
             docid -= std::min(docid, static_cast<Docid>(1 + random() % 9))) {
            REQUIRE(cursor.moves_to(docid) == docids.contains(docid));
            if (docids.contains(docid)) CHECK(cursor.score() == static_cast<float>(docid));
        }
    }
}

TEST_CASE("a list that becomes a set gives back the memory of its docids") {
    constexpr std::uint32_t documents = 64'000;
    PostingList list;
    for (Docid docid = 1; docid <= documents; docid += 2) {
        list.docids.push_back(docid);
        list.scores.push_back(1);
    }
    list.scores.shrink_to_fit();
    list.settle(documents);
    const auto of_scores = list.size() * sizeof(float);
    CHECK(list.bytes() >= of_scores + documents / 8);
    CHECK(list.bytes() < of_scores + documents / 2);
}

TEST_CASE("lists put together hold every article once, with the sum of its scores") {
    std::mt19937 random(7);
    for (int round = 0; round < 100; ++round) {
        std::vector<PostingList> lists(1 + random() % 4);
        std::map<Docid, float> sums;
        for (auto& list : lists) {
            for (Docid docid = 1; docid <= 9000; docid += static_cast<Docid>(1 + random() % 700)) {
                list.docids.push_back(docid);
                list.scores.push_back(static_cast<float>(random() % 8));
                sums[docid] += list.scores.back();
            }
            if (random() % 2 == 0) list.set = DocidSet(std::exchange(list.docids, {}), 9000);
        }
        std::vector<const PostingList*> all;
        for (const auto& list : lists) all.push_back(&list);
        const auto joined = union_of(all, 9000);
        REQUIRE(joined.docids.size() == sums.size());
        for (std::size_t i = 0; i < joined.docids.size(); ++i) {
            REQUIRE(sums.contains(joined.docids[i]));
            CHECK(sums[joined.docids[i]] == joined.scores[i]);
        }
    }
}
