// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/neighbours.h"

#include "tests/support/input_folder.h"
#include "tests/support/packed_files.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <map>
#include <string>
#include <vector>

using indexer::referred_path;

namespace {

using Found = std::map<std::string, std::string>;

Found opened(const indexer::Neighbours& neighbours, const std::vector<std::string>& names) {
    Found found;
    neighbours.open(names, [&](const std::string& path, indexer::Bytes& bytes) {
        found[path] = indexer::read_whole(bytes, 1000).text;
        return true;
    });
    return found;
}

Found searched(const indexer::Neighbours& neighbours, const std::string& beginning) {
    Found found;
    neighbours.search([&](std::string_view head) { return head.starts_with(beginning); }, "mets",
                      [&](const std::string& path, indexer::Bytes& bytes) {
                          found[path] = indexer::read_whole(bytes, 1000).text;
                          return true;
                      });
    return found;
}

}  // namespace

TEST_CASE("references to files mean paths below their place") {
    CHECK(referred_path("/a/", "b.xml") == "/a/b.xml");
    CHECK(referred_path("/a/", "file://./alto/b.xml") == "/a/alto/b.xml");
    CHECK(referred_path("/a/", "file:///alto/b.xml") == "/a/alto/b.xml");
    CHECK(referred_path("/a/", "alto\\b%20c.xml") == "/a/alto/b c.xml");
    CHECK(referred_path("x.zip!a/", "./x/../b.xml") == "x.zip!a/b.xml");
}

TEST_CASE("references that lead elsewhere mean nothing") {
    for (const char* name : {"", ".", "/etc/passwd", "../b.xml", "x/../../b.xml", "%2e%2e/b.xml",
                             "https://gull.example/b.xml", "C:\\b.xml", "b.zip!c.xml",
                             "file:///../b.xml", "b%00.xml"}) {
        CAPTURE(name);
        CHECK_FALSE(referred_path("/a/", name));
    }
}

TEST_CASE("files beside a file on the disk are opened, and none outside its folder") {
    const InputFolder folder;
    folder.put("secret.xml", "secret");
    folder.put("issue/mets.xml", "mets");
    folder.put("issue/alto/1.xml", "one");
    std::filesystem::create_symlink(folder / "secret.xml", folder / "issue/link.xml");
    std::filesystem::create_directory_symlink(folder.path(), folder / "issue/up");
    const indexer::FolderNeighbours neighbours(folder / "issue/mets.xml");
    const auto found = opened(neighbours, {"alto/1.xml", "alto/2.xml", "../secret.xml", "link.xml",
                                           "up/secret.xml", "alto", "mets.xml"});
    CHECK(found == Found{{folder / "issue/alto/1.xml", "one"}});
}

TEST_CASE("files around a file are found by how they begin, up to two folders above") {
    const InputFolder folder;
    folder.put("a/mets.xml", "<mets/>");
    folder.put("a/b/other.xml", "<other/>");
    folder.put("a/b/c/1.xml", "<alto/>");
    folder.put("mets.xml", "<mets/>");
    const indexer::FolderNeighbours neighbours(folder / "a/b/c/1.xml");
    CHECK(searched(neighbours, "<mets") == Found{{folder / "a/mets.xml", "<mets/>"}});
    CHECK(searched(neighbours, "<alto").empty());
}

TEST_CASE("files beside a member of a container are opened from its folder or its top") {
    const InputFolder folder;
    const std::vector<packed::Member> members{
        {"x/mets.xml", "mets"}, {"x/alto/1.xml", "one"}, {"y/2.xml", "two"}};
    for (const char* format : {"zip", "ustar"}) {
        CAPTURE(format);
        folder.put("a.box", packed::box(members, format));
        const std::string file = folder / "a.box";
        std::uint64_t bytes_left = 1U << 20;
        const indexer::ContainerLimits limits;
        const indexer::MemberNeighbours neighbours(file, file + "!x/mets.xml", limits, bytes_left);
        CHECK(opened(neighbours, {"alto/1.xml", "../y/2.xml"})
              == Found{{file + "!x/alto/1.xml", "one"}});
        CHECK_THROWS_AS(opened(neighbours, {"/y/2.xml"}), archive::Failure);
        bytes_left = 1U << 30;
        CHECK(opened(neighbours, {"/y/2.xml"}) == Found{{file + "!y/2.xml", "two"}});
        CHECK(searched(neighbours, "mets") == Found{{file + "!x/mets.xml", "mets"}});
    }
}
