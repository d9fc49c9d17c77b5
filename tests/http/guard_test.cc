// SPDX-License-Identifier: GPL-2.0-or-later
#include "server/guard/guarded_server.h"
#include "server/options.h"

#include <arpa/inet.h>
#include <doctest/doctest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <condition_variable>
#include <cstring>
#include <mutex>
#include <string>
#include <thread>

namespace {

using namespace std::chrono_literals;
using server::GuardedServer;
using server::Pace;

/// A guarded server on a free port for the life of one test case. It answers "/hold" when let go,
/// "/large" with 8 MB, "/export" with chunks without end, "/throw" not at all, and the rest at
/// once.
class Live {
public:
    explicit Live(server::GuardLimits limits = {})
        : guard_(limits,
                 {.answer = [this](const auto& head, auto& response) { answer(head, response); },
                  .pace =
                      [](const server::Head& head) {
                          return head.target.path == "/export" ? Pace::streamed : Pace::prompt;
                      },
                  .witness =
                      [this](const server::Exchange& exchange) {
                          const std::lock_guard lock(mutex_);
                          statuses_.push_back(exchange.status);
                      }}) {
        REQUIRE(guard_.bind("127.0.0.1", 0) == GuardedServer::Bound::done);
        serving_ =
            std::thread([this] { CHECK(guard_.run(server::host_names(guard_.port(), {}))); });
    }
    ~Live() {
        let_go();
        finish();
    }
    Live(const Live&) = delete;
    Live& operator=(const Live&) = delete;

    void let_go() {
        const std::lock_guard lock(mutex_);
        held_ = false;
        released_.notify_all();
    }
    void wait_until_held() {
        std::unique_lock lock(mutex_);
        released_.wait(lock, [this] { return holding_ > 0; });
    }
    void finish() {
        guard_.finish();
        if (serving_.joinable()) serving_.join();
    }
    std::string host() const { return "Host: 127.0.0.1:" + std::to_string(guard_.port()) + "\r\n"; }
    std::string get(const std::string& target, const std::string& more = {}) const {
        return "GET " + target + " HTTP/1.1\r\n" + host() + more + "\r\n";
    }
    int port() const { return guard_.port(); }
    const server::DeskCounters& counters() const { return guard_.counters(); }

private:
    void answer(const server::Head& head, httplib::Response& response) {
        const std::string& path = head.target.path;
        if (head.method == "POST") return response.set_content(head.body, "text/plain");
        if (path == "/throw") throw std::runtime_error("a secret path");
        if (path == "/hold") {
            std::unique_lock lock(mutex_);
            ++holding_;
            released_.notify_all();
            released_.wait(lock, [this] { return !held_; });
        }
        if (path == "/export") {
            return response.set_chunked_content_provider(
                "text/plain", [](std::size_t, httplib::DataSink& sink) {
                    const std::string line(10'000, 'y');
                    return sink.write(line.data(), line.size());
                });
        }
        response.set_content(path == "/large" ? std::string(8'000'000, 'x') : path, "text/plain");
    }

    std::mutex mutex_;
    std::condition_variable released_;
    bool held_ = true;
    int holding_ = 0;
    std::vector<int> statuses_;
    GuardedServer guard_;
    std::thread serving_;
};

/// One connection over which bytes are sent as they are.
class Wire {
public:
    explicit Wire(const Live& live) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(static_cast<std::uint16_t>(live.port()));
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        REQUIRE(::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address)
                == 0);
        timeval patience{10, 0};
        ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    }
    ~Wire() { ::close(socket_); }
    Wire(const Wire&) = delete;
    Wire& operator=(const Wire&) = delete;

    Wire& send(const std::string& bytes) {
        (void)!::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        return *this;
    }
    /// Everything until the server closes.
    std::string rest() {
        std::string all;
        std::string part(65536, '\0');
        ssize_t got = 0;
        while ((got = ::recv(socket_, part.data(), part.size(), 0)) > 0) {
            all.append(part, 0, static_cast<std::size_t>(got));
        }
        CHECK(got == 0);
        return all;
    }
    /// The next bytes, at least `count` of them.
    std::string some(std::size_t count) {
        std::string all(count, '\0');
        CHECK(::recv(socket_, all.data(), count, MSG_WAITALL) == static_cast<ssize_t>(count));
        return all;
    }

private:
    int socket_;
};

std::string status_of(const std::string& answer) {
    return answer.substr(9, 3);
}

std::size_t answers_in(const std::string& bytes) {
    std::size_t count = 0;
    for (auto at = bytes.find("HTTP/1.1 "); at != bytes.npos; at = bytes.find("HTTP/1.1 ", at + 1))
        ++count;
    return count;
}

}  // namespace

