// SPDX-License-Identifier: GPL-2.0-or-later
// What our writer of postings leaves must be to Xapian what Xapian's own writer leaves. The terms
// here have prefixes, but for those of the last test: a word's wdf is more than its count.
#include "archive/index/glass_table.h"
#include "archive/index/posting_join.h"
#include "archive/index/posting_part.h"
#include "tests/support/small_archive.h"

#include <doctest/doctest.h>
#include <xapian.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <random>
#include <string>
#include <vector>

using namespace archive;

namespace {

using Documents = std::vector<std::vector<Term>>;

/// Writes the documents in parts of `part_size`.
std::string written(const std::string& folder, const Documents& documents, std::size_t part_size) {
    std::vector<std::string> parts;
    for (std::size_t begin = 0; begin < documents.size(); begin += part_size) {
        PostingPart part;
        for (std::size_t i = begin; i < std::min(begin + part_size, documents.size()); ++i)
            part.add(static_cast<Docid>(i + 1), documents[i]);
        parts.push_back(folder + "/part" + std::to_string(parts.size()));
        write_whole_file(parts.back(), part.bytes());
    }
    const auto database = folder + "/ours" + std::to_string(part_size);
    std::filesystem::create_directory(database);
    join_postings(database, parts);
    for (const auto& part : parts) std::filesystem::remove(part);
    return database;
}

std::string written_by_xapian(const std::string& folder, const Documents& documents) {
    Xapian::WritableDatabase database(folder + "/xapian", Xapian::DB_CREATE | Xapian::DB_NO_SYNC);
    for (const auto& terms : documents) {
        Xapian::Document document;
        for (const auto& term : terms) document.add_term(term.text, term.wdf);
        database.add_document(document);
    }
    database.commit();
    return folder + "/xapian";
}

void check_same(const std::string& ours, const std::string& theirs) {
    // Xapian's check deletes an object as one of its base: the only reason why the preset asan has
    // new_delete_type_mismatch=0. Without it, AddressSanitizer ends the tests here.
    CHECK(Xapian::Database::check(ours, 0, nullptr) == 0);
    const Xapian::Database a(ours);
    const Xapian::Database b(theirs);
    REQUIRE(a.get_doccount() == b.get_doccount());
    CHECK(a.get_lastdocid() == b.get_lastdocid());
    CHECK(a.get_avlength() == b.get_avlength());
    CHECK(a.get_doclength_lower_bound() == b.get_doclength_lower_bound());
    CHECK(a.get_doclength_upper_bound() == b.get_doclength_upper_bound());
    for (Docid docid = 1; docid <= a.get_doccount(); ++docid)
        REQUIRE(a.get_doclength(docid) == b.get_doclength(docid));
    REQUIRE(std::equal(a.allterms_begin(), a.allterms_end(), b.allterms_begin(), b.allterms_end()));
    for (auto term = b.allterms_begin(); term != b.allterms_end(); ++term) {
        CAPTURE(*term);
        REQUIRE(a.get_termfreq(*term) == b.get_termfreq(*term));
        REQUIRE(a.get_collection_freq(*term) == b.get_collection_freq(*term));
        auto mine = a.postlist_begin(*term);
        for (auto posting = b.postlist_begin(*term); posting != b.postlist_end(*term);
             ++posting, ++mine) {
            REQUIRE(mine != a.postlist_end(*term));
            REQUIRE(*mine == *posting);
            REQUIRE(mine.get_wdf() == posting.get_wdf());
        }
        CHECK(mine == a.postlist_end(*term));
    }
}

/// Documents in which a few words are in nearly all and many in one or two.
Documents some_documents(std::size_t count) {
    std::mt19937 dice(7);  // NOLINT: the same documents every time
    Documents documents(count);
    for (auto& document : documents) {
        std::map<std::string, std::uint32_t> terms;
        for (int i = 0; i < 30; ++i) {
            const auto number = dice() % (1U << dice() % 16);
            terms["K:" + std::to_string(number)] += dice() % 50 == 0 ? 1000U : 1U;
        }
        for (const auto& [text, wdf] : terms) document.push_back({text, wdf});
    }
    return documents;
}

}  // namespace

