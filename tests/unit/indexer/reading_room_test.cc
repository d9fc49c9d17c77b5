// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/reading_room.h"

#include "archive/base/error.h"
#include "tests/support/input_folder.h"

#include <doctest/doctest.h>

#include <map>
#include <mutex>
#include <string>
#include <vector>

namespace {

using indexer::FileWork;
using indexer::ReadingRoom;

std::string line(int number) {
    return R"({"id":"a-)" + std::to_string(number)
           + R"(","title":"Ferry late again","text":"The ferry to Northwake was late again today."})"
             "\n";
}

/// A folder of files, and a room that reads them into a spool beside it.
class Desk {
public:
    Desk() { folder_.put("spool/here"); }

    void put(const std::string& name, const std::string& bytes) {
        folder_.put("news/" + name, bytes);
    }

    ReadingRoom& room() {
        if (!room_) {
            spool_ = std::make_unique<archive::Spool>(folder_ / "spool");
            indexer::ReadingOptions options;
            options.jobs = 2;
            room_ = std::make_unique<ReadingRoom>(
                registry_, *spool_, options,
                [this](const std::string& path, const archive::LedgerReject& reject) {
                    const std::scoped_lock lock(mutex_);
                    rejects_.push_back(path + ":" + std::to_string(reject.record));
                });
        }
        return *room_;
    }

    void read_all() {
        const std::vector<std::string> paths{folder_ / "news"};
        const auto roots = indexer::input_roots(paths);
        REQUIRE(roots);
        indexer::for_each_input_file(
            *roots, indexer::Links::leave,
            [&](indexer::InputFile file) { return room().read(std::move(file)), true; },
            [](const auto&) {});
    }

    std::map<std::string, std::shared_ptr<FileWork>> works() {
        std::map<std::string, std::shared_ptr<FileWork>> by_name;
        for (auto& work : room().works())
            by_name[work->file.path.substr(work->file.path.rfind('/') + 1)] = work;
        return by_name;
    }

    const std::vector<std::string>& rejects() const { return rejects_; }

private:
    InputFolder folder_;
    indexer::Registry registry_;
    std::unique_ptr<archive::Spool> spool_;
    std::mutex mutex_;
    std::vector<std::string> rejects_;
    std::unique_ptr<ReadingRoom> room_;
};

bool never() {
    return false;
}

}  // namespace

TEST_SUITE("the reading room") {
    TEST_CASE("every record of a file is counted as it comes and noted by its kind") {
        Desk desk;
        desk.put("a.jsonl", line(1) + "{\"id\":\n" + line(2) + line(3));
        desk.put("b.json", line(4));
        desk.put("c.png", "\x89PNG\r\n\x1a\n");
        desk.read_all();
        desk.room().wait(never);
        desk.room().pause();
        const auto works = desk.works();
        REQUIRE(works.size() == 3);
        for (const auto& named : works) {
            CAPTURE(named.first);
            const auto& work = named.second;
            const auto& entry = work->entry;
            CHECK(entry.complete);
            CHECK(work->pending == 0);
            CHECK(work->read == entry.records.size() + entry.rejects.size() + entry.skipped);
            CHECK(work->spooled.size() == entry.records.size());
            for (std::size_t i = 0; i < entry.records.size(); ++i)
                CHECK(entry.records[i].id == work->spooled[i].id);
        }
        CHECK(works.at("a.jsonl")->read == 4);
        CHECK(works.at("a.jsonl")->entry.rejects.size() == 1);
        CHECK(works.at("c.png")->entry.skipped == 1);
        CHECK(desk.rejects().size() == 1);
        CHECK(desk.room().articles() == 4);
        CHECK(desk.room().rejects() == 1);
        desk.room().resume();
    }

    TEST_CASE("nothing moves while the room pauses") {
        Desk desk;
        desk.room().pause();
        desk.put("a.jsonl", line(1) + line(2));
        desk.read_all();
        CHECK(desk.room().articles() == 0);
        REQUIRE(desk.works().size() == 1);
        CHECK(desk.works().at("a.jsonl")->read == 0);
        desk.room().resume();
        desk.room().wait(never);
        CHECK(desk.room().articles() == 2);
    }

    TEST_CASE("a room that is stopped leaves files incomplete") {
        Desk desk;
        desk.room().stop();
        desk.put("a.jsonl", line(1));
        desk.read_all();
        desk.room().wait(never);
        const auto works = desk.works();
        REQUIRE(works.size() == 1);
        CHECK_FALSE(works.at("a.jsonl")->entry.complete);
        CHECK(desk.room().articles() == 0);
    }

    TEST_CASE("a work leaves the room once it is done and was handed over") {
        Desk desk;
        desk.put("a.jsonl", line(1));
        desk.read_all();
        desk.room().wait(never);
        desk.room().pause();
        CHECK(desk.works().size() == 1);
        CHECK(desk.works().empty());
        desk.room().resume();
    }
}
