// SPDX-License-Identifier: GPL-2.0-or-later
// names_bench.cc - How fast names are found, on one core, and what the tagger takes to load.
//
//   zstd -dc senate_press_releases.jsonl.zst | head -5000 | names_bench
//
// Reads articles as JSON lines with a body; run in the root of the source tree. Prints seconds and
// megabytes of memory for model and lists, and megabytes of text a second from words to labels, and
// from zones to names and quotations.
#include "archive/base/settings.h"
#include "indexer/names/name_files.h"
#include "indexer/names/name_reader.h"
#include "indexer/names/training/raw_text.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <ctime>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

namespace {

double cpu_seconds() {
    return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

/// Megabytes of memory that the program has in use.
double megabytes_in_use() {
    std::ifstream status("/proc/self/statm");
    double pages = 0;
    status >> pages >> pages;
    return pages * 4096 / 1e6;
}

}  // namespace

int main() {
    const double memory_before = megabytes_in_use();
    const double load_begin = cpu_seconds();
    const auto tagger = indexer::tagger_for(archive::Settings());
    fmt::print("loaded in {:.3f} s, {:.0f} MB\n", cpu_seconds() - load_begin,
               megabytes_in_use() - memory_before);

    std::vector<std::string> bodies;
    std::size_t bytes = 0;
    for (std::string line; std::getline(std::cin, line);) {
        const auto json = nlohmann::json::parse(line, nullptr, false);
        if (!json.is_object()) continue;
        bodies.push_back(json.value("body", ""));
        bytes += bodies.back().size();
    }
    if (bytes == 0) {
        fmt::print("no articles on standard input\n");
        return 2;
    }
    std::vector<indexer::Sentences> articles;
    std::size_t words = 0;
    for (const auto& body : bodies) {
        indexer::Sentences article;
        indexer::for_each_sentence(body, [&](const auto& sentence) {
            article.words.insert(article.words.end(), sentence.begin(), sentence.end());
            article.end_sentence();
        });
        words += article.words.size();
        articles.push_back(std::move(article));
    }
    constexpr int rounds = 3;
    double best = 1e9;
    std::size_t names = 0;
    indexer::TaggerBuffers buffers;
    for (int round = 0; round < rounds; ++round) {
        names = 0;
        const double begin = cpu_seconds();
        for (const auto& article : articles)
            names += indexer::spans_of(tagger.labels(article, buffers)).size();
        best = std::min(best, cpu_seconds() - begin);
    }
    const double megabytes = static_cast<double>(bytes) / 1e6;
    const auto count = static_cast<double>(articles.size());
    fmt::print("{} articles, {:.1f} MB, {} words, {:.1f} names an article\n", articles.size(),
               megabytes, words, static_cast<double>(names) / count);
    const indexer::NameKnowledge knowledge{archive::Settings()};
    indexer::NameReader reader(knowledge);
    double whole = 1e9;
    for (int round = 0; round < rounds; ++round) {
        double seconds = 0;
        for (const auto& body : bodies) {
            archive::Article article;
            article.language = "en";
            article.zones.push_back({archive::ZoneKind::body, body});
            const double begin = cpu_seconds();
            reader.read(article);
            seconds += cpu_seconds() - begin;
        }
        whole = std::min(whole, seconds);
    }
    fmt::print("read     {:7.2f} MB/s  {:7.1f} us an article  {:.0f} articles/s\n",
               megabytes / whole, whole / count * 1e6, count / whole);
    fmt::print("tagged   {:7.2f} MB/s  {:7.1f} us an article  {:.0f} articles/s\n",
               megabytes / best, best / count * 1e6, count / best);
}
