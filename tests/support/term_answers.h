// SPDX-License-Identifier: GPL-2.0-or-later
// term_answers.h - What the two ways to match make of one term, by the ids of articles.
#pragma once

#include "archive/search/matching.h"
#include "archive/search/posting_lists.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <span>
#include <string>

namespace tests {

inline std::string id_of(const archive::OpenPostings& postings, std::size_t segment,
                         archive::Docid docid) {
    return std::string(postings.snapshot.segment(segment).id(docid));
}

/// How often the term counts in each article of its list in memory.
inline std::map<std::string, std::uint32_t> listed_counts(archive::OpenPostings& postings,
                                                          const std::string& term,
                                                          archive::DeadlineWatch& watch) {
    std::map<std::string, std::uint32_t> counts;
    const auto lists = postings.lists->of({{term}}, postings.parts, watch);
    for (std::size_t at = 0; lists && at < postings.snapshot.size(); ++at) {
        const auto& list = lists->in_segment[at];
        const auto documents = postings.snapshot.segment(at).facts().documents;
        std::size_t next = 0;
        for (archive::Docid docid = 1; docid <= documents; ++docid) {
            const bool holds = list.set.empty()
                                   ? next < list.docids.size() && list.docids[next] == docid
                                   : (list.set.word(docid / 64) >> docid % 64 & 1U) != 0;
            if (holds) counts[id_of(postings, at, docid)] = list.counts[next++];
        }
    }
    return counts;
}

/// The articles that Xapian's matcher finds.
inline std::set<std::string> found_by_xapian(archive::OpenPostings& postings,
                                             const std::string& term,
                                             archive::DeadlineWatch& watch) {
    std::set<std::string> found;
    const auto plan = archive::plan_of(archive::TermsPlan{{term}});
    archive::match_by_xapian(postings, *plan, archive::Relevance::counted, watch,
                             [&](std::size_t segment, std::span<const archive::ScoredDocid> block) {
                                 for (const auto& match : block)
                                     found.insert(id_of(postings, segment, match.docid));
                             });
    return found;
}

}  // namespace tests
