// SPDX-License-Identifier: GPL-2.0-or-later
#include "server/alias_watch.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

using server::AliasWatch;
using Look = AliasWatch::Look;

namespace {

class Folder {
public:
    Folder() {
        std::string name = (std::filesystem::temp_directory_path() / "aliases-XXXXXX").string();
        REQUIRE(::mkdtemp(name.data()) != nullptr);
        path_ = name;
    }
    ~Folder() { std::filesystem::remove_all(path_); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    std::string file(const std::string& name) const { return path_ + "/" + name; }

private:
    std::string path_;
};

void write(const std::string& path, const std::string& text) {
    std::ofstream(path, std::ios::binary) << text;
}

constexpr auto harbour = "org:harbour-office\torg\tHarbour Office\tHO\tcs\n";
constexpr auto hotel = "org:hotel-orient\torg\tHotel Orient\tHO\tcs\n";

}  // namespace

TEST_CASE("an edit is followed at the next look, also one of the same length in the same moment") {
    const Folder folder;
    const auto file = folder.file("aliases.tsv");
    AliasWatch watch(file, AliasWatch::Needed::no);
    CHECK(watch.look() == Look::unchanged);
    CHECK(watch.table().get() == &archive::AliasTable::shipped());
    write(file, harbour);
    CHECK(watch.look() == Look::followed);
    CHECK(watch.table()->id_of("org ho") == "org:harbour-office");
    CHECK(watch.report().aliases == 1);
    const auto before = watch.table();
    CHECK(watch.look() == Look::unchanged);
    CHECK(watch.table() == before);
    auto same_length = std::string(hotel);
    same_length.resize(std::string(harbour).size(), '\n');
    write(file, same_length);
    CHECK(watch.look() == Look::followed);
    CHECK(watch.table()->id_of("org ho") == "org:hotel-orient");
}

TEST_CASE("a file that vanishes or cannot be read leaves the names as they were") {
    const Folder folder;
    const auto file = folder.file("aliases.tsv");
    write(file, harbour);
    AliasWatch watch(file, AliasWatch::Needed::no);
    CHECK(watch.look() == Look::followed);
    std::filesystem::remove(file);
    CHECK(watch.look() == Look::failed);
    CHECK(watch.look() == Look::unchanged);
    CHECK(watch.report().trouble);
    CHECK(watch.table()->id_of("org ho") == "org:harbour-office");
    std::filesystem::create_directory(file);
    CHECK(watch.look() == Look::unchanged);
    CHECK(watch.report().trouble);
    std::filesystem::remove(file);
    write(file, harbour);
    CHECK(watch.look() == Look::followed);
    CHECK_FALSE(watch.report().trouble);
}

TEST_CASE("a file that was named must be there") {
    const Folder folder;
    AliasWatch watch(folder.file("none.tsv"), AliasWatch::Needed::yes);
    CHECK(watch.look() == Look::failed);
    CHECK(watch.report().trouble->code == archive::ErrorCode::file_unreadable);
}

TEST_CASE("bad lines are skipped and named by their numbers") {
    const Folder folder;
    const auto file = folder.file("aliases.tsv");
    write(file, std::string("# names\nnonsense\n") + harbour + "org:x\tplanet\tX\tX\n");
    AliasWatch watch(file, AliasWatch::Needed::no);
    CHECK(watch.look() == Look::followed);
    const auto report = watch.report();
    REQUIRE(report.bad_lines.size() == 2);
    CHECK(report.bad_lines[0].where == "line 2");
    CHECK(report.bad_lines[1].where == "line 4");
    CHECK(watch.table()->id_of("org ho") == "org:harbour-office");
}

TEST_CASE("bad lines that come, move and go are told while the names stay") {
    const Folder folder;
    const auto file = folder.file("aliases.tsv");
    write(file, harbour);
    AliasWatch watch(file, AliasWatch::Needed::no);
    CHECK(watch.look() == Look::followed);
    CHECK(watch.report().bad_lines.empty());
    write(file, std::string(harbour) + "nonsense\n");
    CHECK(watch.look() == Look::followed);
    REQUIRE(watch.report().bad_lines.size() == 1);
    CHECK(watch.report().bad_lines[0].where == "line 2");
    const auto before = watch.table();
    write(file, std::string("# names\n") + harbour + "nonsense\n");
    CHECK(watch.look() == Look::followed);
    REQUIRE(watch.report().bad_lines.size() == 1);
    CHECK(watch.report().bad_lines[0].where == "line 3");
    CHECK(watch.table() == before);
    write(file, std::string("# names\n") + harbour);
    CHECK(watch.look() == Look::followed);
    CHECK(watch.report().bad_lines.empty());
    CHECK(watch.report().aliases == 1);
}
