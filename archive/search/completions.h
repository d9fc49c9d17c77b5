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

/// Completes what is typed, from one snapshot. Thread-safe. Very short beginnings have thousands of
/// words: their commonest are worked out once and kept.
class Completions {
public:
    explicit Completions(const ArchiveFacts& facts) : facts_(facts) {}

    /// The commonest words that begin as the last word of `typed` does.
    std::vector<Completion> words(OpenPostings& postings, std::string_view typed,
                                  std::size_t limit) const;

    /// Values of a names column one of whose words begins as all of `typed` does.
    std::vector<Completion> names(schema::Names column, std::string_view typed,
                                  std::size_t limit) const;

private:
    struct Counted {
        std::string word;
        std::uint32_t articles = 0;
    };
    std::vector<Counted> commonest(OpenPostings& postings, const std::string& prefix) const;

    const ArchiveFacts& facts_;
    mutable std::mutex mutex_;
    mutable std::map<std::string, std::vector<Counted>> kept_;
};

}  // namespace archive
