// SPDX-License-Identifier: GPL-2.0-or-later
// stories_bench.cc - What folding and counting stories adds to a search.
//
//   stories_bench INDEX QUERIES [SHARE]
//
// Makes stories of a share of the articles of INDEX (a third unless given): runs of two to six that
// lie close together in time, as copies do. They are written beside the index under names that no
// manifest knows; the next run of the indexer sweeps them. With a share of 0 the stories are those
// of the index itself. QUERIES holds a class and its words a
// line, parted by tabs, as tools/perf writes them. Each class is asked in turn of the index without
// stories and unfolded, and with stories and folded; prints CPU microseconds a search and the ratio
// of the two, the median of the rounds.
#include "archive/base/error.h"
#include "archive/base/text.h"
#include "archive/index/link_revision.h"
#include "archive/search/searcher.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <map>
#include <random>
#include <string>
#include <vector>

using namespace archive;

namespace {

constexpr int rounds = 15;

struct Class {
    std::string name;
    std::vector<SearchRequest> requests;
};

SearchRequest request_of(const std::vector<std::string_view>& cells) {
    SearchRequest request;
    request.sort = Sort::relevance;
    request.limit = 10;
    const auto name = cells[0];
    for (const auto word : split(cells[1], ' ')) {
        if (!request.q.empty()) request.q += name == "or3" ? " OR " : " ";
        request.q += name.starts_with("phrase") ? std::string(word) : "=" + std::string(word);
    }
    if (name.starts_with("phrase")) request.q = '"' + request.q + '"';
    if (name.starts_with("newest")) request.sort = Sort::newest;
    if (name.starts_with("facet") || name == "page") {
        request.facets = {FacetKind::source, FacetKind::author, FacetKind::year};
        request.histogram = BinUnit::month;
    }
    if (name == "deep") request.offset = 1000;
    if (name == "page") request.limit = 20;
    if (name == "count") request.limit = 0;
    return request;
}

std::vector<Class> read_classes(const std::string& path) {
    std::map<std::string, Class, std::less<>> classes;
    const auto add = [&](std::string_view name, const std::vector<std::string_view>& cells) {
        auto& held = classes[std::string(name)];
        held.name = name;
        auto as = cells;
        as[0] = name;
        held.requests.push_back(request_of(as));
    };
    std::ifstream file(path);
    for (std::string line; std::getline(file, line);) {
        const auto cells = split(line, '\t');
        if (cells.size() < 2 || cells[0].starts_with("date_")) continue;
        add(cells[0], cells);
        if (cells[0] == "common") add("count", cells);
    }
    std::vector<Class> all;
    for (auto& [name, held] : classes) all.push_back(std::move(held));
    return all;
}

/// Links of a share of the articles, published nowhere; the manifest that names them.
Manifest with_stories(const std::string& index, const Snapshot& snapshot, double share) {
    std::mt19937 random(20241130);
    Manifest manifest = snapshot.manifest();
    manifest.revision += 1'000'000;  // names that no revision uses
    std::filesystem::create_directories(index + "/links");
    LinksDraft draft;
    draft.stories.resize(1);
    draft.events.resize(1);
    std::uint64_t linked = 0;
    for (std::size_t at = 0; at < snapshot.size(); ++at) {
        const auto documents = snapshot.segment(at).facts().documents;
        std::vector<ArticleLink> links(std::size_t{documents} + 1);
        // A story of n is begun at an article with a chance that makes the share come out.
        std::bernoulli_distribution begins(share / (4 * (1 - share)));
        for (Docid docid = 1; docid + 40 < documents; ++docid) {
            if (links[docid].story != 0 || !begins(random)) continue;
            const auto story = static_cast<GroupNumber>(draft.stories.size());
            draft.stories.push_back({IdBytes(snapshot.segment(at).id(docid)), 0, 0, 0});
            const auto versions = 2 + random() % 5;
            Docid next = docid;
            for (std::size_t i = 0; i < versions;
                 ++i, next += static_cast<Docid>(1 + random() % 6)) {
                if (links[next].story != 0) continue;
                const auto role = i == 0              ? StoryRole::earliest
                                  : random() % 8 == 0 ? StoryRole::altered
                                                      : StoryRole::version;
                links[next] = {story, 0, role};
                ++draft.stories[story].articles;
                ++linked;
            }
        }
        write_segment_links(index, manifest.revision, links, manifest.segments[at]);
    }
    write_groups(index, draft, manifest);
    fmt::print("{} of {} articles in {} stories\n\n", linked, snapshot.articles(),
               draft.stories.size() - 1);
    return manifest;
}

Manifest without_stories(const Snapshot& snapshot) {
    Manifest manifest = snapshot.manifest();
    manifest.stories.reset();
    manifest.events.reset();
    for (auto& segment : manifest.segments) segment.links.reset();
    return manifest;
}

/// CPU microseconds a request.
double cost(const Searcher& searcher, const std::vector<SearchRequest>& requests, bool fold) {
    std::uint64_t found = 0;
    const auto begin = std::clock();
    for (auto request : requests) {
        request.fold = fold;
        const auto result = searcher.search(request, Searcher::Deadline::max());
        if (result) found += result->total.articles;
    }
    const auto spent = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
    return found == 0 ? 0 : spent * 1e6 / static_cast<double>(requests.size());
}

double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

}  // namespace

int main(int count, char** words) try {
    if (count < 3) {
        fmt::print("stories_bench INDEX QUERIES [SHARE]\n");
        return 2;
    }
    const std::string index = words[1];
    const auto as_it_is = Snapshot::open(index);
    const double share = count > 3 ? std::atof(words[3]) : 1.0 / 3;
    const Searcher without(Snapshot::open(index, without_stories(*as_it_is)));
    const Searcher with(share > 0 ? Snapshot::open(index, with_stories(index, *as_it_is, share))
                                  : as_it_is);
    fmt::print("{:<14}{:>9}{:>9}{:>8}\n", "class", "without", "with", "ratio");
    for (const auto& [name, requests] : read_classes(words[2])) {
        std::vector<double> before, after, ratios;
        cost(without, requests, false);  // warm
        cost(with, requests, true);
        for (int round = 0; round < rounds; ++round) {
            before.push_back(cost(without, requests, false));
            after.push_back(cost(with, requests, true));
            ratios.push_back(after.back() / before.back());
        }
        fmt::print("{:<14}{:>9.1f}{:>9.1f}{:>8.3f}\n", name, median(before), median(after),
                   median(ratios));
    }
    return 0;
} catch (const Failure& failure) {
    fmt::print("{}\n", sentence(failure.error()));
    return 1;
}
