// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/index/common_runs.h"

#include "archive/base/error.h"
#include "archive/index/docid_packing.h"
#include "archive/index/number_bytes.h"

#include <algorithm>

namespace archive {

std::vector<std::uint32_t> common_words(std::span<const std::uint32_t> articles,
                                        std::uint32_t documents) {
    std::vector<std::uint32_t> common;
    for (std::uint32_t number = 0; number < articles.size(); ++number) {
        if (articles[number] > documents / common_share) common.push_back(number);
    }
    if (common.size() > most_common_words) {
        const auto end = common.begin() + most_common_words;
        std::nth_element(common.begin(), end, common.end(), [&](std::uint32_t a, std::uint32_t b) {
            return articles[a] != articles[b] ? articles[a] > articles[b] : a < b;
        });
        common.erase(end, common.end());
        std::sort(common.begin(), common.end());
    }
    return common;
}

CommonRuns::CommonRuns(const std::string& folder, std::uint32_t documents)
    : common_(folder + "/runs.words"),
      directory_(folder + "/runs.at"),
      sets_(folder + "/runs"),
      path_(folder + "/runs"),
      documents_(documents) {
    NumberBytes head(directory_.bytes());
    if (head.number() != documents || common_.values().size() > most_common_words)
        throw Failure(ErrorCode::index_damaged, "has another length than the segment", path_);
    for (std::size_t words = 3; words <= longest_run; ++words) worth_[words] = head.number();
    root_ = directory_.bytes().size() - head.rest().size();
}

std::optional<std::uint8_t> CommonRuns::rank(std::uint32_t word) const {
    const auto all = common_.values();
    const auto found = std::lower_bound(all.begin(), all.end(), word);
    if (found == all.end() || *found != word) return std::nullopt;
    return static_cast<std::uint8_t>(found - all.begin());
}

/// The run as the directory has it.
std::optional<CommonRuns::Run> CommonRuns::listed(std::span<const std::uint8_t> ranks) const {
    NumberBytes entries(directory_.bytes().substr(root_));
    Run run;
    for (std::size_t word = 0; word < ranks.size(); ++word) {
        bool found = false;
        while (!found && !entries.at_end()) {
            const auto rank = static_cast<std::uint8_t>(entries.take(1)[0]);
            if (rank > ranks[word]) return std::nullopt;
            const auto articles_and_more = entries.number();
            run.articles = static_cast<std::uint32_t>(articles_and_more >> 1U);
            const auto own = DocidPacking(run.articles, documents_).bytes();
            std::uint64_t below = 0;
            std::string_view longer;
            if ((articles_and_more & 1U) != 0) {
                below = entries.number();
                longer = entries.text();
            }
            found = rank == ranks[word];
            if (!found) {
                run.at += (run.articles > 0 ? own : 0) + below;
            } else if (word + 1 < ranks.size()) {
                run.at += run.articles > 0 ? own : 0;
                entries = NumberBytes(longer);
            }
        }
        if (!found) return std::nullopt;
    }
    return run;
}

/// The run, where the directory or the rule says in which documents it is.
std::optional<CommonRuns::Run> CommonRuns::known(std::span<const std::uint8_t> ranks) const {
    if (auto run = listed(ranks)) return run;
    const auto words = ranks.size();
    if (words == 2) return Run{};
    const auto front = known(ranks.first(words - 1));
    const auto back = known(ranks.last(words - 1));
    const auto is_nowhere = [](const auto& run) { return run && run->articles == 0; };
    const auto is_frequent = [&](const auto& run) { return run && run->articles > worth_[words]; };
    if (is_nowhere(front) || is_nowhere(back) || (is_frequent(front) && is_frequent(back)))
        return Run{};
    return std::nullopt;
}

bool CommonRuns::add_documents(std::span<const std::uint32_t> words,
                               std::span<std::uint64_t> into) const {
    std::array<std::uint8_t, longest_run> ranks{};
    for (std::size_t i = 0; i < words.size(); ++i) ranks.at(i) = rank(words[i]).value();
    const auto run = known(std::span(ranks).first(words.size()));
    if (!run) return false;
    if (run->articles == 0) return true;
    const DocidPacking packing(run->articles, documents_);
    const auto bytes = sets_.bytes();
    if (run->articles > documents_ || run->at > bytes.size()
        || packing.bytes() > bytes.size() - run->at)
        throw Failure(ErrorCode::index_damaged, "ends too early", path_);
    packing.add_to(into, bytes.substr(run->at, packing.bytes()));
    return true;
}

}  // namespace archive
