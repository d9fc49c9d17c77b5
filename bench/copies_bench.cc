// SPDX-License-Identifier: GPL-2.0-or-later
// copies_bench.cc - Finds the pairs of texts that share words, as indexing does, and says how fast.
//
//   copies_bench FILE.jsonl [SHARE=0.5]     one {"id", "text"} a line
//
// Prints a line a pair that shares at least SHARE of the smaller text's runs of five words: both
// ids, the share, the relation without dates. The score of a labelled set is that of these pairs.
#include "archive/model/article.h"
#include "indexer/stories/candidates.h"
#include "indexer/stories/relation.h"

#include <nlohmann/json.hpp>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>
#include <vector>

namespace {

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point begin) {
    return std::chrono::duration<double>(Clock::now() - begin).count();
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 2) {
        std::fputs("usage: copies_bench FILE.jsonl [SHARE=0.5]\n", stderr);
        return 64;
    }
    const double least = argc > 2 ? std::atof(argv[2]) : 0.5;
    std::vector<std::string> ids;
    std::vector<archive::Article> articles;
    std::ifstream file(argv[1]);
    for (std::string line; std::getline(file, line);) {
        const auto json = nlohmann::json::parse(line);
        ids.push_back(json.at("id"));
        articles.emplace_back().zones.push_back({archive::ZoneKind::body, json.at("text")});
    }

    auto begin = Clock::now();
    std::vector<indexer::Candidate> candidates;
    for (const auto& article : articles)
        candidates.push_back({archive::copy_signature(article), {}});
    const double signing = seconds_since(begin);
    begin = Clock::now();
    const auto pairs = indexer::candidate_pairs(candidates, indexer::Days::any);
    const double looking_up = seconds_since(begin);
    begin = Clock::now();
    std::vector<indexer::CopyText> texts;
    for (const auto& article : articles) texts.push_back(indexer::copy_text(article));
    std::size_t found = 0;
    for (const auto& pair : pairs) {
        const auto verdict = indexer::verdict(texts[pair.left], texts[pair.right]);
        if (verdict.relation == indexer::Relation::none || verdict.long_share < least) continue;
        ++found;
        std::printf("%s %s %.3f %s\n", ids[pair.left].c_str(), ids[pair.right].c_str(),
                    verdict.long_share, std::string(indexer::name(verdict.relation)).c_str());
    }
    const auto count = static_cast<double>(articles.size());
    std::fprintf(
        stderr,
        "%zu texts, %zu pairs compared, %zu found; a text: signature %.1f us, look-up %.1f "
        "us, comparing %.1f us\n",
        articles.size(), pairs.size(), found, signing / count * 1e6, looking_up / count * 1e6,
        seconds_since(begin) / count * 1e6);
    return 0;
}
