// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/statistics.h"

#include "archive/base/fold.h"
#include "archive/index/snapshot.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <unordered_set>

namespace indexer {

namespace {

using archive::DayNumber;

struct Statistics {
    std::uint64_t articles = 0, stories = 0, sources = 0, segments = 0, tombstones = 0, bytes = 0,
                  revision = 0;
    DayNumber earliest = 0, latest = 0;
    std::array<std::uint64_t, 3> certainty{};
    int schema = 0;
    std::string uuid;
};

Statistics statistics_of(const std::string& index) {
    const auto snapshot = archive::Snapshot::open(index);
    const auto& manifest = snapshot->manifest();
    Statistics found;
    found.articles = snapshot->articles();
    found.segments = snapshot->size();
    found.revision = manifest.revision;
    found.schema = manifest.schema;
    found.uuid = manifest.uuid;
    for (const auto& entry : manifest.segments) {
        found.tombstones += entry.deleted;
        found.bytes += entry.bytes + entry.facts.bytes
                       + (entry.tombstones ? entry.tombstones->stamp.bytes : 0);
    }
    for (const auto& file : manifest.ledger) found.bytes += file.stamp.bytes;
    for (const auto& file : manifest.changes) found.bytes += file.stamp.bytes;

    found.stories = found.articles;
    for (const auto& story : snapshot->stories()) {
        if (story.articles > 1) found.stories -= story.articles - 1;
    }
    std::unordered_set<std::string> sources;
    constexpr auto source = static_cast<std::size_t>(archive::schema::Names::source);
    for (std::size_t at = 0; at < snapshot->size(); ++at) {
        const auto& segment = snapshot->segment(at);
        for (archive::Docid docid = 1; docid <= segment.facts().documents; ++docid) {
            if (!archive::has_bit(snapshot->live(at), docid)) continue;
            ++found.certainty.at(segment.certainty[docid]);
            for (const auto number : segment.names[source][docid])
                sources.insert(archive::folded(segment.dictionaries[source][number]));
            if (segment.first_day[docid] == 0) continue;
            found.earliest = found.earliest == 0
                                 ? segment.first_day[docid]
                                 : std::min(found.earliest, segment.first_day[docid]);
            found.latest = std::max(found.latest, segment.last_day[docid]);
        }
    }
    found.sources = sources.size();
    return found;
}

nlohmann::ordered_json day_or_null(DayNumber day) {
    return day == 0 ? nlohmann::ordered_json(nullptr)
                    : nlohmann::ordered_json(archive::iso_day(day));
}

}  // namespace

std::string statistics_json(const std::string& index) {
    const Statistics found = statistics_of(index);
    nlohmann::ordered_json json;
    json["articles"] = found.articles;
    json["stories"] = found.stories;
    json["sources"] = found.sources;
    json["segments"] = found.segments;
    json["tombstones"] = found.tombstones;
    json["bytes"] = found.bytes;
    json["span"] = {{"earliest", day_or_null(found.earliest)},
                    {"latest", day_or_null(found.latest)}};
    for (std::size_t i = found.certainty.size(); i-- > 0;) {
        json["certainty"][std::string(archive::name(static_cast<archive::Certainty>(i)))] =
            found.certainty[i];
    }
    json["schema"] = found.schema;
    json["uuid"] = found.uuid;
    json["revision"] = found.revision;
    return json.dump() + "\n";
}

std::string statistics_text(const std::string& index) {
    const Statistics found = statistics_of(index);
    const std::string span = found.earliest == 0 ? "no dates"
                                                 : archive::iso_day(found.earliest) + " to "
                                                       + archive::iso_day(found.latest);
    return fmt::format(
        "articles    {}\nstories     {}\nsources     {}\nspan        {}\ndates       {} stated, {} "
        "inferred, {} "
        "none\n"
        "segments    {}\ntombstones  {}\nsize        {:.1f} MiB\nrevision    {}\nschema      "
        "{}\nuuid        {}\n",
        found.articles, found.stories, found.sources, span, found.certainty[2], found.certainty[1],
        found.certainty[0], found.segments, found.tombstones,
        static_cast<double>(found.bytes) / (1 << 20), found.revision, found.schema, found.uuid);
}

}  // namespace indexer
