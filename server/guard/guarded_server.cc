// SPDX-License-Identifier: GPL-2.0-or-later
#include "server/guard/guarded_server.h"

#include "server/problem.h"

#include <sys/socket.h>

#include <array>
#include <cerrno>
#include <ctime>
#include <limits>
#include <thread>
#include <utility>

namespace server {

using archive::Error;
using archive::ErrorCode;

namespace {

// The library hands its handler a request of its own and nothing of ours. The worker that called
// the library is the thread that runs the handler, so the request is remembered here meanwhile.
struct Current {
    const Head* head = nullptr;
    bool busy = false;  // too many streamed answers already
};
thread_local Current current;

// The library's accept loop gives every connection to a task queue. This one runs the task where it
// is, because admit() only files the socket; the workers live in the front desk.
class InlineQueue : public httplib::TaskQueue {
public:
    explicit InlineQueue(FrontDesk& desk) : desk_(desk) {}
    void enqueue(std::function<void()> task) override { task(); }
    void shutdown() override { desk_.stop(); }

private:
    FrontDesk& desk_;
};

std::string_view methods_for(std::string_view path) {
    return path == batch_path ? batch_methods : allowed_methods;
}

std::string http_date() {
    const std::time_t now = std::time(nullptr);
    std::tm parts{};
    ::gmtime_r(&now, &parts);
    std::array<char, 40> text{};
    std::strftime(text.data(), text.size(), "%a, %d %b %Y %H:%M:%S GMT", &parts);
    return text.data();
}

void set_problem(httplib::Response& response, ErrorCode code, std::string message) {
    response.status = http_status(code);
    response.set_header("Cache-Control", "no-store");
    if (response.status == 503) response.set_header("Retry-After", "1");
    response.set_content(problem_document(Error{code, std::move(message)}),
                         std::string(problem_type));
}

}  // namespace

const httplib::Headers& protective_headers() {
    static const httplib::Headers headers{
        {"X-Content-Type-Options", "nosniff"},
        {"Content-Security-Policy",
         "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
         "font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; "
         "frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types lit-html"},
        {"Referrer-Policy", "no-referrer"},
        {"Cross-Origin-Opener-Policy", "same-origin"},
    };
    return headers;
}

GuardedServer::GuardedServer(const GuardLimits& limits, Hooks hooks)
    : limits_(limits),
      hooks_(std::move(hooks)),
      cut_off_(Clock::time_point::max().time_since_epoch().count()) {
    set_tcp_nodelay(true);
    set_default_headers(protective_headers());
    set_pre_routing_handler([this](const httplib::Request&, httplib::Response& response) {
        answer_current(response);
        return HandlerResponse::Handled;
    });
    set_post_routing_handler([](const httplib::Request&, httplib::Response& response) {
        response.headers.erase("Keep-Alive");
        response.headers.erase("Accept-Ranges");
        if (response.status == 304 || response.status == 204)
            response.headers.erase("Content-Length");
        response.set_header("Date", http_date());
    });
}

GuardedServer::~GuardedServer() = default;

GuardedServer::Bound GuardedServer::bind(const std::string& address, int port) {
    set_socket_options([this](socket_t socket) {
        listener_ = socket;
        const int one = 1;
        ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one);
    });
    errno = 0;
    const bool bound =
        port == 0 ? (port_ = bind_to_any_port(address)) > 0 : bind_to_port(address, port);
    if (!bound) return errno == EADDRINUSE ? Bound::in_use : Bound::failed;
    if (port != 0) port_ = port;
    ::listen(listener_, 1024);  // the compiled-in backlog is 5
    return Bound::done;
}

bool GuardedServer::run(HostNames hosts) {
    desk_ = std::make_unique<FrontDesk>(
        limits_, std::move(hosts),
        [this](int socket, const Head& head, bool last) { return serve(socket, head, last); },
        hooks_.refusal_page, hooks_.witness, counters_);
    new_task_queue = [this] { return new InlineQueue(*desk_); };
    const bool served = listen_after_bind();
    ended_ = true;
    desk_->stop();
    return served || finishing_;
}

void GuardedServer::finish() {
    if (finishing_.exchange(true)) return;
    cut_off_ = (Clock::now() + limits_.drain_time).time_since_epoch().count();
    // A stop() before the accept loop runs would be lost.
    while (!is_running() && !ended_) std::this_thread::sleep_for(std::chrono::milliseconds(1));
    stop();
}

bool GuardedServer::process_and_close_socket(socket_t socket) {
    desk_->admit(socket);
    return true;
}

void GuardedServer::answer_current(httplib::Response& response) {
    if (current.head->method == "OPTIONS") {
        response.status = 204;
        return response.set_header("Allow", std::string(methods_for(current.head->target.path)));
    }
    if (current.busy) {
        return set_problem(response, ErrorCode::server_busy, "too many exports are being written");
    }
    try {
        hooks_.answer(*current.head, response);
    } catch (const std::exception&) {
        set_problem(response, ErrorCode::internal, {});
    }
    // HTTP/1.0 knows no chunks: there the answer ends with the connection.
    if (current.head->old_protocol) response.is_chunked_content_provider_ = false;
}

Served GuardedServer::serve(int socket, const Head& head, bool close_after) {
    const auto started = Clock::now();
    const Pace pace = hooks_.pace(head);
    const bool counted = pace == Pace::streamed;
    const std::size_t others = counted ? streaming_++ : 0;

    // The library needs something to parse; the handlers read our Head instead, with the body.
    const std::string line =
        (head.method == "HEAD" ? "HEAD" : "GET") + std::string(" / HTTP/1.1\r\n\r\n");
    AnswerStream stream(socket, line, pace, limits_, *desk_, cut_off_);
    Served served;
    bool whole = false;
    current = {&head, counted && others >= limits_.long_answers};
    bool closed = false;
    try {
        const bool done = process_request(stream, close_after, closed, nullptr);
        whole = stream.flush() && done;
    } catch (const std::exception&) {  // from a content provider, in the middle of an answer
        whole = false;
    }
    current = {};
    if (counted) --streaming_;
    served.keep = whole && !closed;
    served.unsent = whole ? stream.take_unsent() : std::string();

    Exchange exchange;
    exchange.head = &head;
    exchange.peer = peer_of(socket);
    exchange.status = stream.status();
    exchange.bytes = stream.bytes();
    exchange.took = std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - started);
    exchange.cut = !whole;
    hooks_.witness(exchange);
    return served;
}

}  // namespace server
