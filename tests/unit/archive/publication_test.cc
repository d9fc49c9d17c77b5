// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/index/publication.h"

#include "archive/index/index_check.h"
#include "archive/index/index_folder.h"
#include "archive/index/snapshot.h"
#include "archive/search/searcher.h"
#include "tests/support/small_archive.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

namespace {

using namespace archive;
using Mode = Publication::Mode;
using tests::TemporaryFolder;

/// Publishes articles as a run of the indexer would, one ledger entry a batch.
class Desk {
public:
    explicit Desk(const std::string& index, Mode mode = Mode::update,
                  PublicationOptions options = {})
        : index_(index), publication_(index, mode, std::move(options)), spool_(index) {}

    void publish(const std::vector<Article>& articles, const std::vector<std::string>& gone,
                 std::int64_t now) {
        LedgerFile file;
        file.path = "/news/" + std::to_string(++batch_);
        RevisionDraft draft;
        for (const auto& article : articles) {
            draft.articles.push_back(spool_.add(article));
            file.records.push_back({"", 1, article.id, draft.articles.back().content, 0});
        }
        draft.gone = gone;
        draft.files = {&file};
        publication_.publish(spool_, draft, now);
        spool_.clear();
    }
    Publication& publication() { return publication_; }

private:
    std::string index_;
    Publication publication_;
    Spool spool_;
    int batch_ = 0;
};

Article notice(const std::string& id, const std::string& date,
               const std::string& body = "Boats were counted.") {
    return tests::article_of({.id = id, .title = "Notice " + id, .body = body, .date = date});
}

std::vector<std::string> ids_in_order(const Segment& segment) {
    std::vector<std::string> ids;
    for (Docid docid = 1; docid <= segment.facts().documents; ++docid)
        ids.push_back(std::string(segment.id(docid)).substr(0, 1));
    return ids;
}

TEST_SUITE("publication") {
    TEST_CASE("docids follow the date, the undated are last") {
        const TemporaryFolder folder;
        Desk desk(folder.path());
        desk.publish({notice("d", ""), notice("c", "2020-01-05"), notice("a", "2019"),
                      notice("b", "2019-06-01")},
                     {}, 100);
        const auto snapshot = Snapshot::open(folder.path());
        REQUIRE(snapshot->size() == 1);
        const auto& segment = snapshot->segment(0);
        CHECK(ids_in_order(segment) == std::vector<std::string>{"a", "b", "c", "d"});
        CHECK(segment.facts().dated == 3);
        CHECK(segment.facts().longest_span == 364);
        CHECK(segment.undated() == DocidWindow{4, 4});
        const auto june = segment.window_meeting(*span_of(2019, 6));
        CHECK(june.first == 1);  // the vague one reaches in
        CHECK(june.last == 2);
    }

    TEST_CASE("a changed article replaces the old one and keeps the time it was added") {
        const TemporaryFolder folder;
        Desk desk(folder.path());
        desk.publish({notice("a", "2019-01-01"), notice("b", "2019-01-02")}, {}, 100);
        desk.publish({notice("a", "2019-01-01", "Gulls were counted.")}, {}, 200);
        const auto snapshot = Snapshot::open(folder.path());
        CHECK(snapshot->articles() == 2);
        CHECK(snapshot->manifest().revision == 2);
        const auto found = snapshot->find(notice("a", "").id);
        REQUIRE(found);
        CHECK(body_text(snapshot->segment(found->segment).article(found->docid))
              == "Gulls were counted.");
        CHECK(snapshot->segment(found->segment).added[found->docid] == 100);
    }

    TEST_CASE("an article that vanished is no longer shown, and the check passes") {
        const TemporaryFolder folder;
        {
            Desk desk(folder.path());
            desk.publish({notice("a", "2019-01-01")}, {}, 100);
            desk.publish({notice("b", "2019-01-02")}, {}, 101);
            LedgerFile emptied;
            emptied.path = "/news/1";
            RevisionDraft draft;
            draft.gone = {notice("a", "").id};
            draft.files = {&emptied};
            const Spool spool(folder.path());
            desk.publication().publish(spool, draft, 102);
        }
        const auto snapshot = Snapshot::open(folder.path());
        CHECK(snapshot->articles() == 1);
        CHECK_FALSE(snapshot->find(notice("a", "").id));
        const auto report = check_index(folder.path());
        CHECK(report.faults.empty());
        CHECK(report.articles == 1);
    }

    TEST_CASE(
        "what a reader of the last revision has to open is still there after one more "
        "publication") {
        const TemporaryFolder folder;
        Desk desk(folder.path());
        desk.publish({notice("a", "2019-01-01")}, {}, 100);
        const auto before = desk.publication().manifest();
        desk.publish({notice("a", "2019-01-01", "Gulls.")}, {}, 101);
        CHECK(Snapshot::open(folder.path(), before)->articles() == 1);
        desk.publish({notice("b", "2019-01-01")}, {}, 102);
        CHECK_FALSE(std::filesystem::exists(folder.path() + "/segments/000001"));
    }

    TEST_CASE("a rebuild writes no more segments than may live, and merges none") {
        const TemporaryFolder folder;
        PublicationOptions options;
        options.segment_articles = 2;
        options.live_segments = 3;
        Desk desk(folder.path(), Mode::rebuild, options);
        std::vector<Article> articles;
        for (int i = 0; i < 70; ++i)
            articles.push_back(notice("n" + std::to_string(i), "19" + std::to_string(10 + i)));
        desk.publish(articles, {}, 100);
        desk.publication().merge(101);
        const auto snapshot = Snapshot::open(folder.path());
        CHECK(snapshot->manifest().revision == 1);
        REQUIRE(snapshot->size() == 3);
        CHECK(snapshot->articles() == 70);
        CHECK(snapshot->segment(0).facts().documents == 23);
        CHECK(snapshot->segment(2).facts().documents == 24);
    }

    TEST_CASE("a rebuild writes segments of up to ten times the articles that a merge joins") {
        const TemporaryFolder folder;
        PublicationOptions options;
        options.segment_articles = 2;
        Desk desk(folder.path(), Mode::rebuild, options);
        std::vector<Article> articles;
        for (int i = 0; i < 21; ++i)
            articles.push_back(notice("n" + std::to_string(i), "19" + std::to_string(10 + i)));
        desk.publish(articles, {}, 100);
        const auto snapshot = Snapshot::open(folder.path());
        REQUIRE(snapshot->size() == 2);
        CHECK(snapshot->segment(0).facts().documents == 10);
        CHECK(snapshot->segment(1).facts().documents == 11);
    }

    TEST_CASE("small segments are merged in order of date and answer as before") {
        const TemporaryFolder folder;
        Desk desk(folder.path());
        for (int i = 0; i < 9; ++i) {
            desk.publish({notice(std::string(1, static_cast<char>('a' + i)),
                                 "20" + std::to_string(28 - i) + "-01-01")},
                         {}, 100 + i);
        }
        desk.publication().merge(200);
        const auto snapshot = Snapshot::open(folder.path());
        CHECK(snapshot->size() <= 3);
        CHECK(snapshot->articles() == 9);
        CHECK(tests::found(Searcher(snapshot), "boats").size() == 9);
        for (std::size_t at = 0; at < snapshot->size(); ++at) {
            const auto days = snapshot->segment(at).first_day.values();
            CHECK(std::is_sorted(days.begin() + 1, days.end()));
        }
        CHECK(check_index(folder.path()).faults.empty());
    }

    TEST_CASE("rebuild replaces everything and keeps uuid and times") {
        const TemporaryFolder folder;
        std::string uuid;
        {
            Desk desk(folder.path());
            desk.publish({notice("a", "2019-01-01"), notice("b", "2019-01-01")}, {}, 100);
            uuid = desk.publication().manifest().uuid;
        }
        Desk desk(folder.path(), Mode::rebuild);
        desk.publish({notice("b", "2019-01-01"), notice("c", "2019-01-01")}, {}, 300);
        const auto snapshot = Snapshot::open(folder.path());
        CHECK(snapshot->manifest().uuid == uuid);
        CHECK(snapshot->articles() == 2);
        const auto kept = snapshot->find(notice("b", "").id);
        const auto fresh = snapshot->find(notice("c", "").id);
        REQUIRE(kept);
        REQUIRE(fresh);
        CHECK(snapshot->segment(0).added[kept->docid] == 100);
        CHECK(snapshot->segment(0).added[fresh->docid] == 300);
    }

    TEST_CASE("a folder that holds other files is no index and is left alone") {
        const TemporaryFolder folder;
        std::ofstream(folder.path() + "/diary.txt") << "dear diary";
        CHECK(kind_of_folder(folder.path()) == FolderKind::foreign);
        CHECK_THROWS_AS(Desk(folder.path(), Mode::rebuild), Failure);
        CHECK(std::filesystem::exists(folder.path() + "/diary.txt"));
    }

    TEST_CASE("a flipped bit in any file is found by the check") {
        const TemporaryFolder folder;
        {
            Desk desk(folder.path());
            desk.publish({notice("a", "2019-01-01"), notice("b", "")}, {}, 100);
            desk.publish({notice("a", "2019-01-01", "Gulls.")}, {}, 101);
        }
        REQUIRE(check_index(folder.path()).faults.empty());
        for (const auto& entry : std::filesystem::recursive_directory_iterator(folder.path())) {
            if (!entry.is_regular_file() || entry.path().filename() == "lock"
                || entry.file_size() == 0)
                continue;
            CAPTURE(entry.path().string());
            const std::string bytes = read_whole_file(entry.path().string());
            std::string flipped = bytes;
            flipped[flipped.size() / 2] = static_cast<char>(flipped[flipped.size() / 2] ^ 1);
            std::ofstream(entry.path(), std::ios::binary) << flipped;
            CHECK_FALSE(check_index(folder.path()).faults.empty());
            std::ofstream(entry.path(), std::ios::binary) << bytes;
        }
        CHECK(check_index(folder.path()).faults.empty());
    }
}

TEST_SUITE("manifest") {
    TEST_CASE("a manifest reads back as it was written") {
        const TemporaryFolder folder;
        Manifest manifest;
        manifest.schema = schema::version;
        manifest.uuid = "x";
        manifest.revision = 7;
        manifest.segments = {{"000003",
                              {5, 6},
                              10,
                              99,
                              1,
                              2,
                              3,
                              NamedFile{"tombstones/000003.7", {8, 9}},
                              NamedFile{"links/000003.7", {3, 4}}}};
        manifest.stories = NamedFile{"links/stories.7", {32, 5}};
        manifest.ledger = {{"ledger/7", {1, 2}}};
        manifest.last_run.rejected = 4;
        manifest.last_run_seconds = 1.5;
        publish_manifest(folder.path(), manifest);
        const auto read = read_manifest(folder.path());
        REQUIRE(read);
        CHECK(*read == manifest);
    }

    TEST_CASE("no manifest, another schema and a manifest that leaves the index are told apart") {
        const TemporaryFolder folder;
        CHECK(read_manifest(folder.path()).error().code == ErrorCode::index_not_ready);
        Manifest manifest;
        manifest.schema = schema::version + 1;
        publish_manifest(folder.path(), manifest);
        CHECK(read_manifest(folder.path()).error().code == ErrorCode::index_schema);
        manifest.schema = schema::version;
        manifest.ledger = {{"../outside", {1, 2}}};
        publish_manifest(folder.path(), manifest);
        CHECK(read_manifest(folder.path()).error().code == ErrorCode::index_damaged);
    }
}

}  // namespace
