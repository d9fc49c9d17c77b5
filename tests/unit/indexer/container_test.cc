// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/container.h"

#include "indexer/readers/unpacking.h"
#include "tests/support/input_folder.h"
#include "tests/support/packed_files.h"

#include <doctest/doctest.h>

#include <map>
#include <string>
#include <vector>

using archive::ErrorCode;
using indexer::Origin;
using packed::Member;

namespace {

struct Seen final : indexer::MemberVisitor {
    std::map<std::string, std::string> members;
    std::map<std::string, archive::Error> rejects;
    std::map<std::string, std::string> skips;
    std::map<std::string, std::string> folders;
    std::size_t stop_after = 1'000'000;

    bool member(const Origin& origin, indexer::Bytes& bytes) override {
        folders[origin.path] = origin.folder;
        members[origin.path] = indexer::read_whole(bytes, 100U << 20U).text;
        return members.size() < stop_after;
    }
    bool rejected(const std::string& path, archive::Error error) override {
        rejects.emplace(path, std::move(error));
        return true;
    }
    bool skipped(const std::string& path, std::string note) override {
        skips[path] = std::move(note);
        return true;
    }
};

Seen seen_in(const std::string& bytes, const indexer::ContainerLimits& limits = {},
             std::size_t stop_after = 1'000'000) {
    const InputFolder folder;
    folder.put("a", bytes);
    indexer::FileBytes file(folder / "a");
    Seen seen;
    seen.stop_after = stop_after;
    indexer::for_each_member(file, {"a", "news"}, limits, seen);
    return seen;
}

const std::vector<Member> two{{"b/one.txt", "first"}, {"b/two.txt", "second"}};

}  // namespace

TEST_CASE("a file that is no container comes as it is") {
    const auto seen = seen_in("just text");
    CHECK(seen.members == std::map<std::string, std::string>{{"a", "just text"}});
    CHECK(seen.folders.at("a") == "news");
}

TEST_CASE("a compressed file keeps its name") {
    for (const char* filter : {"gzip", "bzip2", "xz", "zstd", "lz4"}) {
        CAPTURE(filter);
        const auto seen = seen_in(packed::compressed("hello", filter));
        CHECK(seen.rejects.empty());
        CHECK(seen.members == std::map<std::string, std::string>{{"a", "hello"}});
    }
}

TEST_CASE("members are named after an exclamation mark") {
    for (const char* format : {"ustar", "pax", "zip", "7zip"}) {
        CAPTURE(format);
        const auto seen = seen_in(packed::box(two, format));
        CHECK(seen.rejects.empty());
        CHECK(seen.members
              == std::map<std::string, std::string>{{"a!b/one.txt", "first"},
                                                    {"a!b/two.txt", "second"}});
        CHECK(seen.folders.at("a!b/one.txt") == "b");
    }
}

TEST_CASE("containers in containers are read three levels deep") {
    const auto inner = packed::compressed(packed::box(two, "ustar"), "gzip");
    const auto second = packed::box({{"in.tar.gz", inner}}, "zip");
    const auto third = packed::box({{"mid.zip", second}}, "7zip");
    CHECK(seen_in(third).members.contains("a!mid.zip!in.tar.gz!b/one.txt"));
    const auto seen = seen_in(packed::box({{"outer.7z", third}, {"z.txt", "after"}}, "ustar"));
    CHECK(seen.members == std::map<std::string, std::string>{{"a!z.txt", "after"}});
    REQUIRE(seen.rejects.size() == 1);
    CHECK(seen.rejects.begin()->second.code == ErrorCode::container_limit);
}

