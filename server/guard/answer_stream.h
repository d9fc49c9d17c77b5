// SPDX-License-Identifier: GPL-2.0-or-later
// answer_stream.h - What the library writes one answer to.
//
// It reads a request head from memory and writes to the socket: collected into few sends, and with
// bounded patience for a client that does not read. The end of an ordinary answer that the socket
// would not take is kept for the front desk, which sends it without a worker. An export has no such
// end, so it holds its worker while the client goes on reading: patience is spent while waiting and
// earned back by every byte that leaves.
#pragma once

#include "server/guard/front_desk.h"

#include <httplib.h>

#include <atomic>
#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>

namespace server {

/// How long an answer may be: `prompt` ones are made in memory, `streamed` ones as they are read.
enum class Pace { prompt, streamed };

/// One answer on its way. Not thread-safe; lives for one request.
class AnswerStream : public httplib::Stream {
public:
    /// `head` and the references must outlive the stream. `cut_off` is the instant, in ticks of
    /// Clock, after which a streamed answer is cut because the server ends.
    AnswerStream(int socket, std::string_view head, Pace pace, const GuardLimits& limits,
                 const FrontDesk& desk, const std::atomic<Clock::rep>& cut_off);

    bool is_readable() const override { return !head_.empty(); }
    bool is_writable() const override { return !failed_; }
    ssize_t read(char* out, std::size_t size) override;
    ssize_t write(const char* bytes, std::size_t size) override;
    void get_remote_ip_and_port(std::string& ip, int& port) const override;
    void get_local_ip_and_port(std::string& ip, int& port) const override;

    /// Always 0: the library answers 500 for numbers from FD_SETSIZE up, because it would use
    /// select() on them. This stream uses poll().
    socket_t socket() const override { return 0; }

    /// Sends what was collected. False when the answer could not be written whole.
    bool flush();

    /// The end of the answer that the client would not take yet; empties the stream.
    std::string take_unsent() { return std::move(unsent_); }

    int status() const { return status_; }          ///< of the answer, 0 before its first line
    std::size_t bytes() const { return written_; }  ///< written so far

private:
    bool send_all(std::string_view first, std::string_view second);
    bool send_now(std::string_view& first, std::string_view& second);
    bool wait_for_client();

    const int socket_;
    std::string_view head_;
    const Pace pace_;
    const GuardLimits& limits_;
    const FrontDesk& desk_;
    const std::atomic<Clock::rep>& cut_off_;
    std::chrono::microseconds patience_;
    std::string collected_;
    std::string unsent_;
    std::size_t written_ = 0;
    int status_ = 0;
    bool failed_ = false;
};

}  // namespace server
