// SPDX-License-Identifier: GPL-2.0-or-later
// completions.h - What may be meant by the beginning of a word or a name.
#pragma once

#include "archive/search/archive_facts.h"
#include "archive/search/matching.h"
#include "archive/search/search_result.h"

#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace archive {

/// Completes words, from one snapshot. Thread-safe. Very short beginnings have thousands of words:
/// their commonest are worked out once and kept.
class Completions {
public:
    explicit Completions(const Snapshot& snapshot) : snapshot_(snapshot) {}

    /// The commonest words that begin as the last word of `typed` does.
    std::vector<Completion> words(OpenPostings& postings, std::string_view typed,
                                  std::size_t limit) const;

private:
    struct Counted {
        std::string word;
        std::uint32_t articles = 0;
    };
    std::vector<Counted> commonest(OpenPostings& postings, const std::string& prefix) const;

    const Snapshot& snapshot_;
    mutable std::mutex mutex_;
    mutable std::map<std::string, std::vector<Counted>> kept_;
};

/// Values of a names column, most articles first: those with a form one of whose words begins as
/// all of `typed` does. A person, organisation or place is completed by any alias.
std::vector<Completion> name_completions(const ArchiveFacts& facts, schema::Names column,
                                         std::string_view typed, std::size_t limit);

}  // namespace archive
