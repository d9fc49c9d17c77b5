// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/read_ahead.h"

#include "archive/base/result.h"
#include "indexer/readers/file_bytes.h"

#include <doctest/doctest.h>

#include <string>

namespace {

using indexer::MemoryBytes;
using indexer::ReadAhead;

/// A file that cannot be read behind its first bytes.
class Torn final : public indexer::Bytes {
public:
    std::string_view head() override { return "some"; }
    std::size_t read(char* buffer, std::size_t size) override {
        if (handed_over_) {
            throw archive::Failure(archive::ErrorCode::file_unreadable, "torn", "file");
        }
        handed_over_ = true;
        return head().copy(buffer, size);
    }

private:
    bool handed_over_ = false;
};

}  // namespace

TEST_CASE("what is read ahead grows until the end of the file") {
    const std::string file(3 * ReadAhead::block_bytes + 7, 'x');
    MemoryBytes bytes(file);
    ReadAhead ahead(bytes);
    CHECK(ahead.rest().empty());
    CHECK(ahead.has(ReadAhead::block_bytes + 1));
    CHECK_FALSE(ahead.ended());
    CHECK_FALSE(ahead.has(file.size() + 1));
    CHECK(ahead.rest() == file);
    CHECK(ahead.ended());
    CHECK_FALSE(ahead.more());
}

TEST_CASE("what is passed is gone, and what follows keeps its order") {
    std::string file;
    for (int i = 0; file.size() < 4 * ReadAhead::block_bytes; ++i) file += std::to_string(i) + ' ';
    for (const std::size_t step : {std::size_t{1'000}, ReadAhead::block_bytes - 1}) {
        CAPTURE(step);
        MemoryBytes bytes(file);
        ReadAhead ahead(bytes);
        std::string seen;
        while (ahead.has(1)) {
            ahead.has(2 * step);
            seen += ahead.rest().substr(0, step);
            ahead.pass(step);
        }
        CHECK(seen == file);
    }
}

TEST_CASE("passing more than there is passes what there is") {
    MemoryBytes bytes("abc");
    ReadAhead ahead(bytes, "xyz");
    CHECK(ahead.rest() == "xyz");
    ahead.pass(100);
    CHECK(ahead.rest().empty());
    REQUIRE(ahead.more());
    CHECK(ahead.rest() == "abc");
}

TEST_CASE("a byte-order mark is passed only where it is whole") {
    for (const auto& [file, left] : {std::pair<std::string, std::string>{"\xef\xbb\xbf"
                                                                         "a",
                                                                         "a"},
                                     {"\xef\xbb", "\xef\xbb"},
                                     {"abcd", "abcd"},
                                     {"", ""}}) {
        MemoryBytes bytes(file);
        ReadAhead ahead(bytes);
        ahead.pass_byte_order_mark();
        ahead.has(file.size());
        CHECK(ahead.rest() == left);
    }
}

TEST_CASE("what was read before reading failed is still there, and the file has ended") {
    Torn bytes;
    ReadAhead ahead(bytes);
    REQUIRE(ahead.more());
    CHECK_THROWS_AS(ahead.more(), archive::Failure);
    CHECK(ahead.rest() == "some");
    CHECK(ahead.ended());
    CHECK_FALSE(ahead.more());
}
