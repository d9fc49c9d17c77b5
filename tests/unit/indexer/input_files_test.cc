// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input_files.h"

#include "tests/support/input_folder.h"

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <map>

using indexer::InputFile;
using indexer::LeftAlone;
using indexer::Links;

namespace {

namespace fs = std::filesystem;

struct Found {
    std::vector<std::string> files;
    std::vector<InputFile> details;
    std::map<std::string, LeftAlone::Why> left;
};

Found walked(const InputFolder& folder, std::vector<std::string> names = {""},
             Links links = Links::leave) {
    for (auto& name : names) name = name.empty() ? folder.path() : folder / name;
    const auto roots = indexer::input_roots(names);
    REQUIRE(roots);
    Found found;
    const auto below = [&](const std::string& path) {
        return path.substr(std::min(path.size(), folder.path().size() + 1));
    };
    indexer::for_each_input_file(
        *roots, links,
        [&](InputFile file) {
            found.files.push_back(below(file.path));
            found.details.push_back(std::move(file));
            return true;
        },
        [&](const LeftAlone& left) { found.left[below(left.path)] = left.why; });
    return found;
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("files come in the order of their paths' bytes") {
    const InputFolder folder;
    for (const char* name : {"b.txt", "a/z.txt", "a.txt", "a/b/c.txt", "a-b.txt", "B.txt"}) {
        folder.put(name);
    }
    const auto found = walked(folder);
    CHECK(found.files == Names{"B.txt", "a-b.txt", "a.txt", "a/b/c.txt", "a/z.txt", "b.txt"});
    CHECK(std::is_sorted(found.files.begin(), found.files.end()));
}

TEST_CASE("a file comes with its size, its time and whether it was named") {
    const InputFolder folder;
    folder.put("a.txt", "four");
    const auto found = walked(folder);
    REQUIRE(found.details.size() == 1);
    CHECK(found.details[0].size == 4);
    CHECK(found.details[0].mtime_ns > 0);
    CHECK(found.details[0].inode > 0);
    CHECK(found.details[0].real_path == folder / "a.txt");
    CHECK_FALSE(found.details[0].named);
    CHECK(walked(folder, {"a.txt"}).details.at(0).named);
}

TEST_CASE("hidden names are left alone in folders and read when named") {
    const InputFolder folder;
    folder.put(".git/config");
    folder.put(".swp");
    folder.put("a.txt");
    const auto found = walked(folder);
    CHECK(found.files == Names{"a.txt"});
    CHECK(found.left
          == std::map<std::string, LeftAlone::Why>{{".git", LeftAlone::Why::hidden},
                                                   {".swp", LeftAlone::Why::hidden}});
    CHECK(walked(folder, {"", ".git", ".swp"}).files == Names{"a.txt", ".git/config", ".swp"});
}

TEST_CASE("links and pipes are left alone and said to be") {
    const InputFolder folder;
    folder.put("a.txt");
    fs::create_symlink(folder / "a.txt", folder / "link.txt");
    fs::create_symlink(".", folder / "self");
    REQUIRE(mkfifo((folder / "pipe").c_str(), 0600) == 0);
    const auto found = walked(folder);
    CHECK(found.files == Names{"a.txt"});
    CHECK(found.left
          == std::map<std::string, LeftAlone::Why>{{"link.txt", LeftAlone::Why::link},
                                                   {"pipe", LeftAlone::Why::special},
                                                   {"self", LeftAlone::Why::link}});
}

TEST_CASE("followed links read every file once and end") {
    const InputFolder folder;
    folder.put("inside/a.txt");
    folder.put("outside/b.txt");
    fs::create_symlink("..", folder / "inside/up");
    fs::create_symlink(folder / "outside", folder / "inside/out");
    fs::create_symlink("/nonexistent", folder / "inside/dangling");
    const auto found = walked(folder, {"inside"}, Links::follow);
    CHECK(found.files == Names{"inside/a.txt", "inside/out/b.txt"});
    CHECK(found.details[1].real_path == folder / "outside/b.txt");
    CHECK(found.left.at("inside/dangling") == LeftAlone::Why::unreadable);
    CHECK(found.left.at("inside/up/inside") == LeftAlone::Why::seen);
}

TEST_CASE("a folder without permission is reported and the walk goes on") {
    if (geteuid() == 0) {
        MESSAGE("skipped: permissions do not hold for root");
        return;
    }
    const InputFolder folder;
    folder.put("a.txt");
    folder.put("shut/b.txt");
    folder.put("z.txt");
    fs::permissions(folder / "shut", fs::perms::none);
    const auto found = walked(folder);
    fs::permissions(folder / "shut", fs::perms::owner_all);
    CHECK(found.files == Names{"a.txt", "z.txt"});
    CHECK(found.left.at("shut") == LeftAlone::Why::unreadable);
}

TEST_CASE("a path that is not there is named before anything is read") {
    const InputFolder folder;
    folder.put("a.txt");
    const std::vector<std::string> paths{folder.path(), folder / "missing"};
    const auto roots = indexer::input_roots(paths);
    REQUIRE_FALSE(roots);
    CHECK(roots.error().code == archive::ErrorCode::path_missing);
    CHECK(roots.error().where == folder / "missing");
}

TEST_CASE("paths given twice or inside one another are read once") {
    const InputFolder folder;
    folder.put("a/b/c.txt");
    folder.put("a/d.txt");
    folder.put("ab/e.txt");
    CHECK(walked(folder, {"a/b", "a", "a/", "a/d.txt", "ab"}).files
          == Names{"a/b/c.txt", "a/d.txt", "ab/e.txt"});
    const auto found = walked(folder, {"a", "a/d.txt"});
    CHECK_FALSE(found.details.at(0).named);
    CHECK(found.details.at(1).named);
}

TEST_CASE("a path given as a link is followed") {
    const InputFolder folder;
    folder.put("real/a.txt");
    fs::create_symlink(folder / "real", folder / "link");
    const auto found = walked(folder, {"link"});
    CHECK(found.files == Names{"link/a.txt"});
    CHECK(found.details.at(0).real_path == folder / "real/a.txt");
}

TEST_CASE("names that are no UTF-8 or hold line breaks are kept as they are") {
    const InputFolder folder;
    folder.put("\xff\xfe name.json");
    folder.put("new\nline.json");
    CHECK(walked(folder).files == Names{"new\nline.json", "\xff\xfe name.json"});
}

TEST_CASE("the walk stops when told") {
    const InputFolder folder;
    for (const char* name : {"a/1.txt", "a/2.txt", "b.txt"}) folder.put(name);
    const auto roots = indexer::input_roots(std::vector<std::string>{folder.path()});
    REQUIRE(roots);
    int count = 0;
    indexer::for_each_input_file(
        *roots, Links::leave, [&](const InputFile&) { return ++count < 2; },
        [](const LeftAlone&) {});
    CHECK(count == 2);
}
