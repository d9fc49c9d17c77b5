// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/base/walked_file.h"

#include "tests/support/small_archive.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <string>

using namespace archive;

namespace {

/// Bytes of files that are mapped and in memory, of this process.
std::size_t mapped_bytes() {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        if (line.rfind("RssFile:", 0) == 0) return std::stoull(line.substr(8)) * 1024;
    }
    return 0;
}

std::string numbered_lines(std::size_t bytes) {
    std::string lines;
    for (std::size_t i = 0; lines.size() < bytes; ++i) lines += std::to_string(i) + '\n';
    return lines;
}

}  // namespace

TEST_CASE("a file that is walked twice is the same both times, and never whole in memory") {
    const tests::TemporaryFolder folder;
    const auto path = folder.path() + "/lines";
    const auto written = numbered_lines(5 * most_walked_in_memory);
    write_whole_file(path, written);
    const auto before = mapped_bytes();
    REQUIRE(before > 0);
    WalkedFile file(path);
    std::size_t most = 0;
    for (int walk = 0; walk < 2; ++walk) {
        bool same = true;
        constexpr std::size_t step = 100'000;
        for (std::size_t at = 0; at < written.size(); at += step) {
            same = same && file.from(at).substr(0, step) == written.substr(at, step);
            most = std::max(most, mapped_bytes() - std::min(before, mapped_bytes()));
        }
        CHECK(same);
        CHECK(file.from(written.size()).empty());
    }
    CHECK(most > 0);
    CHECK(most < 3 * most_walked_in_memory);
}
