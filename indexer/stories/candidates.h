// SPDX-License-Identifier: GPL-2.0-or-later
// candidates.h - Pairs of articles worth comparing word by word, looked up by their signatures.
//
// Two articles are a pair when they share one of their smallest hashes, their signatures may share
// enough, and their days are near enough for versions of one story; texts of the same words are
// pairs whatever their days. A hash that hundreds of articles share is the sentence of a form: each
// article is then paired with the 256 nearest by day.
#pragma once

#include "archive/index/copy_signature.h"
#include "archive/index/snapshot.h"
#include "archive/index/spool.h"
#include "archive/model/date.h"

#include <cstdint>
#include <functional>
#include <vector>

namespace indexer {

/// An article at hand as it is looked up.
struct Candidate {
    archive::CopySignature copies;
    archive::DaySpan published;  ///< stated_span(); 0 when there is none
};

/// The days that tell versions of one text from strangers: those the article states. An inferred
/// day may come from another version, and then must not part it from a third.
constexpr archive::DaySpan stated_span(const archive::DaySpan& span, archive::Certainty certainty) {
    return certainty == archive::Certainty::stated ? span : archive::DaySpan{};
}

archive::DaySpan stated_span(const archive::SpooledArticle& article);

/// Whether pairs far apart in time are left out. They are never one story, but `explain` tells of
/// series too.
enum class Days : std::uint8_t { near, any };

/// A pair of articles at hand, by number; left < right.
struct CandidatePair {
    std::uint32_t left = 0, right = 0;
    friend auto operator<=>(const CandidatePair&, const CandidatePair&) = default;
};

/// All pairs among articles at hand, ascending, each once. `articles` are in order of their stated
/// first day, those without one last.
std::vector<CandidatePair> candidate_pairs(const std::vector<Candidate>& articles, Days days);

/// An article at hand, by number, and the place in a revision of what may be a copy of it.
struct PublishedCandidate {
    std::uint32_t article = 0;
    archive::Location place;
};

/// All such pairs, by article, each once, among documents that `shown` lets pass. Looked up: the
/// time it takes grows with the articles at hand.
std::vector<PublishedCandidate> candidates_in(
    const archive::Snapshot& snapshot, const std::vector<Candidate>& articles,
    const std::function<bool(const archive::Location&)>& shown);

/// Whether two signatures may share enough for one story, as far as they tell.
bool may_share_enough(const archive::CopySignature& left, const archive::CopySignature& right);

}  // namespace indexer
