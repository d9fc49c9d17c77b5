// SPDX-License-Identifier: GPL-2.0-or-later
// reading_bench.cc - How fast files become articles with zones, by format, on one core.
//
//   reading_bench [FILE or FOLDER]...      without any, the sample archive
//
// Files are read into memory first. Only recognising, reading and zoning is timed: no disk, no
// language, no index. Prints records and megabytes a second for each format met, in the best of
// three rounds.
#include "indexer/input_files.h"
#include "indexer/readers/read_file.h"
#include "indexer/readers/registry.h"

#include <fmt/format.h>

#include <algorithm>
#include <ctime>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <vector>

namespace {

double cpu_seconds() {
    return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

struct Text {
    std::string path;
    std::string bytes;
};

std::vector<Text> texts_in(const std::vector<std::string>& paths) {
    std::vector<Text> texts;
    const auto roots = indexer::input_roots(paths);
    if (!roots) throw archive::Failure(roots.error());
    const auto read = [&](const indexer::InputFile& file) {
        std::ifstream stream(file.real_path, std::ios::binary);
        texts.push_back({file.path, {std::istreambuf_iterator<char>(stream), {}}});
        return true;
    };
    indexer::for_each_input_file(*roots, indexer::Links::leave, read, [](const auto&) {});
    return texts;
}

struct Figures {
    std::uint64_t records = 0;
    std::uint64_t bytes = 0;
    double seconds = 0;
};

std::map<std::string, Figures> read_all(const indexer::Registry& registry,
                                        const std::vector<Text>& texts) {
    std::map<std::string, Figures> by_format;
    for (const auto& text : texts) {
        indexer::MemoryBytes bytes{std::string(text.bytes)};
        const double begin = cpu_seconds();
        const auto* reader = registry.reader_for(bytes.head());
        if (reader == nullptr) continue;
        auto& figures = by_format[std::string(reader->name())];
        indexer::Origin origin;
        origin.path = text.path;
        reader->read(bytes, origin, [&](const indexer::Record& record) {
            figures.records += record.kind == indexer::Record::Kind::article ? 1 : 0;
            return true;
        });
        figures.seconds += cpu_seconds() - begin;
        figures.bytes += text.bytes.size();
    }
    return by_format;
}

}  // namespace

int main(int count, char** arguments) {
    std::vector<std::string> paths(arguments + 1, arguments + count);
    if (paths.empty()) paths.emplace_back("tests/corpus/sample");
    const auto texts = texts_in(paths);
    const indexer::Registry registry;
    auto best = read_all(registry, texts);
    for (int round = 1; round < 3; ++round) {
        for (const auto& [format, figures] : read_all(registry, texts))
            best[format].seconds = std::min(best[format].seconds, figures.seconds);
    }
    for (const auto& [format, figures] : best) {
        fmt::print("{:<14}{:>9} articles {:>10.0f} articles/s {:>8.1f} MB/s\n", format,
                   figures.records, static_cast<double>(figures.records) / figures.seconds,
                   static_cast<double>(figures.bytes) / 1e6 / figures.seconds);
    }
}
