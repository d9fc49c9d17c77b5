// SPDX-License-Identifier: GPL-2.0-or-later
// live_server.h - The whole server in this process, on a free port of the loopback address.
#pragma once

#include "server/app.h"
#include "server/guard/guarded_server.h"

#include <doctest/doctest.h>
#include <httplib.h>
#include <nlohmann/json.hpp>

#include <memory>
#include <string>
#include <thread>
#include <utility>

namespace tests {

/// Serves the index at a path for the life of the object. As in server/serve.cc, but without
/// signals: nobody looks for a new revision unless follow() is called.
class LiveServer {
public:
    explicit LiveServer(const std::string& index, const std::vector<std::string>& assignments = {})
        : log_(*server::Log::open("/dev/null", "error")),
          app_(settings(index, assignments), server::Assets(), *log_,
               [index] { return archive::Searcher::open(index); }),
          guard_(
              server::GuardLimits{},
              {.answer = [this](const server::Head& head,
                                httplib::Response& response) { app_.answer_call(head, response); },
               .pace =
                   [](const server::Head& head) {
                       const auto found = server::match(server::routes(), head.target);
                       return found ? found->route->pace : server::Pace::prompt;
                   },
               .refusal_page =
                   [this](std::string_view address, const archive::Error& error) {
                       return app_.refusal_page(address, error);
                   },
               .witness = [this](const server::Exchange& exchange) { app_.note(exchange); }}) {
        REQUIRE(guard_.bind("127.0.0.1", 0) == server::GuardedServer::Bound::done);
        app_.look_for_revision();
        serving_ = std::thread([this] { guard_.run(server::host_names(guard_.port(), {})); });
        client_ = std::make_unique<httplib::Client>("127.0.0.1", guard_.port());
        client_->set_keep_alive(true);
        client_->set_url_encode(false);  // it would turn a blank written "+" into a plus
    }
    ~LiveServer() {
        client_->stop();
        guard_.finish();
        serving_.join();
    }
    LiveServer(const LiveServer&) = delete;
    LiveServer& operator=(const LiveServer&) = delete;

    /// The answer to GET. Characters that may not stand in an address must be escaped.
    httplib::Response get(const std::string& target, const httplib::Headers& headers = {}) {
        auto result = client_->Get(target, headers);
        CAPTURE(target);
        REQUIRE(result);
        return *result;
    }

    /// The answer to GET by a client that has the answer of this tag already. The library takes a
    /// 304 for an answer that ends with the connection, so this one does.
    httplib::Response get_again(const std::string& target, const std::string& tag) {
        return get(target, {{"If-None-Match", tag}, {"Connection", "close"}});
    }

    /// The answer to a batch of queries.
    httplib::Response post(const std::string& target, const std::string& body,
                           const httplib::Headers& headers = {},
                           const char* media_type = "text/plain") {
        auto result = client_->Post(target, headers, body, media_type);
        CAPTURE(target);
        REQUIRE(result);
        return *result;
    }

    httplib::Response head(const std::string& target) {
        auto result = client_->Head(target);
        REQUIRE(result);
        return *result;
    }

    /// The JSON of an answer that must be 200.
    nlohmann::ordered_json json(const std::string& target) {
        const auto answer = get(target);
        CAPTURE(target);
        CAPTURE(answer.body);
        REQUIRE(answer.status == 200);
        return nlohmann::ordered_json::parse(answer.body);
    }

    /// The problem of an answer with this status.
    nlohmann::ordered_json problem(const std::string& target, int status) {
        const auto answer = get(target);
        CAPTURE(target);
        CAPTURE(answer.body);
        REQUIRE(answer.status == status);
        CHECK(answer.get_header_value("Content-Type") == "application/problem+json");
        return nlohmann::ordered_json::parse(answer.body);
    }

    std::string origin() const { return "http://127.0.0.1:" + std::to_string(guard_.port()); }
    server::App& app() { return app_; }

private:
    static archive::Settings settings(const std::string& index,
                                      const std::vector<std::string>& assignments) {
        archive::Settings settings;
        REQUIRE(settings.set("index.path=" + index));
        for (const auto& assignment : assignments) REQUIRE(settings.set(assignment));
        return settings;
    }

    std::unique_ptr<server::Log> log_;
    server::App app_;
    server::GuardedServer guard_;
    std::thread serving_;
    std::unique_ptr<httplib::Client> client_;
};

}  // namespace tests
