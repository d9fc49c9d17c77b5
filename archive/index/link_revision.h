// SPDX-License-Identifier: GPL-2.0-or-later
// link_revision.h - Writes the links and groups of a coming revision, before its manifest.
#pragma once

#include "archive/index/id_map.h"
#include "archive/index/links.h"
#include "archive/index/manifest.h"
#include "archive/index/snapshot.h"

#include <string>
#include <utility>
#include <vector>

namespace archive {

/// What a revision changes in who belongs to whom.
struct LinksDraft {
    std::vector<GroupRecord> stories, events;  ///< whole tables; element 0 is none
    IdMap<ArticleLink> fresh;                  ///< articles of the revision itself
    std::vector<std::pair<Location, ArticleLink>>
        settled;  ///< articles published before whose link changes, by their place in the last one
};

/// Writes both tables and names them in `next`. Durable but for the folder. Throws Failure.
void write_groups(const std::string& index, const LinksDraft& draft, Manifest& next);

/// Writes the links of the segments of the last revision that the draft changes and names them in
/// `next`, which still has those segments, in any order. Throws Failure.
void write_settled_links(const std::string& index, const Snapshot& last, const LinksDraft& draft,
                         Manifest& next);

/// Writes the links of a new segment, by docid with a zeroth of nobody, and names them in `entry`;
/// nothing when no article has any. Throws Failure.
void write_segment_links(const std::string& index, std::uint64_t revision,
                         const std::vector<ArticleLink>& links, SegmentEntry& entry);

}  // namespace archive