TEST_CASE("postings written in parts are those that Xapian would have written") {
    const tests::TemporaryFolder folder;
    const auto documents = some_documents(9'000);
    const auto theirs = written_by_xapian(folder.path(), documents);
    for (const std::size_t part_size : {9'000U, 1'000U, 37U}) {
        CAPTURE(part_size);
        check_same(written(folder.path(), documents, part_size), theirs);
    }
}

TEST_CASE("a list of postings in many entries is entered anywhere") {
    const tests::TemporaryFolder folder;
    const Documents documents(70'000, {{"K:ferry", 1}, {"K:harbour", 200}});
    const Xapian::Database database(written(folder.path(), documents, 10'000));
    for (const Docid docid : {1U, 127U, 128U, 16'384U, 32'767U, 32'768U, 65'535U, 70'000U}) {
        for (const char* term : {"K:ferry", "K:harbour"}) {
            auto posting = database.postlist_begin(term);
            posting.skip_to(docid);
            REQUIRE(posting != database.postlist_end(term));
            CHECK(*posting == docid);
        }
        CHECK(database.get_doclength(docid) == 201);
    }
}

TEST_CASE("one document makes a database, with the longest of terms") {
    const tests::TemporaryFolder folder;
    const std::string longest(245, 'L');
    const Documents documents{{{"K:ferry", 3}, {longest, 2}}};
    const auto theirs = written_by_xapian(folder.path(), documents);
    check_same(written(folder.path(), documents, 1), theirs);
}

TEST_CASE("a term that a document has twice counts as often as both say") {
    const tests::TemporaryFolder folder;
    const Xapian::Database database(
        written(folder.path(), {{{"K:ferry", 3}, {"K:quay", 1}, {"K:ferry", 2}}}, 1));
    CHECK(database.get_termfreq("K:ferry") == 1);
    CHECK(database.get_collection_freq("K:ferry") == 5);
    CHECK(database.get_doclength(1) == 6);
}

TEST_CASE("numbers behind a term sort as numbers do") {
    std::string before;
    for (const std::uint32_t number : {1U, 127U, 128U, 0x7FFFU, 0x8000U, 0x3FFFFFU, 0x400000U,
                                       0x1FFFFFFFU, 0x20000000U, 0xFFFFFFFFU}) {
        CAPTURE(number);
        std::string key;
        put_sorting_number(key, number);
        CHECK(before < key);
        before = key;
    }
}

TEST_CASE("a word is stored with its places, and its article is as long as its counts say") {
    const tests::TemporaryFolder folder;
    const auto headline = place_bit(WordPlace::headline);
    const auto quotation = place_bit(WordPlace::quotation);
    const Documents documents{{{"ferry", 6, headline}, {"K:quay", 1}},
                              {{"ferry", 1, quotation}, {"zoo", 300}}};
    const auto path = written(folder.path(), documents, 1);
    CHECK(Xapian::Database::check(path, 0, nullptr) == 0);
    const Xapian::Database database(path);
    CHECK(database.get_termfreq("ferry") == 2);
    CHECK(database.get_collection_freq("ferry")
          == packed_count(6, headline) + packed_count(1, quotation));
    CHECK(database.get_wdf_upper_bound("zoo") >= packed_count(300, 0));
    const auto posting = database.postlist_begin("ferry");
    CHECK(count_in(posting.get_wdf()) == 6);
    CHECK((posting.get_wdf() & headline) != 0);
    CHECK((posting.get_wdf() & quotation) == 0);
    CHECK(database.get_doclength(1) == 7);
    CHECK(database.get_doclength(2) == 301);
}
