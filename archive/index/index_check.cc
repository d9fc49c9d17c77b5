// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/index/index_check.h"

#include "archive/base/files.h"
#include "archive/index/ledger.h"
#include "archive/index/manifest.h"
#include "archive/index/presence.h"
#include "archive/index/snapshot.h"
#include "archive/index/xapian_guard.h"

#include <fmt/format.h>

#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace archive {

namespace {

void check_file(const std::string& index, const NamedFile& file, CheckReport& report) {
    const std::string path = index + "/" + file.path;
    ++report.files;
    try {
        const FileStamp found = stamp_of(path);
        report.bytes += found.bytes;
        if (found == file.stamp) return;
        report.faults.push_back({ErrorCode::index_damaged,
                                 found.bytes == file.stamp.bytes
                                     ? "holds other bytes than were written"
                                     : "has another size than was written",
                                 path});
    } catch (const Failure& failure) {
        report.faults.push_back({ErrorCode::index_damaged, failure.error().message, path});
    }
}

void check_segment(const std::string& index, const SegmentEntry& entry, CheckReport& report) {
    const std::string folder = segment_folder(entry.name);
    const std::size_t before = report.faults.size();
    check_file(index, {folder + "/segment.json", entry.facts}, report);
    if (entry.tombstones) check_file(index, *entry.tombstones, report);
    if (entry.links) check_file(index, *entry.links, report);
    if (report.faults.size() > before) return;
    try {
        const std::string facts = fmt::format("{}/{}/segment.json", index, folder);
        for (const auto& [name, stamp] : segment_facts_from(read_whole_file(facts), facts).files) {
            check_file(index, {fmt::format("{}/{}", folder, name), stamp}, report);
        }
    } catch (const Failure& failure) {
        report.faults.push_back(failure.error());
    }
}

/// The order of docids, and that every stored article can be read.
void check_articles(const Snapshot& snapshot, std::unordered_set<std::string>& live,
                    CheckReport& report) {
    for (std::size_t at = 0; at < snapshot.size(); ++at) {
        const auto& segment = snapshot.segment(at);
        for (Docid docid = 1; docid <= segment.facts().documents; ++docid) {
            const bool dated = segment.first_day[docid] != 0;
            if (dated != (docid <= segment.facts().dated)
                || (dated && docid > 1
                    && segment.first_day[docid] < segment.first_day[docid - 1])) {
                report.faults.push_back(
                    {ErrorCode::index_damaged, "is not in the order of dates", segment.folder()});
                return;
            }
            const auto article = segment.article(docid);
            if (article.id != segment.id(docid) || segment.find(article.id) != docid) {
                report.faults.push_back({ErrorCode::index_damaged,
                                         "stores an article under another id", segment.folder()});
                return;
            }
            if (presence_bits(article) != segment.has[docid]) {
                report.faults.push_back({ErrorCode::index_damaged,
                                         "says of an article that it has other fields",
                                         segment.folder()});
                return;
            }
            if (has_bit(snapshot.live(at), docid)
                && !live.insert(std::string(segment.id(docid))).second) {
                report.faults.push_back(
                    {ErrorCode::index_damaged,
                     "shows an article twice: " + std::string(segment.id(docid)),
                     segment.folder()});
                return;
            }
        }
    }
}

/// That every group has as many articles as its table says, and merged ones none.
void check_groups(std::span<const GroupRecord> groups, const std::vector<std::uint32_t>& counted,
                  const std::string& table, CheckReport& report) {
    for (std::size_t number = 1; number < groups.size(); ++number) {
        const auto& group = groups[number];
        const bool leads_on = group.into == 0 || group.into < groups.size();
        if (counted[number] == group.articles && leads_on
            && (group.into == 0 || group.articles == 0))
            continue;
        report.faults.push_back({ErrorCode::index_damaged,
                                 "counts " + std::to_string(group.articles) + " articles in "
                                     + std::string(group.id_text()) + " and links say "
                                     + std::to_string(counted[number]),
                                 table});
        return;
    }
}

void check_links(const std::string& index, const Snapshot& snapshot, CheckReport& report) {
    std::vector<std::uint32_t> stories(snapshot.stories().size()), events(snapshot.events().size());
    for (std::size_t at = 0; at < snapshot.size(); ++at) {
        const auto& links = snapshot.links(at);
        for (Docid docid = 1; docid <= snapshot.segment(at).facts().documents; ++docid) {
            if (!has_bit(snapshot.live(at), docid)) continue;
            if (const auto story = links.story(docid); story != 0) ++stories[story];
            if (const auto event = links.event(docid); event != 0) ++events[event];
        }
    }
    check_groups(snapshot.stories(), stories, index + "/links", report);
    check_groups(snapshot.events(), events, index + "/links", report);
}

void check_ledger(const std::string& index, const Manifest& manifest,
                  const std::unordered_set<std::string>& live, CheckReport& report) {
    struct Claim {
        const LedgerFile* file;
        const LedgerRecord* record;
    };
    std::unordered_map<std::string_view, Claim> claimed;
    const auto files = read_ledger(index, manifest.ledger);
    for (const auto& [path, file] : files) {
        for (const auto& record : file.records) {
            const Claim claim{&file, &record};
            const auto [best, first] = claimed.try_emplace(record.id, claim);
            if (!first && outranks(file, record, *best->second.file, *best->second.record)) {
                best->second = claim;
            }
        }
    }
    std::erase_if(claimed, [](const auto& each) { return each.second.record->withdraws(); });
    bool same = claimed.size() == live.size();
    for (const auto& id : live) same = same && claimed.contains(id);
    if (!same) {
        report.faults.push_back({ErrorCode::index_damaged,
                                 "knows " + std::to_string(claimed.size())
                                     + " articles, the segments show "
                                     + std::to_string(live.size()),
                                 index + "/ledger"});
    }
}

}  // namespace

CheckReport check_index(const std::string& index) {
    CheckReport report;
    const auto manifest = read_manifest(index);
    if (!manifest) {
        report.faults.push_back(manifest.error());
        return report;
    }
    report.revision = manifest->revision;
    for (const auto& entry : manifest->segments) check_segment(index, entry, report);
    for (const auto& file : manifest->ledger) check_file(index, file, report);
    for (const auto& file : manifest->sources) check_file(index, file, report);
    for (const auto& file : manifest->changes) check_file(index, file, report);
    for (const auto* table : {&manifest->stories, &manifest->events}) {
        if (*table) check_file(index, **table, report);
    }
    if (!report.faults.empty()) return report;
    try {
        const auto snapshot = Snapshot::open(index, *manifest);
        report.articles = snapshot->articles();
        std::unordered_set<std::string> live;
        check_articles(*snapshot, live, report);
        if (report.faults.empty()) check_links(index, *snapshot, report);
        if (report.faults.empty()) check_ledger(index, *manifest, live, report);
    } catch (const Failure& failure) {
        report.faults.push_back(failure.error());
    }
    return report;
}

}  // namespace archive
