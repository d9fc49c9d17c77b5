// SPDX-License-Identifier: GPL-2.0-or-later
// warc_bench.cc - How fast the records of a web crawl are found and their pages unpacked, on one
// core.
//
//   warc_bench CRAWL.warc
//
// Prints megabytes of the crawl a second: for finding the records alone, and with the pages they
// carry unpacked. Reading the articles in the pages is not counted: that is the bench of pages.
#include "indexer/readers/crawl_page.h"
#include "indexer/readers/crawl_records.h"
#include "indexer/readers/file_bytes.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <ctime>

namespace {

double cpu_seconds() {
    return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

struct Scan {
    std::uint64_t records = 0;
    std::uint64_t pages = 0;
    double seconds = 0;
};

enum class Pages { leave, unpack };

Scan scan(const char* path, Pages pages) {
    Scan done;
    const double begin = cpu_seconds();
    indexer::FileBytes bytes(path);
    indexer::CrawlRecords crawl(bytes);
    while (const auto record = crawl.next()) {
        ++done.records;
        if (pages == Pages::unpack && indexer::page_of(*record).why_not.empty()) ++done.pages;
    }
    done.seconds = cpu_seconds() - begin;
    return done;
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 2) {
        fmt::print("give the path of one crawl that is not compressed\n");
        return 2;
    }
    const char* path = arguments[1];
    const double megabytes = static_cast<double>(indexer::FileBytes(path).size()) / 1e6;
    constexpr int rounds = 3;
    Scan found = scan(path, Pages::leave), unpacked = scan(path, Pages::unpack);
    for (int round = 1; round < rounds; ++round) {
        found.seconds = std::min(found.seconds, scan(path, Pages::leave).seconds);
        unpacked.seconds = std::min(unpacked.seconds, scan(path, Pages::unpack).seconds);
    }
    fmt::print("{:.1f} MB, {} records, {} pages\n", megabytes, found.records, unpacked.pages);
    fmt::print("records found    {:7.0f} MB/s\n", megabytes / found.seconds);
    fmt::print("pages unpacked   {:7.0f} MB/s\n", megabytes / unpacked.seconds);
}