TEST_CASE("a request is answered with the protective headers and none of the library's own") {
    const Live live;
    const auto answer = Wire(live).send(live.get("/a", "Connection: close\r\n")).rest();
    CHECK(status_of(answer) == "200");
    for (const char* wanted :
         {"X-Content-Type-Options: nosniff\r\n", "frame-ancestors 'none'",
          "Referrer-Policy: no-referrer\r\n", "Cross-Origin-Opener-Policy: same-origin\r\n",
          "\r\nDate: ", "Connection: close\r\n"}) {
        CHECK(answer.find(wanted) != answer.npos);
    }
    for (const char* unwanted :
         {"Keep-Alive", "Accept-Ranges", "EXCEPTION_WHAT", "Access-Control"}) {
        CHECK(answer.find(unwanted) == answer.npos);
    }
}

TEST_CASE("pipelined requests are all answered, in order") {
    const Live live;
    std::string all;
    for (int i = 0; i < 19; ++i) all += live.get("/n" + std::to_string(i));
    const auto answers = Wire(live).send(all + live.get("/last", "Connection: close\r\n")).rest();
    CHECK(answers_in(answers) == 20);
    CHECK(answers.find("/n3") < answers.find("/n17"));
    CHECK(answers.ends_with("/last"));
}

TEST_CASE("after a refusal nothing that follows is read as a request") {
    const Live live;
    const auto answer =
        Wire(live)
            .send("GET /a HTTP/1.1\r\n" + live.host()
                  + "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\n"
                  + live.get("/smuggled"))
            .rest();
    CHECK(status_of(answer) == "400");
    CHECK(answers_in(answer) == 1);
    CHECK(answer.find("\"code\":\"request.malformed\"") != answer.npos);
    CHECK(answer.find("Connection: close\r\n") != answer.npos);
}

