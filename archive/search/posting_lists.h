// SPDX-License-Identifier: GPL-2.0-or-later
// posting_lists.h - Posting lists read out of Xapian and kept, with the relevance of each posting.
//
// Xapian hands out postings one by one, at 8 ns each, and asks for the length of each article to
// weigh it, which is worse. Words are asked for again and again, so a list is read once, weighed,
// and kept as plain arrays: what was asked for longest ago goes when the room is used up. All of it
// can be had from the index again.
#pragma once

#include "archive/index/snapshot.h"
#include "archive/search/deadline.h"
#include "archive/search/plan.h"
#include "archive/search/posting_list.h"

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <list>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace archive {

/// Of all forms of a word, or of any other terms that are one.
struct WordPostings {
    std::vector<PostingList> in_segment;
    std::uint64_t documents = 0;
};

/// Amati and van Rijsbergen's I(ne)B2 (ACM TOIS 20, 2002): how unexpected it is to meet the word so
/// often in a text of this length. MAP on cran, npl and cacm 0.323, 0.296, 0.351; BM25 with k1 1.2
/// and b 0.75 had 0.309, 0.286, 0.290 and is 5 % cheaper (November 2026). It was the best of eight
/// schemes on these very collections, so expect less of others. The one parameter is left where its
/// authors put it: 0.5 and 2 gain a little on one collection and lose on the other two.
inline constexpr double length_normalisation = 1.0;

/// The lists of one snapshot, which outlives it. Thread-safe.
class PostingLists {
public:
    explicit PostingLists(const Snapshot& snapshot);

    /// The articles that have one of the terms, the forms weighed as the one word they are; null
    /// when there are none. `parts` are the databases of the segments and belong to the calling
    /// thread. Throws Failure: index_damaged, server_deadline.
    std::shared_ptr<const WordPostings> of(const TermsPlan& terms,
                                           std::span<const Xapian::Database> parts,
                                           DeadlineWatch& watch);

private:
    using Shared = std::shared_ptr<const WordPostings>;
    struct Kept {
        std::string terms;  ///< all of them
        Shared postings;    ///< null: no article has any
        std::size_t bytes = 0;
    };

    Shared read(const TermsPlan& terms, std::span<const Xapian::Database> parts,
                DeadlineWatch& watch);
    void learn_lengths(std::span<const Xapian::Database> parts);
    std::optional<Shared> kept(const std::string& terms);
    void keep(const std::string& terms, const Shared& postings);

    const Snapshot& snapshot_;
    const std::size_t most_bytes_;  ///< that are kept
    std::once_flag lengths_once_;
    std::vector<std::vector<float>> worth_;  ///< by segment and docid: what a word counts there
    double documents_ = 0;

    std::mutex mutex_;
    std::list<Kept> lists_;  ///< the one asked for last first
    std::unordered_map<std::string, std::list<Kept>::iterator> by_terms_;
    std::size_t bytes_ = 0;
};

}  // namespace archive
