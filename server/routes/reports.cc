// SPDX-License-Identifier: GPL-2.0-or-later
#include "server/routes/reports.h"

#include "archive/index/ledger.h"
#include "server/json/reports.h"
#include "server/routes/asked.h"

#include <memory>
#include <mutex>

namespace server {

namespace {

/// As many as a page can show; the report of the run has all.
constexpr std::size_t most_rejects = 200;

/// What the indexer could not take, or nothing when the ledger of this revision is gone: a server
/// may hold a revision longer than its ledger is kept.
std::optional<std::vector<Reject>> read_rejects(const std::string& index,
                                                const archive::Manifest& manifest) {
    std::vector<Reject> rejects;
    if (manifest.last_run.rejected == 0) return rejects;
    try {
        for (const auto& [path, file] : archive::read_ledger(index, manifest.ledger)) {
            for (const auto& reject : file.rejects) {
                if (rejects.size() == most_rejects) return rejects;
                rejects.push_back({path + reject.member, reject.record, reject.reason});
            }
        }
    } catch (const archive::Failure&) {
        return std::nullopt;
    }
    return rejects;
}

/// Remembers the rejects of one revision: the ledger of a large archive takes a while to read.
class RejectsOfRevision {
public:
    std::optional<std::vector<Reject>> get(const std::string& index,
                                           const App::Searchers::Held& searcher) {
        const std::lock_guard lock(mutex_);
        if (of_.lock() != searcher) {
            rejects_ = read_rejects(index, searcher->snapshot().manifest());
            of_ = searcher;
        }
        return rejects_;
    }

private:
    std::mutex mutex_;
    std::weak_ptr<const archive::Searcher> of_;
    std::optional<std::vector<Reject>> rejects_;
};

}  // namespace

void handle_fields(App& app, const Call& call, httplib::Response& response) {
    const auto asked = ask(app, call, response, {}, TakesSearch::no);
    if (!asked) return;
    auto body = fields_json();
    body["index"] = index_json(*asked->searcher);
    answer(response, body);
}

void handle_sources(App& app, const Call& call, httplib::Response& response) {
    const auto asked = ask(app, call, response, {}, TakesSearch::no);
    if (!asked) return;
    auto body = sources_json(asked->searcher->sources());
    body["index"] = index_json(*asked->searcher);
    answer(response, body);
}

void handle_status(App& app, const Call& call, httplib::Response& response) {
    const auto asked = ask(app, call, response, {}, TakesSearch::no, DependsOn::alias_file);
    if (!asked) return;
    static RejectsOfRevision rejects;
    const auto& searcher = *asked->searcher;
    auto body = status_json(searcher.status(), searcher.snapshot().manifest(),
                            rejects.get(app.settings().text("index.path"), asked->searcher));
    body["aliases"] = alias_file_json(app.aliases());
    body["index"] = index_json(searcher);
    answer(response, body);
}

}  // namespace server
