// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/base/sync_together.h"

#include "archive/base/error.h"
#include "archive/base/files.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include <filesystem>
#include <iterator>
#include <string>

namespace {

namespace fs = std::filesystem;

/// A folder of our own, removed at the end.
class Folder {
public:
    Folder() {
        path_ = (fs::temp_directory_path() / "dateline_XXXXXX").string();
        REQUIRE(::mkdtemp(path_.data()) != nullptr);
    }
    ~Folder() { fs::remove_all(path_); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    std::string file(int number) const { return path_ + "/" + std::to_string(number); }

private:
    std::string path_;
};

std::ptrdiff_t open_files() {
    return std::distance(fs::directory_iterator("/proc/self/fd"), fs::directory_iterator());
}

}  // namespace

TEST_SUITE("files made durable together") {
    TEST_CASE("they are whole and closed, and have the stamps they have one by one") {
        const Folder folder;
        const auto before = open_files();
        archive::SyncTogether together;
        for (int number = 0; number < 40; ++number) {
            const auto text = "file " + std::to_string(number);
            const auto stamp = archive::write_whole_file(folder.file(number), text);
            CHECK(stamp == archive::stamp_of(folder.file(number)));
        }
        CHECK(open_files() == before + 40);
        together.finish();
        CHECK(open_files() == before);
        CHECK(archive::read_whole_file(folder.file(39)) == "file 39");
    }

    TEST_CASE("one that cannot be made durable is named, and nothing stays open") {
        const Folder folder;
        const auto before = open_files();
        {
            archive::SyncTogether together;
            archive::write_whole_file(folder.file(1), "one");
            together.add(-1, "the lost file");
            try {
                together.finish();
                FAIL("nothing was thrown");
            } catch (const archive::Failure& failure) {
                CHECK(std::string(failure.what()).find("the lost file") != std::string::npos);
            }
        }
        CHECK(open_files() == before);
    }

    TEST_CASE("what is finished behind its end is durable at once again") {
        const Folder folder;
        { const archive::SyncTogether together; }
        const auto before = open_files();
        archive::write_whole_file(folder.file(1), "one");
        CHECK(open_files() == before);
    }
}
