// SPDX-License-Identifier: GPL-2.0-or-later
// guarded_server.h - Debian's cpp-httplib with its sockets and its parser taken away.
//
// The library accepts connections and writes answers. In between, the front desk holds the
// connections and the head gate reads the requests; the library's own routes (std::regex, which
// recurses once per character), file mounts, ranges and compression are never used.
#pragma once

#include "server/guard/answer_stream.h"
#include "server/guard/front_desk.h"

#include <httplib.h>

#include <atomic>
#include <functional>
#include <memory>
#include <string>

namespace server {

// Without the flags of `pkg-config --cflags cpp-httplib` the header describes another object (600
// bytes) than the compiled library has: refuse to build then.
static_assert(sizeof(void*) != 8 || sizeof(httplib::Request) == 608,
              "build with PkgConfig::httplib");

/// How the application takes part. All are called on several threads at once.
struct Hooks {
    /// Fills in the answer. What it throws becomes a plain 500.
    std::function<void(const Head&, httplib::Response&)> answer;
    /// Whether the answer to this request will be streamed.
    std::function<Pace(const Head&)> pace;
    /// How refusals look to people; may be empty.
    RefusalPage refusal_page = {};
    /// Is told of every request and refusal, after its end.
    Witness witness;
};

/// The headers of every answer: the content policy of docs/architecture and its companions.
const httplib::Headers& protective_headers();

/// A server on one address.
class GuardedServer : private httplib::Server {
public:
    enum class Bound { done, in_use, failed };

    GuardedServer(const GuardLimits& limits, Hooks hooks);
    ~GuardedServer() override;

    /// Takes the address; port 0 takes a free one. Without SO_REUSEPORT, so that a second server on
    /// the port fails as it should.
    Bound bind(const std::string& address, int port);

    /// The port that was bound.
    int port() const { return port_; }

    /// Serves requests for `hosts` until finish() is called. False when accepting failed.
    bool run(HostNames hosts);

    /// From any thread, once: no new connections, running answers are completed, run() returns.
    void finish();

    const DeskCounters& counters() const { return counters_; }

private:
    bool process_and_close_socket(socket_t socket) override;
    Served serve(int socket, const Head& head, bool close_after);
    void answer_current(httplib::Response& response);

    const GuardLimits limits_;
    const Hooks hooks_;
    DeskCounters counters_;
    std::unique_ptr<FrontDesk> desk_;
    std::atomic<std::size_t> streaming_{0};
    std::atomic<Clock::rep> cut_off_;
    std::atomic<bool> finishing_{false};
    std::atomic<bool> ended_{false};
    int listener_ = -1;
    int port_ = 0;
};

}  // namespace server
