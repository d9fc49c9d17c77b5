// SPDX-License-Identifier: GPL-2.0-or-later
// words_bench.cc - How fast text is cut into words, stemmed and made into documents, on one core.
//
//   zstd -dc senate_press_releases.jsonl.zst | head -20000 | words_bench
//
// Reads articles as JSON lines with a title and a body. Prints megabytes of text a second for the
// cutter, CPU microseconds an article for documents, and what an article amounts to.
#include "archive/index/document.h"
#include "archive/index/terms.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <ctime>
#include <iostream>
#include <string>
#include <vector>

namespace {

double cpu_seconds() {
    return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

std::vector<archive::Article> read_articles(std::istream& input) {
    std::vector<archive::Article> articles;
    for (std::string line; std::getline(input, line);) {
        const auto json = nlohmann::json::parse(line, nullptr, false);
        if (!json.is_object()) continue;
        archive::Article article;
        article.id = fmt::format("{:016}", articles.size());
        article.title = json.value("title", "");
        article.title_basis = archive::TitleBasis::field;
        article.source = json.value("source", "");
        article.language = "en";
        if (!article.title.empty())
            article.zones.push_back({archive::ZoneKind::headline, article.title});
        article.zones.push_back({archive::ZoneKind::body, json.value("body", "")});
        articles.push_back(std::move(article));
    }
    return articles;
}

}  // namespace

int main() {
    const auto articles = read_articles(std::cin);
    if (articles.empty()) {
        fmt::print("no articles on standard input\n");
        return 2;
    }
    std::size_t bytes = 0;
    for (const auto& article : articles)
        bytes += article.title.size() + article.zones.back().text.size();

    constexpr int rounds = 3;
    double best_cut = 1e9;
    std::size_t words = 0;
    for (int round = 0; round < rounds; ++round) {
        words = 0;
        const double begin = cpu_seconds();
        for (const auto& article : articles) {
            archive::for_each_word(article.zones.back().text, [&](const archive::Word& word) {
                words += word.span == 1 ? 1U : 0U;
            });
        }
        best_cut = std::min(best_cut, cpu_seconds() - begin);
    }
    double best_make = 1e9;
    std::size_t terms = 0;
    for (int round = 0; round < rounds; ++round) {
        terms = 0;
        archive::DocumentMaker maker;
        const double begin = cpu_seconds();
        for (const auto& article : articles) terms += maker.make(article).terms.size();
        best_make = std::min(best_make, cpu_seconds() - begin);
    }
    const auto count = static_cast<double>(articles.size());
    const auto megabytes = static_cast<double>(bytes) / 1e6;
    fmt::print("{} articles, {:.1f} MB, {:.0f} words and {:.0f} terms an article\n",
               articles.size(), megabytes, static_cast<double>(words) / count,
               static_cast<double>(terms) / count);
    fmt::print("cut into words   {:7.1f} MB/s  {:7.1f} us an article\n", megabytes / best_cut,
               best_cut / count * 1e6);
    fmt::print("made documents   {:7.1f} MB/s  {:7.1f} us an article  {:.0f} articles/s\n",
               megabytes / best_make, best_make / count * 1e6, count / best_make);
}
