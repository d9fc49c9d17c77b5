// SPDX-License-Identifier: GPL-2.0-or-later
#include "server/app.h"

#include "server/embedded.h"
#include "server/plain/refusal_page.h"
#include "server/preparation.h"
#include "server/problem.h"
#include "server/signals.h"

#include <sys/resource.h>

#include <algorithm>
#include <condition_variable>
#include <cstdlib>
#include <stop_token>
#include <thread>
#include <utility>

namespace server {

using archive::Error;
using archive::ErrorCode;
using archive::Failure;

namespace {

constexpr std::size_t most_waiting_searches = 64;

std::size_t searches_at_once(const archive::Settings& settings) {
    const auto wanted = static_cast<std::size_t>(settings.number("server.searches"));
    return wanted != 0 ? wanted : std::max(1U, std::thread::hardware_concurrency());
}

std::chrono::milliseconds work_time(const archive::Settings& settings) {
    return std::chrono::milliseconds(settings.number("server.deadline_ms"));
}

/// Connections that the limit on open files leaves room for, beside the files of the index.
std::size_t connections_allowed(std::size_t wanted) {
    rlimit files{};
    if (::getrlimit(RLIMIT_NOFILE, &files) != 0) return wanted;
    if (files.rlim_cur < files.rlim_max) {
        files.rlim_cur = std::min<rlim_t>(files.rlim_max, wanted * 2 + 256);
        ::setrlimit(RLIMIT_NOFILE, &files);
        ::getrlimit(RLIMIT_NOFILE, &files);
    }
    const std::size_t allowed = files.rlim_cur;
    const auto reserved = std::max<std::size_t>(32, allowed / 4);
    return std::min(wanted, allowed > reserved ? allowed - reserved : 1);
}

/// Where names are edited, even where no such file is yet.
std::string watched_aliases(const archive::Settings& settings) {
    const auto file = archive::alias_file(settings);
    return file.empty() ? "config/aliases.tsv" : file;
}

AliasWatch::Needed aliases_needed(const archive::Settings& settings) {
    return settings.text("entities.aliases").empty() ? AliasWatch::Needed::no
                                                     : AliasWatch::Needed::yes;
}

}  // namespace

App::App(archive::Settings settings, Assets assets, Log& log, Searchers::Open open)
    : settings_(std::move(settings)),
      assets_(std::move(assets)),
      log_(log),
      searchers_(settings_.text("index.path") + "/manifest.json", std::move(open)),
      aliases_(watched_aliases(settings_), aliases_needed(settings_)),
      turns_(searches_at_once(settings_), most_waiting_searches, work_time(settings_)) {}

archive::Searcher::Deadline App::deadline() const {
    return std::chrono::steady_clock::now() + work_time(settings_);
}

archive::Result<App::Searchers::Held> App::snapshot() {
    look_for_aliases();
    auto held = searchers_.snapshot();
    if (!held) return held;
    const auto table = aliases_.table();
    const std::lock_guard lock(naming_);
    if (&(*held)->aliases() == table.get()) {
        unnamed_.reset();  // it may be an old revision, which nothing else would let go
        named_.reset();
        return held;
    }
    if (unnamed_ != *held || &named_->aliases() != table.get()) {
        unnamed_ = *held;
        named_ = std::make_shared<const archive::Searcher>(**held, table);
    }
    return named_;
}

void App::look_for_aliases() {
    const auto look = aliases_.look();
    if (look == AliasWatch::Look::unchanged) return;
    const auto report = aliases_.report();
    const auto file = "file=" + in_quotes(report.file);
    if (look == AliasWatch::Look::failed) {
        return log_.error("aliases",
                          file + " reason=" + in_quotes(archive::sentence(*report.trouble)));
    }
    for (const auto& bad : report.bad_lines) {
        log_.warning("aliases", file + " skipped=" + in_quotes(bad.where)
                                    + " reason=" + in_quotes(bad.message));
    }
    log_.info("aliases", file + " aliases=" + std::to_string(report.aliases));
}

void App::look_for_revision() {
    switch (searchers_.look(std::chrono::steady_clock::now())) {
        case Look::too_soon:
        case Look::unchanged: return;
        case Look::followed: {
            metrics_.revision("followed");
            const auto held = searchers_.snapshot();
            if (!held || !log_.tells_info()) return;
            const auto& snapshot = (*held)->snapshot();
            return log_.info("revision", "uuid=" + snapshot.manifest().uuid + " revision="
                                             + std::to_string(snapshot.manifest().revision)
                                             + " articles=" + std::to_string(snapshot.articles()));
        }
        case Look::failed: {
            metrics_.revision("failed");
            const auto trouble = searchers_.trouble();
            if (!trouble) return;
            return log_.error("revision",
                              "code=" + std::string(archive::name(trouble->code))
                                  + " reason=" + in_quotes(archive::sentence(*trouble)));
        }
    }
}

void App::dispatch(const Head& head, httplib::Response& response) {
    if (auto found = match(routes(), head.target)) {
        const auto& route = *found->route;
        const auto handler = is_plain(route, head.target) ? route.plain : route.handler;
        return handler(*this, {head, std::move(found->places)}, response);
    }
    if (const Asset* asset = assets_.find(head.target.path)) return answer(head, response, *asset);
    // Who follows a link is told by the page that nothing is here; a program is told by the
    // problem.
    const Asset* page = assets_.find("/index.html");
    if (page != nullptr && !head.target.path.starts_with("/api/")
        && head.field("accept").find("text/html") != std::string::npos) {
        answer(head, response, *page);
        if (response.status == 200) response.status = 404;
        return;
    }
    answer(response, Error{ErrorCode::route_not_found,
                           "\"" + head.target.path + "\" is no address of this server"});
}

void App::answer_call(const Head& head, httplib::Response& response) {
    const auto failed = [&](const Error& error) {
        log_.error("failure", "target=" + in_quotes(head.target.raw)
                                  + " code=" + std::string(archive::name(error.code))
                                  + " reason=" + in_quotes(archive::sentence(error)));
        answer(response, error);
    };
    try {
        dispatch(head, response);
    } catch (const Failure& failure) {
        failed(failure.error());
    } catch (const std::exception& failure) {
        failed({ErrorCode::internal, failure.what()});
    }
    const std::string problem = take_problem_code(response);
    if (problem.starts_with("query.")) metrics_.query_rejected(problem);
    if (!problem.empty()) {
        const auto found = match(routes(), head.target);
        if (found && is_plain(*found->route, head.target)) tell_as_page(head.target, response);
    }
    compress_body(head, response);
}

std::string App::refusal_page(std::string_view address, const Error& error) const {
    auto target = read_target(address, {});
    if (!target) target = read_target(address.substr(0, address.find('?')), {});
    if (!target) return {};
    const auto found = match(routes(), *target);
    const bool page =
        found && (found->route->audience == Audience::person || is_plain(*found->route, *target));
    return page ? server::refusal_page(*target, http_status(error.code), problem_document(error))
                : std::string();
}

std::vector<Gauge> App::gauges() const {
    const std::string build = "version=\"" + std::string(program_version()) + '"';
    std::vector<Gauge> gauges{
        {"dateline_build_info", "The program that answers.", 1, "gauge", build},
        {"process_resident_memory_bytes", "Memory in use.", resident_memory_bytes()},
    };
    if (const auto held = searchers_.snapshot()) {
        const auto& snapshot = (*held)->snapshot();
        const auto now = std::chrono::system_clock::now().time_since_epoch();
        const auto published = std::chrono::nanoseconds(searchers_.published_ns());
        gauges.push_back({"dateline_index_documents", "Articles that can be found.",
                          static_cast<double>(snapshot.articles())});
        gauges.push_back({"dateline_index_revision", "Revision of the index in service.",
                          static_cast<double>(snapshot.manifest().revision)});
        gauges.push_back({"dateline_index_age_seconds", "Time since this revision was published.",
                          std::chrono::duration<double>(now - published).count()});
    }
    if (guard_ == nullptr) return gauges;
    const DeskCounters& desk = guard_->counters();
    const auto count = [&gauges](std::string_view name, std::string_view help, long value,
                                 std::string_view type) {
        gauges.push_back({name, help, static_cast<double>(value), type});
    };
    count("dateline_connections_total", "Connections taken.", desk.accepted, "counter");
    count("dateline_connections_rejected_total",
          "Connections and requests turned away as too many.", desk.overloaded, "counter");
    count("dateline_requests_refused_total", "Requests that were malformed or not allowed.",
          desk.refused, "counter");
    count("dateline_requests_timed_out_total", "Requests that did not arrive in time.",
          desk.timed_out, "counter");
    count("dateline_connections_open", "Connections now.", desk.open, "gauge");
    return gauges;
}

void App::note(const Exchange& exchange) {
    std::string_view family = "refused";
    if (exchange.head != nullptr) {
        family = "none";
        if (const auto found = match(routes(), exchange.head->target))
            family = found->route->family;
        else if (assets_.find(exchange.head->target.path) != nullptr)
            family = "file";
    }
    last_exchange_ = Searchers::Clock::now();
    metrics_.request(family, exchange.status, exchange.took);
    if (log_.tells_info()) log_.info("request", log_line(exchange));
}

bool App::is_at_rest() const {
    constexpr std::chrono::seconds a_while(1);
    return turns_.running() == 0 && Searchers::Clock::now() - last_exchange_.load() >= a_while;
}

void App::prepare_until(const std::stop_token& ended) {
    Preparation<archive::Searcher> preparation(
        [&] { return !ended.stop_requested() && is_at_rest(); });
    std::mutex mutex;
    std::condition_variable_any sleep;
    // cppcheck-suppress localMutex ; nobody else takes it: the thread only sleeps by it
    std::unique_lock lock(mutex);
    while (!ended.stop_requested()) {
        constexpr std::chrono::milliseconds interval(200);
        sleep.wait_for(lock, ended, interval, [] { return false; });
        try {
            if (const auto held = snapshot()) preparation.look(*held);
        } catch (const std::exception& failure) {
            log_.error("prepare", "reason=" + in_quotes(failure.what()));
        }
    }
}

GuardLimits App::limits() const {
    GuardLimits limits;
    limits.workers = static_cast<std::size_t>(settings_.number("server.workers"));
    limits.waiting_requests = static_cast<std::size_t>(settings_.number("server.waiting"));
    limits.connections =
        connections_allowed(static_cast<std::size_t>(settings_.number("server.connections")));
    return limits;
}

Exit App::run(const Listen& listen) {
    GuardedServer guard(
        limits(),
        {.answer = [this](const Head& head,
                          httplib::Response& response) { answer_call(head, response); },
         .pace =
             [](const Head& head) {
                 const auto found = match(routes(), head.target);
                 return found ? found->route->pace : Pace::prompt;
             },
         .refusal_page = [this](std::string_view address,
                                const Error& error) { return refusal_page(address, error); },
         .witness = [this](const Exchange& exchange) { note(exchange); }});
    switch (guard.bind(listen.address, listen.port)) {
        case GuardedServer::Bound::done: break;
        case GuardedServer::Bound::in_use:
            throw Failure(ErrorCode::address_in_use,
                          "another program listens there; end it or choose "
                          "another address with --listen",
                          listen.address + ':' + std::to_string(listen.port));
        case GuardedServer::Bound::failed:
            throw Failure(ErrorCode::address_in_use, "this address cannot be listened on",
                          listen.address + ':' + std::to_string(listen.port));
    }
    guard_ = &guard;
    look_for_revision();  // clients wait in the backlog meanwhile
    look_for_aliases();
    log_.info("listening", "address=" + in_quotes(listen.address)
                               + " port=" + std::to_string(guard.port())
                               + " files=" + std::to_string(assets_.size()));

    // One thread takes care of all that comes from outside the network: signals and new revisions.
    std::jthread caretaker([this, &guard](const std::stop_token& ended) {
        bool finishing = false;
        while (!ended.stop_requested()) {
            switch (next_wish(Searchers::look_interval)) {
                case Wish::none: break;
                case Wish::reopen: log_.reopen(); break;
                case Wish::finish:
                    if (finishing)
                        std::_Exit(static_cast<int>(Exit::done));  // asked twice: at once
                    finishing = true;
                    guard.finish();
                    break;
            }
            if (finishing) continue;
            look_for_revision();
            look_for_aliases();
        }
    });
    last_exchange_ = Searchers::Clock::now();  // whoever waited for the start comes first
    std::jthread preparer([this](const std::stop_token& ended) { prepare_until(ended); });
    const bool served = guard.run(host_names(guard.port(), settings_.list("server.allowed_hosts")));
    preparer.request_stop();
    caretaker.request_stop();
    preparer.join();
    caretaker.join();
    guard_ = nullptr;
    return served ? Exit::done : Exit::internal;
}

}  // namespace server