TEST_CASE("damage keeps what came before and is said once") {
    std::string big;
    for (int i = 0; i < 40'000; ++i) big += std::to_string(i * 7919 % 100'003) + " ";
    SUBCASE("a tar that ends too early") {
        const auto bytes = packed::box({{"one.txt", "first"}, {"two.txt", big}}, "ustar");
        const auto seen = seen_in(bytes.substr(0, bytes.size() / 2));
        CHECK(seen.members.at("a!one.txt") == "first");
        REQUIRE(seen.rejects.size() == 1);
        CHECK(seen.rejects.begin()->first == "a!two.txt");
        CHECK(seen.rejects.begin()->second.code == ErrorCode::container_damaged);
        CHECK(seen.members.at("a!two.txt").size() > big.size() / 3);
        CHECK(big.starts_with(seen.members.at("a!two.txt")));
    }
    SUBCASE("a compressed tar that ends too early") {
        const auto bytes = packed::compressed(
            packed::box({{"one.txt", "first"}, {"two.txt", big}}, "ustar"), "gzip");
        const auto seen = seen_in(bytes.substr(0, bytes.size() / 2));
        CHECK(seen.members.at("a!one.txt") == "first");
        REQUIRE(seen.rejects.size() == 1);
        CHECK(seen.rejects.begin()->first == "a!two.txt");
        CHECK(seen.rejects.begin()->second.code == ErrorCode::container_damaged);
        CHECK(
            seen.rejects.begin()->second.message.starts_with("damaged: it ends too early, after "));
        CHECK(seen.members.at("a!two.txt").size() > big.size() / 3);
        CHECK(big.starts_with(seen.members.at("a!two.txt")));
    }
    SUBCASE("a compressed tar in another that ends too early") {
        const auto inner = packed::compressed(
            packed::box({{"one.txt", "first"}, {"two.txt", big}}, "ustar"), "gzip");
        const auto bytes = packed::compressed(packed::box({{"in.tar.gz", inner}}, "ustar"), "gzip");
        const auto seen = seen_in(bytes.substr(0, bytes.size() / 2));
        CHECK(seen.members.at("a!in.tar.gz!one.txt") == "first");
        REQUIRE(seen.rejects.size() == 1);
        CHECK(seen.rejects.begin()->first == "a!in.tar.gz!two.txt");
        CHECK(big.starts_with(seen.members.at("a!in.tar.gz!two.txt")));
    }
    SUBCASE("a zip that ends too early") {
        const auto bytes = packed::box({{"one.txt", "first"}, {"two.txt", big}}, "zip");
        const auto seen = seen_in(bytes.substr(0, bytes.size() / 2));
        CHECK(seen.members.at("a!one.txt") == "first");
        CHECK(seen.rejects.size() == 1);
    }
    SUBCASE("a zip with a wrong byte in one member") {
        auto bytes = packed::box({{"one.txt", big}, {"two.txt", "second"}}, "zip");
        bytes[bytes.size() / 3] = static_cast<char>(bytes[bytes.size() / 3] ^ 0x55);
        const auto seen = seen_in(bytes);
        CHECK(seen.rejects.size() == 1);
        CHECK(seen.rejects.contains("a!one.txt"));
        CHECK(seen.members.contains("a!two.txt"));
    }
    SUBCASE("a compressed file with a wrong byte") {
        for (const char* filter : {"gzip", "zstd"}) {
            CAPTURE(filter);
            auto bytes = packed::compressed(big, filter);
            bytes[bytes.size() - 3] = static_cast<char>(bytes[bytes.size() - 3] ^ 0x55);
            const auto seen = seen_in(bytes);
            REQUIRE(seen.rejects.size() == 1);
            CHECK(seen.rejects.at("a").code == ErrorCode::container_damaged);
            CHECK(seen.members.at("a").size() > big.size() / 2);
        }
    }
    SUBCASE("only the first bytes are right") {
        const auto seen = seen_in("PK\x03\x04" + std::string(200, '\x9d'));
        CHECK(seen.members.empty());
        CHECK(seen.rejects.size() == 1);
    }
}

TEST_CASE("of gzip and zstd that end too early every byte is had that can be") {
    const std::string text = "The ferry left the quay at nine, and nobody saw it come back.";
    const auto gzip = packed::compressed(text, "gzip");
    constexpr std::size_t head = 10, checksum_and_size = 8;
    std::size_t had = 0;
    for (std::size_t size = head; size < gzip.size(); ++size) {
        CAPTURE(size);
        const auto seen = seen_in(gzip.substr(0, size));
        REQUIRE(seen.rejects.size() == 1);
        CHECK(seen.rejects.at("a").code == ErrorCode::container_damaged);
        const auto& got = seen.members.at("a");
        CHECK(text.starts_with(got));
        CHECK(got.size() >= had);
        had = got.size();
        if (size + checksum_and_size >= gzip.size()) CHECK(got == text);
        if (size * 3 >= gzip.size() * 2) CHECK(got.size() > text.size() / 3);
    }
    const auto zstd = packed::compressed(text, "zstd");
    for (const auto& bytes : {gzip, zstd}) {  // two members, the second cut
        const auto seen = seen_in(bytes + bytes.substr(0, bytes.size() - 6));
        REQUIRE(seen.rejects.size() == 1);
        CHECK(seen.members.at("a").starts_with(text));
    }
}

