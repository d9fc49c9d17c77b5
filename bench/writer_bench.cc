// SPDX-License-Identifier: GPL-2.0-or-later
// writer_bench.cc - What it costs to write an index, apart from reading and understanding articles.
//
//   writer_bench [--jobs N] [--tagger] [FILE or FOLDER]...      without any, the sample archive
//
// Articles are read and analysed first, into memory; names are looked for with --tagger only. What
// is timed begins there and ends with a published revision: packing and signing the articles, their
// words and postings, columns, tokens and text, the manifest. Prints CPU microseconds an article in
// all threads, the best of three rounds, each into an empty folder, and what lies on disk.
#include "archive/base/settings.h"
#include "archive/index/identity.h"
#include "archive/index/publication.h"
#include "archive/index/spool.h"
#include "indexer/analysis/chain.h"
#include "indexer/input_files.h"
#include "indexer/names/name_reader.h"
#include "indexer/parallel.h"
#include "indexer/readers/read_file.h"
#include "indexer/readers/registry.h"
#include "indexer/stories/event_terms.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <ctime>
#include <filesystem>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;
using archive::Article;

constexpr int rounds = 3;

double cpu_seconds() {
    return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

struct Options {
    unsigned jobs = 2;
    bool tagger = false;
    std::vector<std::string> paths;
};

Options options_of(const std::vector<std::string>& arguments) {
    Options options;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const auto& argument = arguments[i];
        if (argument == "--tagger") {
            options.tagger = true;
        } else if (argument == "--jobs" && i + 1 < arguments.size()) {
            const auto& number = arguments[++i];
            std::from_chars(number.data(), number.data() + number.size(), options.jobs);
        } else {
            options.paths.push_back(argument);
        }
    }
    if (options.paths.empty()) options.paths.emplace_back("tests/corpus/sample");
    return options;
}

std::vector<Article> analysed_articles(const Options& options) {
    const indexer::Registry registry;
    std::vector<Article> articles;
    const auto roots = indexer::input_roots(options.paths);
    if (!roots) throw archive::Failure(roots.error());
    const auto read = [&](const indexer::InputFile& file) {
        indexer::read_file(registry, file, {}, [&](indexer::RecordOutcome outcome) {
            if (outcome.record.kind == indexer::Record::Kind::article)
                articles.push_back(std::move(outcome.record.article));
            return true;
        });
        return true;
    };
    indexer::for_each_input_file(*roots, indexer::Links::leave, read, [](const auto&) {});

    archive::Settings settings;
    const auto set =
        settings.set(options.tagger ? "entities.tagger=true" : "entities.tagger=false");
    if (!set) throw archive::Failure(set.error());
    const indexer::NameKnowledge names(settings);
    indexer::in_parallel(articles.size(), options.jobs, [&](std::size_t i) {
        thread_local indexer::NameReader reader(names);
        articles[i].id = archive::article_id(articles[i], "");
        indexer::analyse_filed(articles[i], "", reader);
    });
    const auto by_id = [](const Article& left, const Article& right) { return left.id < right.id; };
    const auto same_id = [](const Article& left, const Article& right) {
        return left.id == right.id;
    };
    std::stable_sort(articles.begin(), articles.end(), by_id);
    articles.erase(std::unique(articles.begin(), articles.end(), same_id), articles.end());
    return articles;
}

/// CPU seconds of one publication.
double publish(const std::vector<Article>& articles, const std::string& index, unsigned jobs) {
    constexpr std::int64_t now = 1'600'000'000;
    const double begin = cpu_seconds();
    archive::PublicationOptions options;
    options.jobs = jobs;
    archive::Publication publication(index, archive::Publication::Mode::rebuild, options);
    archive::Spool spool(index);
    archive::RevisionDraft draft;
    draft.articles.resize(articles.size());
    indexer::in_parallel(articles.size(), jobs,
                         [&](std::size_t i) { draft.articles[i] = spool.add(articles[i]); });
    publication.publish(spool, std::move(draft), now);
    return cpu_seconds() - begin;
}

std::uint64_t bytes_under(const fs::path& folder) {
    std::uint64_t bytes = 0;
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        bytes += entry.is_regular_file() ? entry.file_size() : 0;
    return bytes;
}

}  // namespace

int main(int count, char** arguments) {
    const auto options = options_of({arguments + 1, arguments + count});
    const auto articles = analysed_articles(options);
    if (articles.empty()) {
        fmt::print("no articles\n");
        return 2;
    }
    std::uint64_t text = 0;
    for (const auto& article : articles) {
        for (const auto& zone : article.zones) text += zone.text.size();
    }
    const fs::path scratch =
        fs::temp_directory_path() / fmt::format("dateline-writer-bench-{}", ::getpid());
    double best = 1e9;
    std::uint64_t bytes = 0;
    for (int round = 0; round < rounds; ++round) {
        const auto index = scratch / std::to_string(round);
        fs::create_directories(index);
        best = std::min(best, publish(articles, index.string(), options.jobs));
        bytes = bytes_under(index);
        fs::remove_all(index);
    }
    fs::remove_all(scratch);
    const auto articles_count = static_cast<double>(articles.size());
    fmt::print("{} articles, {:.1f} MB of text, {} threads\n", articles.size(),
               static_cast<double>(text) / 1e6, options.jobs);
    fmt::print("CPU {:.2f} s, {:.0f} us an article\n", best, best / articles_count * 1e6);
    fmt::print("index {:.1f} MB, {:.2f} of the text\n", static_cast<double>(bytes) / 1e6,
               static_cast<double>(bytes) / static_cast<double>(text));
}
