// SPDX-License-Identifier: GPL-2.0-or-later
#include "server/guard/front_desk.h"

#include "server/problem.h"

#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <utility>

namespace server {

using archive::Error;
using archive::ErrorCode;

namespace {

constexpr std::size_t most_discarded = 1U << 20U;  // of a refused request that goes on arriving
constexpr std::size_t most_unsent = 64U << 20U;    // of all slow readers together

/// How long a worker waits for a client to ask again, in milliseconds; longer than a program takes.
constexpr int expecting_time = 2;

}  // namespace

bool FrontDesk::is_read(Phase phase) {
    return phase == Phase::idle || phase == Phase::head || phase == Phase::body;
}

FrontDesk::Connection::~Connection() {
    ::close(socket);
}

FrontDesk::FrontDesk(const GuardLimits& limits, HostNames hosts, Serve serve, RefusalPage page,
                     Witness witness, DeskCounters& counters)
    : limits_(limits),
      hosts_(std::move(hosts)),
      serve_(std::move(serve)),
      page_(std::move(page)),
      witness_(std::move(witness)),
      counters_(counters),
      epoll_(::epoll_create1(EPOLL_CLOEXEC)) {
    if (epoll_ < 0)
        archive::throw_system_error("cannot watch connections", "epoll", ErrorCode::internal);
    epoll_event interest{};
    interest.events = EPOLLIN;
    interest.data.fd = bell_.descriptor();
    ::epoll_ctl(epoll_, EPOLL_CTL_ADD, bell_.descriptor(), &interest);
    desk_ = std::thread([this] { run_desk(); });
    for (std::size_t i = 0; i < limits_.workers; ++i) {
        workers_.emplace_back([this] { run_worker(); });
    }
}

FrontDesk::~FrontDesk() {
    stop();
    ::close(epoll_);
}

bool FrontDesk::has_room_for(std::size_t bytes) const {
    return static_cast<std::size_t>(std::max(0L, counters_.unsent.load())) + bytes <= most_unsent;
}

void FrontDesk::admit(int socket) {
    ++counters_.accepted;
    ::fcntl(socket, F_SETFL, ::fcntl(socket, F_GETFL, 0) | O_NONBLOCK);
    const int one = 1;
    ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
    if (stopping_ || counters_.open >= static_cast<long>(limits_.connections)) {
        ++counters_.overloaded;
        refuse(socket, {ErrorCode::server_busy, "too many connections are open"}, {});
        ::shutdown(socket, SHUT_WR);
        ::close(socket);
        return;
    }
    ++counters_.open;
    auto connection = std::make_unique<Connection>(socket);
    connection->deadline = Clock::now() + limits_.idle_time;
    hand_back(std::move(connection));
}

void FrontDesk::hand_back(Owned connection) {
    {
        const std::lock_guard lock(inbox_mutex_);
        inbox_.push_back(std::move(connection));
    }
    bell_.ring();
}

/// `request` is what arrived of it.
void FrontDesk::refuse(int socket, const Error& error, std::string_view request) {
    const auto address = address_in(request);
    const auto page = page_ && !address.empty() ? page_(address, error) : std::string();
    // A fresh socket buffer always holds these few thousand bytes; a client that filled it with
    // unread answers before does not deserve more patience.
    const std::string out = refusal_bytes(error, !request.starts_with("HEAD "), page);
    const bool whole = ::send(socket, out.data(), out.size(), MSG_NOSIGNAL | MSG_DONTWAIT)
                       == static_cast<ssize_t>(out.size());
    Exchange exchange;
    exchange.peer = peer_of(socket);
    exchange.status = http_status(error.code);
    exchange.bytes = out.size();
    exchange.refusal = error.code;
    exchange.cut = !whole;
    witness_(exchange);
}

void FrontDesk::start_linger(Connection& connection) const {
    ::shutdown(connection.socket, SHUT_WR);
    connection.phase = Phase::linger;
    connection.in.clear();
    connection.deadline = Clock::now() + limits_.linger_time;
}

// The desk thread

void FrontDesk::run_desk() {
    std::array<epoll_event, 128> events{};
    const auto busy = [this] {
        return std::any_of(held_.begin(), held_.end(),
                           [](const auto& entry) { return entry.second->phase == Phase::sending; });
    };
    for (bool last = false; !last || busy();) {
        last = workers_done_;  // read before the inbox, so that what they handed back last is seen
        const int count = ::epoll_wait(epoll_, events.data(), static_cast<int>(events.size()), 100);
        for (int i = 0; i < count; ++i) {
            const int socket = events[static_cast<std::size_t>(i)].data.fd;
            if (socket == bell_.descriptor()) {
                bell_.hear();
            } else if (const auto found = held_.find(socket); found != held_.end()) {
                Connection& connection = *found->second;
                connection.phase == Phase::sending ? writable(connection) : readable(connection);
            }
        }
        take_in();
        expire();
    }
    held_.clear();
}

void FrontDesk::listen_for(const Connection& connection, int operation) const {
    epoll_event interest{};
    interest.events = connection.phase == Phase::sending ? EPOLLOUT : EPOLLIN | EPOLLRDHUP;
    interest.data.fd = connection.socket;
    ::epoll_ctl(epoll_, operation, connection.socket, &interest);
}

void FrontDesk::drop(int socket) {
    const auto found = held_.find(socket);
    counters_.unsent -= static_cast<long>(found->second->out.size());
    --counters_.open;
    held_.erase(found);
}

void FrontDesk::take_in() {
    std::vector<Owned> fresh;
    {
        const std::lock_guard lock(inbox_mutex_);
        fresh.swap(inbox_);
    }
    for (Owned& owned : fresh) {
        Connection& connection = *owned;
        held_.emplace(connection.socket, std::move(owned));
        listen_for(connection, EPOLL_CTL_ADD);
        if (is_read(connection.phase) && !connection.in.empty()) advance(connection);
    }
}

void FrontDesk::readable(Connection& connection) {
    std::array<char, 16384> buffer;  // NOLINT: filled by recv
    std::size_t room = buffer.size();
    if (connection.phase != Phase::linger) {
        const auto most = connection.phase == Phase::body ? connection.whole : limits_.head_bytes;
        room = std::min(room, most - connection.in.size());
    }
    const ssize_t got = ::recv(connection.socket, buffer.data(), room, MSG_DONTWAIT);
    if (got < 0 && (errno == EAGAIN || errno == EINTR)) return;
    if (got <= 0) return drop(connection.socket);
    if (connection.phase == Phase::linger) {
        connection.discarded += static_cast<std::size_t>(got);
        if (connection.discarded > most_discarded) drop(connection.socket);
        return;
    }
    connection.in.append(buffer.data(), static_cast<std::size_t>(got));
    advance(connection);
}

void FrontDesk::writable(Connection& connection) {
    const ssize_t sent =
        ::send(connection.socket, connection.out.data() + connection.sent,
               connection.out.size() - connection.sent, MSG_NOSIGNAL | MSG_DONTWAIT);
    if (sent < 0 && (errno == EAGAIN || errno == EINTR)) return;
    if (sent <= 0) return drop(connection.socket);
    connection.sent += static_cast<std::size_t>(sent);
    if (connection.sent < connection.out.size()) return;

    counters_.unsent -= static_cast<long>(connection.out.size());
    connection.out = std::string();
    connection.sent = 0;
    if (connection.keep && !stopping_) {
        connection.phase = Phase::idle;
        connection.deadline = Clock::now() + limits_.idle_time;
    } else {
        start_linger(connection);
    }
    listen_for(connection, EPOLL_CTL_MOD);
    if (!connection.in.empty()) advance(connection);
}

void FrontDesk::advance(Connection& connection) {
    // One empty line before a request is forgiven, as the standard asks.
    if (connection.phase == Phase::idle && connection.in.compare(0, 2, "\r\n") == 0) {
        connection.in.erase(0, 2);
    }
    if (connection.in.empty() || (connection.phase == Phase::idle && connection.in == "\r")) return;
    if (connection.phase == Phase::idle) {
        connection.phase = Phase::head;
        connection.scanned = 0;
        connection.deadline = Clock::now() + limits_.head_time;
    }
    if (connection.phase == Phase::head) {
        const Scan found = scan(connection.in, connection.scanned, limits_);
        if (found.progress == Progress::incomplete) return;
        if (found.progress == Progress::refused) {
            ++counters_.refused;
            refuse(connection.socket, found.refusal, connection.in);
            return start_linger(connection);
        }
        if (lacks_body(connection, found.length)) {
            connection.phase = Phase::body;
            connection.deadline = Clock::now() + limits_.body_time;
        }
    }
    if (connection.phase == Phase::body && connection.in.size() < connection.whole) return;
    {
        const std::lock_guard lock(queue_mutex_);
        if (queue_.size() < limits_.waiting_requests) {
            ::epoll_ctl(epoll_, EPOLL_CTL_DEL, connection.socket, nullptr);
            auto node = held_.extract(connection.socket);
            queue_.push_back({std::move(node.mapped()), Clock::now()});
            queue_ready_.notify_one();
            return;
        }
    }
    ++counters_.overloaded;
    refuse(connection.socket, {ErrorCode::server_busy, "too many requests are waiting"},
           connection.in);
    start_linger(connection);
}

/// Whether more of the request has to come behind its head. One that will be refused is whole.
bool FrontDesk::lacks_body(Connection& connection, std::size_t head_bytes) const {
    if (!connection.in.starts_with("POST ")) return false;
    const auto verdict =
        judge(std::string_view(connection.in).substr(0, head_bytes), hosts_, limits_);
    const Head* const head = std::get_if<Head>(&verdict);
    connection.whole = head_bytes + (head == nullptr ? 0 : head->body_bytes);
    return connection.in.size() < connection.whole;
}

void FrontDesk::expire() {
    const auto now = Clock::now();
    std::vector<int> ended;
    for (const auto& [socket, connection] : held_) {
        const bool leaving = stopping_ && (is_read(connection->phase) || now >= drained_);
        if (!leaving && now < connection->deadline) continue;
        if ((connection->phase == Phase::head || connection->phase == Phase::body) && !leaving) {
            ++counters_.timed_out;
            refuse(socket, {ErrorCode::request_slow, "the request did not arrive in time"}, {});
            start_linger(*connection);
        } else {
            ended.push_back(socket);
        }
    }
    for (const int socket : ended) drop(socket);
}

// The workers

void FrontDesk::run_worker() {
    for (;;) {
        Waiting waiting;
        {
            std::unique_lock lock(queue_mutex_);
            queue_ready_.wait(lock, [this] { return stopping_ || !queue_.empty(); });
            if (queue_.empty()) return;
            waiting = std::move(queue_.front());
            queue_.pop_front();
        }
        work(std::move(waiting));
    }
}

void FrontDesk::work(Waiting waiting) {
    Owned connection = std::move(waiting.connection);
    if (Clock::now() - waiting.since > limits_.queue_time) {
        ++counters_.overloaded;
        refuse(connection->socket, {ErrorCode::server_busy, "the request waited for too long"},
               connection->in);
        start_linger(*connection);
    } else {
        // Pipelined requests are answered in one go, unless somebody else is waiting: then this
        // connection goes to the end of the line after each.
        do {
            while (answer_next(*connection) && !others_wait()) {
            }
        } while (asks_again(*connection));
    }
    hand_back(std::move(connection));
}

bool FrontDesk::others_wait() {
    const std::lock_guard lock(queue_mutex_);
    return !queue_.empty();
}

/// Whether bytes of another request came at once. At most half of the workers wait for that.
bool FrontDesk::asks_again(Connection& connection) {
    if (connection.phase != Phase::idle || !connection.in.empty() || stopping_ || others_wait())
        return false;
    bool came = false;
    if (++expecting_ <= limits_.workers / 2) {
        pollfd next{connection.socket, POLLIN, 0};
        came = ::poll(&next, 1, expecting_time) > 0;
    }
    --expecting_;
    if (!came) return false;
    std::array<char, 4096> buffer;  // NOLINT: filled by recv
    const auto room = std::min(buffer.size(), limits_.head_bytes);
    const ssize_t got = ::recv(connection.socket, buffer.data(), room, MSG_DONTWAIT);
    if (got <= 0) return false;  // the desk sees the end of it
    connection.in.append(buffer.data(), static_cast<std::size_t>(got));
    return true;
}

/// Answers the request at the beginning of `in`. False when the desk has to go on.
bool FrontDesk::answer_next(Connection& connection) {
    connection.scanned = 0;
    const Scan found = scan(connection.in, connection.scanned, limits_);
    if (found.progress != Progress::complete) return false;
    auto verdict = judge(std::string_view(connection.in).substr(0, found.length), hosts_, limits_);
    if (const auto* error = std::get_if<Error>(&verdict)) {
        // After a refusal nobody can be sure where the next request starts: always close.
        ++counters_.refused;
        refuse(connection.socket, *error, connection.in);
        start_linger(connection);
        return false;
    }
    Head& head = std::get<Head>(verdict);
    if (connection.in.size() - found.length < head.body_bytes) return false;  // pipelined
    head.body = connection.in.substr(found.length, head.body_bytes);
    connection.in.erase(0, found.length + head.body_bytes);
    ++connection.served;
    const bool last =
        stopping_ || head.close || connection.served >= limits_.requests_per_connection;
    Served served = serve_(connection.socket, head, last);
    connection.keep = served.keep && !last;
    if (!served.unsent.empty()) {
        connection.phase = Phase::sending;
        connection.out = std::move(served.unsent);
        connection.deadline = Clock::now() + limits_.write_time;
        counters_.unsent += static_cast<long>(connection.out.size());
        return false;
    }
    if (!connection.keep) {
        start_linger(connection);
        return false;
    }
    connection.phase = Phase::idle;
    connection.deadline = Clock::now() + limits_.idle_time;
    if (connection.in.compare(0, 2, "\r\n") == 0) connection.in.erase(0, 2);
    return true;
}

void FrontDesk::stop() {
    {
        const std::lock_guard lock(queue_mutex_);
        if (stopping_) return;
        drained_ = Clock::now() + limits_.drain_time;
        stopping_ = true;
    }
    queue_ready_.notify_all();
    bell_.ring();
    for (std::thread& worker : workers_) worker.join();
    workers_done_ = true;
    bell_.ring();
    desk_.join();
    inbox_.clear();
}

}  // namespace server