TEST_CASE("members of gzip behind each other are one text, and padding behind them is none") {
    const auto one = packed::compressed("first ", "gzip"),
               two = packed::compressed("second", "gzip");
    const auto seen = seen_in(one + two + std::string(700, '\0'));
    CHECK(seen.rejects.empty());
    CHECK(seen.members == std::map<std::string, std::string>{{"a", "first second"}});
    const auto frames =
        seen_in(packed::compressed("first ", "zstd") + packed::compressed("second", "zstd"));
    CHECK(frames.rejects.empty());
    CHECK(frames.members == std::map<std::string, std::string>{{"a", "first second"}});
}

TEST_CASE("what expands too far is stopped and named once") {
    const std::string bomb(std::size_t{64} << 20U, 'a');
    for (const auto& bytes :
         {packed::compressed(bomb, "gzip"),
          packed::box({{"one.txt", bomb}, {"two.txt", bomb}}, "zip"),
          packed::compressed(packed::box({{"one.txt", bomb}}, "ustar"), "xz")}) {
        const auto seen = seen_in(bytes);
        CHECK(seen.members.empty());
        REQUIRE(seen.rejects.size() == 1);
        CHECK(seen.rejects.begin()->second.code == ErrorCode::container_limit);
    }
}

TEST_CASE("a container with too many entries is read up to the limit") {
    indexer::ContainerLimits limits;
    limits.entries = 1;
    const auto seen = seen_in(packed::box(two, "ustar"), limits);
    CHECK(seen.members.size() == 1);
    CHECK(seen.rejects.at("a").code == ErrorCode::container_limit);
}

TEST_CASE("links, hidden names and other oddities of containers are skipped") {
    const auto seen = seen_in(packed::box({{"../up.txt", "read, and never written anywhere"},
                                           {"link.txt", "/etc/passwd", Member::Kind::link},
                                           {"pipe", "", Member::Kind::pipe},
                                           {"folder/", "", Member::Kind::folder},
                                           {".hidden/a.txt", "x"},
                                           {"__MACOSX/._a.txt", "x"}},
                                          "ustar"));
    CHECK(seen.members.size() == 1);
    CHECK(seen.members.contains("a!../up.txt"));
    CHECK(seen.skips.size() == 4);
    CHECK(seen.rejects.empty());
}

TEST_CASE("an office document is one file and no box of files") {
    const auto bytes =
        packed::box({{"[Content_Types].xml", "<x/>"}, {"word/document.xml", "<w/>"}}, "zip");
    CHECK(seen_in(bytes).members.contains("a"));
}

TEST_CASE("an empty compressed file is an empty file") {
    CHECK(seen_in(packed::compressed("", "gzip")).members
          == std::map<std::string, std::string>{{"a", ""}});
}

TEST_CASE("looking into a container stops when told") {
    CHECK(seen_in(packed::box(two, "zip"), {}, 1).members.size() == 1);
}

TEST_CASE("text is never taken for a container") {
    for (const char* text : {"PK is not a zip", "BZh is not either", "#mtree\n./a type=file\n",
                             "WARC/1.0\r\n\r\n", "7z"}) {
        CAPTURE(text);
        CHECK(seen_in(text).members == std::map<std::string, std::string>{{"a", text}});
    }
}

TEST_CASE("a folder's name is one with letters in it") {
    CHECK(indexer::folder_of("/news/courier/2016/02/a.html") == "courier");
    CHECK(indexer::folder_of("/news/courier.tar.gz!a.html") == "courier");
    CHECK(indexer::folder_of("/news/courier.tar.gz!b/2014/a.html") == "b");
    CHECK(indexer::folder_of("a.html").empty());
}

TEST_CASE("the head of a file is looked at without being taken") {
    indexer::MemoryBytes bytes("abcdef");
    CHECK(bytes.head() == "abcdef");
    std::string taken(3, ' ');
    CHECK(bytes.read(taken.data(), 3) == 3);
    CHECK(bytes.head() == "def");
    CHECK(indexer::read_whole(bytes, 2).text == "de");
}
