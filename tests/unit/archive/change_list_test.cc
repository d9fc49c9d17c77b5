// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/index/change_list.h"

#include "archive/index/publication.h"
#include "tests/support/small_archive.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

using namespace archive;
using tests::TemporaryFolder;

namespace {

constexpr std::int64_t a_day = 24 * 60 * 60;
constexpr std::size_t any_number = 10'000;

Article notice(const std::string& id, const std::string& body = "Boats were counted.") {
    return tests::article_of({.id = id, .title = "Notice " + id, .body = body, .date = "2019"});
}

/// A run of the indexer that publishes once.
void publish(const std::string& index, const std::vector<Article>& articles,
             const std::vector<std::string>& gone, std::int64_t now,
             Publication::Mode mode = Publication::Mode::update) {
    Publication publication(index, mode, {});
    Spool spool(index);
    RevisionDraft draft;
    for (const auto& article : articles) draft.articles.push_back(spool.add(article));
    draft.gone = gone;
    publication.publish(spool, draft, now);
}

std::string first_letters(const std::vector<std::string>& ids) {
    std::string letters;
    for (const auto& id : ids) letters += id.front();
    return letters;
}

/// "+b ~a -": added, changed, removed by their first letters.
std::string shown(const Changes& changes) {
    return "+" + first_letters(changes.added) + " ~" + first_letters(changes.changed) + " -"
           + first_letters(changes.removed);
}

Result<Changes> since(const std::string& index, std::uint64_t revision,
                      std::optional<ChangesPlace> from = std::nullopt,
                      std::size_t most = any_number) {
    return changes_since(index, *read_manifest(index), revision, from, most);
}

std::string shown_since(const std::string& index, std::uint64_t revision) {
    const auto changes = since(index, revision);
    REQUIRE(changes);
    CHECK_FALSE(changes->next);
    return shown(*changes);
}

}  // namespace

TEST_CASE("what revisions did adds up to what became of each article") {
    const TemporaryFolder folder;
    const auto& index = folder.path();
    publish(index, {notice("a"), notice("b"), notice("c")}, {}, 100);
    publish(index, {notice("b", "Gulls."), notice("d")}, {notice("a").id}, 200);
    publish(index, {notice("a"), notice("e")}, {notice("d").id}, 300);
    CHECK(shown_since(index, 0) == "+abce ~ -");
    CHECK(shown_since(index, 1) == "+e ~ab -");
    CHECK(shown_since(index, 2) == "+ae ~ -d");
    CHECK(shown_since(index, 3) == "+ ~ -");
}

TEST_CASE("a revision that is not there yet is refused") {
    const TemporaryFolder folder;
    publish(folder.path(), {notice("a")}, {}, 100);
    const auto changes = since(folder.path(), 2);
    REQUIRE_FALSE(changes);
    CHECK(changes.error().code == ErrorCode::parameter_bad_value);
}

TEST_CASE("a rebuild counts what it read again as changed and names what it lost") {
    const TemporaryFolder folder;
    const auto& index = folder.path();
    publish(index, {notice("a"), notice("b")}, {}, 100);
    publish(index, {notice("b"), notice("c")}, {}, 200, Publication::Mode::rebuild);
    CHECK(shown_since(index, 1) == "+c ~b -a");
    CHECK(shown_since(index, 0) == "+bc ~ -");
}

TEST_CASE("a rebuild of what could not be read begins a new history") {
    const TemporaryFolder folder;
    const auto& index = folder.path();
    publish(index, {notice("a")}, {}, 100);
    std::filesystem::remove(index + "/segments/000001/text");
    publish(index, {notice("a")}, {}, 200, Publication::Mode::rebuild);
    const auto changes = since(index, 1);
    REQUIRE_FALSE(changes);
    CHECK(changes.error().code == ErrorCode::changes_too_old);
    publish(index, {notice("b")}, {}, 300);
    CHECK(shown_since(index, 2) == "+b ~ -");
    CHECK_FALSE(since(index, 1));
}

TEST_CASE("lists older than ninety days are forgotten, and whoever asks for them is told") {
    const TemporaryFolder folder;
    const auto& index = folder.path();
    publish(index, {notice("a")}, {}, 0);
    publish(index, {notice("b")}, {}, 50 * a_day);
    publish(index, {notice("c")}, {}, 90 * a_day);
    CHECK(shown_since(index, 0) == "+abc ~ -");
    publish(index, {notice("d")}, {}, 91 * a_day);
    const auto changes = since(index, 0);
    REQUIRE_FALSE(changes);
    CHECK(changes.error().code == ErrorCode::changes_too_old);
    CHECK(shown_since(index, 1) == "+bcd ~ -");
}

TEST_CASE("of more than a thousand lists the oldest is forgotten") {
    const TemporaryFolder folder;
    Manifest manifest;
    std::filesystem::create_directory(folder.path() + "/changes");
    for (int revision = 1; revision <= 1'001; ++revision) {
        const auto path = "changes/" + std::to_string(revision);
        ChangeList list(100);
        list.add(Change::added, notice("a").id);
        manifest.changes.push_back(
            {path, write_whole_file(folder.path() + "/" + path, list.text())});
    }
    forget_old_changes(folder.path(), manifest, 100);
    CHECK(manifest.changes.size() == 1'000);
    CHECK(manifest.changes.front().path == "changes/2");
}

TEST_CASE("many changes come in parts that together are all") {
    const TemporaryFolder folder;
    const auto& index = folder.path();
    publish(index, {notice("a"), notice("b"), notice("c")}, {}, 100);
    publish(index, {notice("d"), notice("e")}, {notice("a").id}, 200);
    std::string parts;
    std::optional<ChangesPlace> from;
    do {
        const auto changes = since(index, 0, from, 2);
        REQUIRE(changes);
        parts += shown(*changes) + "  ";
        from = changes->next;
    } while (from);
    CHECK(parts == "+ab ~ -  +cd ~ -  +e ~ -a  ");
}

TEST_CASE("a list that was altered on disk is damage, and a list of an earlier program is read") {
    const TemporaryFolder folder;
    Manifest manifest;
    manifest.revision = 1;
    std::filesystem::create_directory(folder.path() + "/changes");
    const auto path = folder.path() + "/changes/1";
    manifest.changes = {{"changes/1", write_whole_file(path, "added " + notice("a").id + "\n")}};
    const auto changes = changes_since(folder.path(), manifest, 0, std::nullopt, any_number);
    REQUIRE(changes);
    CHECK(shown(*changes) == "+a ~ -");
    forget_old_changes(folder.path(), manifest, 1'000 * a_day);
    CHECK(manifest.changes.size() == 1);
    std::ofstream(path, std::ios::app) << "x";
    CHECK_THROWS_AS((void)changes_since(folder.path(), manifest, 0, std::nullopt, any_number),
                    Failure);
}
