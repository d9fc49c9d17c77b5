// SPDX-License-Identifier: GPL-2.0-or-later
// Terms that columns answer: has:, lacks:, id:. matching_test.cc holds them against the articles in
// all places of a query.
#include "archive/search/stem_terms.h"
#include "archive/search/term_postings.h"
#include "tests/support/small_archive.h"
#include "tests/support/term_answers.h"

#include <doctest/doctest.h>

using namespace archive;
using namespace tests;

namespace {

using Counts = std::map<std::string, std::uint32_t>;

}  // namespace

TEST_CASE("ids and fields that have a value are terms without postings") {
    auto archive = SmallArchive::of_segments(
        {{article_of({.id = "a", .title = "Ferry", .body = "One.", .authors = {"Ann Lee"}}),
          article_of({.id = "b", .title = "Ferry", .body = "Two."})},
         {article_of({.id = "c", .title = "Ferry", .body = "Three.", .authors = {"Bo Chu"}})}});
    archive.remove({"c"});
    const auto searcher = archive.searcher();
    const auto& snapshot = searcher->snapshot();
    OpenPostings postings(snapshot, std::make_shared<PostingLists>(snapshot));
    DeadlineWatch watch(never());
    const std::string a = "a000000000000000", b = "b000000000000000", c = "c000000000000000";
    const std::map<std::string, Counts> expected{{"XHAS:author", {{a, 1}, {c, 1}}},
                                                 {"XHAS:headline", {{a, 1}, {b, 1}, {c, 1}}},
                                                 {"XHAS:date", {}},
                                                 {"XHAS:copies", {}},
                                                 {"XHAS:", {}},
                                                 {"Q" + b, {{b, 1}}},
                                                 {"Q" + c, {{c, 1}}},
                                                 {"Qb", {}},
                                                 {"Q", {}},
                                                 {"Q" + b + "0", {}}};
    for (const auto& each : expected) {
        const auto& [term, counts] = each;
        CAPTURE(term);
        CHECK(column_term(term));
        CHECK(postings.database.get_termfreq(term) == 0);
        CHECK(listed_counts(postings, term, watch) == counts);
        CHECK(documents_with(postings, term) == counts.size());
        CHECK(is_held(postings, term) == !counts.empty());
        std::set<std::string> shown;
        for (const auto& [id, count] : counts) {
            if (id != c) shown.insert(id);
        }
        CHECK(found_by_xapian(postings, term, watch) == shown);
    }
    for (const char* term : {"ferry", "S:ferry", "Zferri", "XH:gull.example", "H:gull", ""})
        CHECK_FALSE(column_term(term));
}
