// SPDX-License-Identifier: GPL-2.0-or-later
// app.h - Everything the running server consists of, joined together.
//
// Handlers get it with every call. What they need most:
//
//     const auto held = app.snapshot();                 // one revision, for the whole request
//     if (!held) return answer(response, held.error());
//     if (has_already(call, response, etag)) return;    // before any search
//     const auto turn = app.turn();                     // as many searches at once as cores
//     if (!turn) return answer(response, turn.error());
//     const auto result = (*held)->search(request, app.deadline());
#pragma once

#include "archive/base/settings.h"
#include "archive/search/searcher.h"
#include "server/alias_watch.h"
#include "server/answer.h"
#include "server/assets.h"
#include "server/guard/guarded_server.h"
#include "server/log.h"
#include "server/metrics.h"
#include "server/options.h"
#include "server/routes.h"
#include "server/search_turns.h"
#include "server/searcher_pool.h"

#include <atomic>
#include <memory>
#include <mutex>
#include <stop_token>
#include <vector>

namespace server {

/// The application. Handlers may call every public function at the same time.
class App {
public:
    using Searchers = SearcherPool<archive::Searcher>;

    /// `open` makes a searcher of the published revision; tests pass one of their own.
    App(archive::Settings settings, Assets assets, Log& log, Searchers::Open open);

    const archive::Settings& settings() const { return settings_; }
    const Assets& assets() const { return assets_; }
    Log& log() const { return log_; }
    Metrics& metrics() { return metrics_; }

    /// The newest revision that could be opened, asked with the aliases as they are now: keep it
    /// for the whole request. Fails with index_not_ready, index_damaged or index_schema.
    archive::Result<Searchers::Held> snapshot();

    /// The file of aliases as it was last seen.
    AliasWatch::Report aliases() const { return aliases_.report(); }

    /// Why the newest revision is not served, if so.
    std::optional<archive::Error> trouble() const { return searchers_.trouble(); }

    /// The right to search; give it back (end its scope) before writing a long answer. Fails with
    /// server_busy.
    archive::Result<Turn> turn() { return turns_.take(); }

    /// When work that begins now must be done: server.deadline_ms from here.
    archive::Searcher::Deadline deadline() const;

    /// Looks for a new revision, follows it, and tells the log.
    void look_for_revision();

    /// Looks for a new file of aliases, follows it, and tells the log.
    void look_for_aliases();

    /// Answers one request: route, file of the page, or problem. Never throws.
    void answer_call(const Head& head, httplib::Response& response);

    /// How a request for a page is told that the guard turned it down; see RefusalPage.
    std::string refusal_page(std::string_view address, const archive::Error& error) const;

    /// The numbers of the moment for /metrics.
    std::vector<Gauge> gauges() const;

    /// Counts and logs an exchange.
    void note(const Exchange& exchange);

    /// Serves until a signal ends it (see signals.h).
    Exit run(const Listen& listen);

private:
    void dispatch(const Head& head, httplib::Response& response);
    bool is_at_rest() const;
    void prepare_until(const std::stop_token& ended);
    GuardLimits limits() const;

    const archive::Settings settings_;
    const Assets assets_;
    Log& log_;
    Metrics metrics_;
    Searchers searchers_;
    AliasWatch aliases_;
    SearchTurns turns_;
    std::atomic<Searchers::Clock::time_point> last_exchange_{};  ///< when it ended
    std::mutex naming_;                                          // guards the next two
    Searchers::Held unnamed_;                                    // the one that named_ was made of
    Searchers::Held named_;
    const GuardedServer* guard_ = nullptr;  // while run() serves
};

/// Runs dateline-server as the options say and returns its exit code.
Exit serve(const Options& options);

/// Asks /readyz of the server at `listen`: done when it is ready, else address_in_use.
Exit probe(const Listen& listen);

}  // namespace server
