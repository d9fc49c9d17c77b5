// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/kept_text.h"

#include "archive/search/term_hashes.h"

#include <algorithm>
#include <bit>
#include <span>

namespace archive {

namespace {

constexpr std::size_t words_of_a_run = 3;

/// The hash of every run of `run` words; never 0, which is an open slot.
std::vector<std::uint64_t> run_hashes(const std::vector<std::uint64_t>& words, std::size_t run) {
    std::vector<std::uint64_t> runs;
    if (run == 0 || words.size() < run) return runs;
    runs.reserve(words.size() - run + 1);
    for (std::size_t at = 0; at + run <= words.size(); ++at)
        runs.push_back(hash_of_run(std::span(words).subspan(at, run)) | 1U);
    return runs;
}

std::vector<std::uint64_t> table_of(const std::vector<std::uint64_t>& runs) {
    std::vector<std::uint64_t> table(std::bit_ceil(2 * runs.size() + 1));
    const auto mask = table.size() - 1;
    for (const auto run : runs) {
        auto at = (run >> 1U) & mask;
        while (table[at] != 0 && table[at] != run) at = (at + 1) & mask;
        table[at] = run;
    }
    return table;
}

bool holds(const std::vector<std::uint64_t>& table, std::uint64_t run) {
    const auto mask = table.size() - 1;
    auto at = (run >> 1U) & mask;
    while (table[at] != 0 && table[at] != run) at = (at + 1) & mask;
    return table[at] == run;
}

/// How many words stand in a run that the table holds.
std::size_t covered(const std::vector<std::uint64_t>& runs, std::size_t run,
                    const std::vector<std::uint64_t>& table) {
    std::size_t words = 0;
    std::size_t end = 0;  // of the words counted so far
    for (std::size_t at = 0; at < runs.size(); ++at) {
        if (!holds(table, runs[at])) continue;
        words += at + run - std::max(end, at);
        end = at + run;
    }
    return words;
}

}  // namespace

EarliestText::EarliestText(std::string_view text) {
    const auto words = term_hashes(text);
    words_ = words.size();
    run_ = std::min(words_of_a_run, words_);
    runs_ = run_hashes(words, run_);
    known_ = table_of(runs_);
}

KeptText EarliestText::kept_by(std::string_view version) const {
    const auto words = term_hashes(version);
    const auto runs = run_hashes(words, run_);
    const auto kept = covered(runs_, run_, table_of(runs));
    KeptText result;
    if (words_ > 0) result.kept = static_cast<double>(kept) / static_cast<double>(words_);
    result.dropped = words_ - kept;
    result.added = words.size() - covered(runs, run_, known_);
    return result;
}

}  // namespace archive
