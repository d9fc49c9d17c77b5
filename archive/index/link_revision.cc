// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/index/link_revision.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>

namespace archive {

namespace {

/// A run that was killed may have left a file of this name, which nobody's manifest knows.
std::string cleared(const std::string& index, const std::string& path) {
    std::filesystem::remove(index + "/" + path);
    return index + "/" + path;
}

NamedFile write_table(const std::string& index, const std::string& path,
                      const std::vector<GroupRecord>& groups) {
    return {path, write_column(cleared(index, path), groups)};
}

}  // namespace

void write_groups(const std::string& index, const LinksDraft& draft, Manifest& next) {
    next.stories =
        write_table(index, fmt::format("links/stories.{}", next.revision), draft.stories);
    next.events = write_table(index, fmt::format("links/events.{}", next.revision), draft.events);
}

void write_segment_links(const std::string& index, std::uint64_t revision,
                         const std::vector<ArticleLink>& links, SegmentEntry& entry) {
    entry.links.reset();
    const bool any = std::any_of(links.begin(), links.end(),
                                 [](const ArticleLink& link) { return link != ArticleLink{}; });
    if (!any) return;
    const std::string path = fmt::format("links/{}.{}", entry.name, revision);
    entry.links = NamedFile{path, write_links(cleared(index, path), links)};
}

void write_settled_links(const std::string& index, const Snapshot& last, const LinksDraft& draft,
                         Manifest& next) {
    std::map<std::size_t, std::vector<std::pair<Docid, ArticleLink>>> changes;  // by segment
    for (const auto& [place, link] : draft.settled)
        changes[place.segment].emplace_back(place.docid, link);
    for (const auto& [at, changed] : changes) {
        const auto& segment = last.manifest().segments[at];
        const auto entry =
            std::find_if(next.segments.begin(), next.segments.end(),
                         [&](const SegmentEntry& each) { return each.name == segment.name; });
        if (entry == next.segments.end()) continue;  // nothing of it is shown any more
        std::vector<ArticleLink> links;
        links.reserve(std::size_t{segment.documents} + 1);
        for (Docid docid = 0; docid <= segment.documents; ++docid)
            links.push_back(last.links(at).link(docid));
        for (const auto& [docid, link] : changed) links[docid] = link;
        write_segment_links(index, next.revision, links, *entry);
    }
}

}  // namespace archive
