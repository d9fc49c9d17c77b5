// SPDX-License-Identifier: GPL-2.0-or-later
// front_desk.h - Holds every connection that is not being answered right now.
//
// One thread with epoll keeps the connections that are idle, still sending a head, slow to take
// their answer, or being closed. Worker threads only get complete heads. So idle and slow clients
// cost a file descriptor, never a worker. Measured in prototypes/server-guard: with 300 idle
// connections the next answer comes at once; the library alone took 4.8 s with 8 of them. A client
// that asks again at once, as programs do, is answered by the worker that it had, without the desk:
// some workers wait for that for 2 ms, as long as nobody else waits for them.
#pragma once

#include "server/guard/bell.h"
#include "server/guard/exchange.h"
#include "server/guard/head_gate.h"
#include "server/guard/limits.h"
#include "server/guard/refusal.h"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <unordered_map>
#include <vector>

namespace server {

using Clock = std::chrono::steady_clock;

/// How the desk has fared since the start. Numbers only grow, but for the last two.
struct DeskCounters {
    std::atomic<long> accepted{0};    ///< connections
    std::atomic<long> refused{0};     ///< requests that the gate turned down
    std::atomic<long> overloaded{0};  ///< connections and requests answered server.busy
    std::atomic<long> timed_out{0};   ///< heads that took too long
    std::atomic<long> open{0};        ///< connections now
    std::atomic<long> unsent{0};      ///< bytes now held for clients that are slow to read
};

/// What serving one request left behind.
struct Served {
    bool keep = false;   ///< the connection may carry another request
    std::string unsent;  ///< the end of the answer, when the client would not take it yet
};

/// Takes connections, gives complete requests to workers. All public functions are thread-safe.
class FrontDesk {
public:
    /// Writes one whole answer, on a worker. `close_after`: it is the connection's last one.
    using Serve = std::function<Served(int socket, const Head& head, bool close_after)>;

    /// Starts its threads. `counters` must live longer than the desk.
    FrontDesk(const GuardLimits& limits, HostNames hosts, Serve serve, RefusalPage page,
              Witness witness, DeskCounters& counters);
    ~FrontDesk();
    FrontDesk(const FrontDesk&) = delete;
    FrontDesk& operator=(const FrontDesk&) = delete;

    /// Takes a connected socket and closes it when its time has come.
    void admit(int socket);

    /// Whether `bytes` more of unsent answers may be held, by all connections together.
    bool has_room_for(std::size_t bytes) const;

    /// Finishes what is being answered, closes the rest, ends the threads. Takes at most
    /// GuardLimits::drain_time, and the time of a running handler.
    void stop();

private:
    enum class Phase { idle, head, body, sending, linger };

    /// Whether bytes of a request are awaited.
    static bool is_read(Phase phase);

    struct Connection {
        explicit Connection(int fd) : socket(fd) {}
        ~Connection();
        Connection(const Connection&) = delete;
        Connection& operator=(const Connection&) = delete;

        int socket;
        Phase phase = Phase::idle;
        std::string in;             // bytes not yet used, at most a head, or `whole`
        std::size_t whole = 0;      // bytes of head and body, while the body is awaited
        std::size_t scanned = 0;    // see scan()
        std::string out;            // bytes not yet sent, while sending
        std::size_t sent = 0;       // of these
        std::size_t discarded = 0;  // while lingering
        int served = 0;
        bool keep = false;  // after sending
        Clock::time_point deadline;
    };
    using Owned = std::unique_ptr<Connection>;
    struct Waiting {
        Owned connection;
        Clock::time_point since;
    };

    void run_desk();
    void run_worker();
    void take_in();
    void listen_for(const Connection& connection, int operation) const;
    void readable(Connection& connection);
    void writable(Connection& connection);
    void advance(Connection& connection);
    bool lacks_body(Connection& connection, std::size_t head_bytes) const;
    void expire();
    void work(Waiting waiting);
    bool answer_next(Connection& connection);
    bool others_wait();
    bool asks_again(Connection& connection);
    void hand_back(Owned connection);
    void drop(int socket);
    void start_linger(Connection& connection) const;
    void refuse(int socket, const archive::Error& error, std::string_view request);

    const GuardLimits limits_;
    const HostNames hosts_;
    const Serve serve_;
    const RefusalPage page_;
    const Witness witness_;
    DeskCounters& counters_;
    int epoll_ = -1;
    const Bell bell_;  ///< for the desk
    std::atomic<bool> stopping_{false};
    std::atomic<bool> workers_done_{false};
    Clock::time_point drained_;  // written before stopping_, read after it

    std::unordered_map<int, Owned> held_;  // desk thread only

    std::mutex inbox_mutex_;
    std::vector<Owned> inbox_;

    std::mutex queue_mutex_;
    std::condition_variable queue_ready_;
    std::deque<Waiting> queue_;

    std::atomic<std::size_t> expecting_{0};  ///< workers that wait for a client to ask again

    std::thread desk_;
    std::vector<std::thread> workers_;
};

}  // namespace server