TEST_CASE("refusals have the statuses, codes and headers of the contract") {
    const Live live;
    const auto refused = [&](const std::string& bytes) { return Wire(live).send(bytes).rest(); };
    const auto put = refused("PUT /a HTTP/1.1\r\n" + live.host() + "\r\n");
    CHECK(status_of(put) == "405");
    CHECK(put.find("Allow: GET, HEAD, OPTIONS\r\n") != put.npos);
    CHECK(status_of(refused("BREW /a HTTP/1.1\r\n" + live.host() + "\r\n")) == "501");
    CHECK(status_of(refused("GET /a HTTP/1.1\r\nHost: evil.example\r\n\r\n")) == "421");
    CHECK(status_of(refused("POST /api/v1/batch HTTP/1.1\r\n" + live.host() + "\r\n")) == "411");
    CHECK(status_of(refused("GET /" + std::string(20'000, 'a'))) == "414");
    CHECK(status_of(refused("GET /a HTTP/1.1\r\nX: " + std::string(20'000, 'a'))) == "431");
    CHECK(status_of(refused("\x16\x03\x01")) == "400");
}

TEST_CASE("HEAD and OPTIONS are answered without a body") {
    const Live live;
    const auto head =
        Wire(live)
            .send("HEAD /abc HTTP/1.1\r\n" + live.host() + "Connection: close\r\n\r\n")
            .rest();
    CHECK(status_of(head) == "200");
    CHECK(head.find("Content-Length: 4\r\n") != head.npos);
    CHECK(head.ends_with("\r\n\r\n"));
    const auto options =
        Wire(live)
            .send("OPTIONS * HTTP/1.1\r\n" + live.host() + "Connection: close\r\n\r\n")
            .rest();
    CHECK(status_of(options) == "204");
    CHECK(options.find("Allow: GET, HEAD, OPTIONS\r\n") != options.npos);
}

TEST_CASE("what a handler throws is told as 500 without its text") {
    const Live live;
    const auto answer = Wire(live).send(live.get("/throw", "Connection: close\r\n")).rest();
    CHECK(status_of(answer) == "500");
    CHECK(answer.find("\"code\":\"internal\"") != answer.npos);
    CHECK(answer.find("secret") == answer.npos);
}

TEST_CASE("a head that does not end is answered with 408 when its time is over") {
    server::GuardLimits limits;
    limits.head_time = 50ms;
    const Live live(limits);
    const auto answer = Wire(live).send("GET /a HT").rest();
    CHECK(status_of(answer) == "408");
    CHECK(answer.find("request.slow") != answer.npos);
}

TEST_CASE("a body is taken in pieces, and what follows it is the next request") {
    Live live;
    const auto post = [&live](std::size_t length) {
        return "POST /api/v1/batch HTTP/1.1\r\n" + live.host()
               + "Content-Type: text/plain\r\nContent-Length: " + std::to_string(length)
               + "\r\n\r\n";
    };
    Wire wire(live);
    wire.send(post(6).substr(0, 20));
    std::this_thread::sleep_for(20ms);
    wire.send(post(6).substr(20) + "fer");
    std::this_thread::sleep_for(20ms);
    // Behind the body a request, a second batch that is whole, one whose end comes later.
    wire.send("ry\n" + live.get("/next") + post(2) + "a\n" + post(40'000)
              + std::string(20'000, 'b'));
    std::this_thread::sleep_for(20ms);
    wire.send(std::string(20'000, 'c') + live.get("/last", "Connection: close\r\n"));
    const auto answers = wire.rest();
    CHECK(answers_in(answers) == 5);
    CHECK(answers.find("ferry\n") != std::string::npos);
    CHECK(answers.find("/next") != std::string::npos);
    CHECK(answers.find("a\n") != std::string::npos);
    CHECK(answers.find("bc") != std::string::npos);
    CHECK(answers.ends_with("/last"));
}

TEST_CASE("a body that does not end is answered with 408 when its time is over") {
    server::GuardLimits limits;
    limits.body_time = 100ms;
    Live live(limits);
    Wire wire(live);
    wire.send("POST /api/v1/batch HTTP/1.1\r\n" + live.host()
              + "Content-Type: text/plain\r\nContent-Length: 9\r\n\r\nfer");
    CHECK(status_of(wire.rest()) == "408");
}

TEST_CASE("who asks again at once is answered, in pieces or whole, and may leave at any time") {
    const Live live;
    const std::string answered = "HTTP/1.1 200";
    Wire wire(live);
    for (const auto* const path : {"/first", "/second", "/third"}) {
        const auto request = live.get(path);
        wire.send(request.substr(0, 9));
        std::this_thread::sleep_for(path == std::string("/second") ? 20ms : 0ms);
        wire.send(request.substr(9));
        CHECK(wire.some(answered.size()) == answered);
        std::string rest;
        while (!rest.ends_with(path)) rest += wire.some(1);
    }
    for (int i = 0; i < 50; ++i) Wire(live).send(live.get("/gone"));
    CHECK(
        Wire(live).send(live.get("/after", "Connection: close\r\n")).rest().starts_with(answered));
}

TEST_CASE("an idle connection is closed in silence") {
    server::GuardLimits limits;
    limits.idle_time = 50ms;
    const Live live(limits);
    CHECK(Wire(live).rest().empty());
}

TEST_CASE("clients that read nothing hold no worker") {
    server::GuardLimits limits;
    limits.workers = 2;
    const Live live(limits);
    std::vector<std::unique_ptr<Wire>> crowd;
    for (int i = 0; i < 4; ++i) {
        crowd.push_back(std::make_unique<Wire>(live));
        crowd.back()->send(live.get("/large"));
    }
    const auto answer = Wire(live).send(live.get("/a", "Connection: close\r\n")).rest();
    CHECK(status_of(answer) == "200");
    // And who reads late still gets all of it.
    const auto late = crowd.front()->some(8'000'000);
    CHECK(status_of(late) == "200");
}

TEST_CASE("beyond the connections and the requests that may wait the answer is 503") {
    server::GuardLimits limits;
    limits.workers = 1;
    limits.waiting_requests = 0;
    Live live(limits);
    SUBCASE("no room in the line") {
        const auto busy = Wire(live).send(live.get("/a")).rest();
        CHECK(status_of(busy) == "503");
        CHECK(busy.find("server.busy") != busy.npos);
        CHECK(busy.find("Retry-After: 1\r\n") != busy.npos);
    }
}

TEST_CASE("too many connections are turned away and the ones there go on") {
    server::GuardLimits limits;
    limits.connections = 1;
    const Live live(limits);
    Wire first(live);
    first.send(live.get("/a"));
    CHECK(status_of(first.some(12)) == "200");
    CHECK(status_of(Wire(live).rest()) == "503");
    CHECK(live.counters().overloaded == 1);
}

TEST_CASE("no more exports run at once than allowed, and a slow reader is cut in the end") {
    server::GuardLimits limits;
    limits.long_answers = 1;
    limits.write_time = 200ms;
    const Live live(limits);
    Wire reader(live);
    reader.send(live.get("/export"));
    CHECK(status_of(reader.some(100'000)) == "200");
    const auto second = Wire(live).send(live.get("/export", "Connection: close\r\n")).rest();
    CHECK(status_of(second) == "503");
    CHECK(second.find("server.busy") != second.npos);
    // Nobody reads the first one any more, so it ends, and its place is free again.
    std::string third;
    for (int i = 0; i < 100 && status_of(third + std::string(12, ' ')) != "200"; ++i) {
        Wire wire(live);
        wire.send(live.get("/export"));
        third = wire.some(12);
        if (status_of(third) != "200") std::this_thread::sleep_for(20ms);
    }
    CHECK(status_of(third) == "200");
}

TEST_CASE("a connection is closed after its last allowed request") {
    server::GuardLimits limits;
    limits.requests_per_connection = 3;
    const Live live(limits);
    std::string all;
    for (int i = 0; i < 5; ++i) all += live.get("/a");
    CHECK(answers_in(Wire(live).send(all).rest()) == 3);
}

TEST_CASE("a running request is answered when the server ends, and nobody new gets in") {
    Live live;
    Wire wire(live);
    wire.send(live.get("/hold"));
    live.wait_until_held();
    std::thread ending([&live] { live.finish(); });
    live.let_go();
    const auto answer = wire.rest();
    ending.join();
    CHECK(status_of(answer) == "200");
    CHECK(answer.ends_with("/hold"));
}

TEST_CASE("a second server on the port fails") {
    const Live live;
    GuardedServer other({}, {});
    CHECK(other.bind("127.0.0.1", live.port()) == GuardedServer::Bound::in_use);
}
