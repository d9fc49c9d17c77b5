// SPDX-License-Identifier: GPL-2.0-or-later
// exchange.h - What is remembered of one request after it was answered: a log line, some counters.
#pragma once

#include "archive/base/error.h"
#include "server/guard/head_gate.h"

#include <chrono>
#include <cstddef>
#include <functional>
#include <optional>
#include <string>

namespace server {

/// One request and how it ended.
struct Exchange {
    const Head* head = nullptr;  ///< null when the guard refused it unread; borrowed for the call
    std::string peer;            ///< address and port of the other end, as the socket knows it
    int status = 0;
    std::size_t bytes = 0;              ///< of the answer, head and body
    std::chrono::microseconds took{0};  ///< from the complete head to the last byte handed over
    std::optional<archive::ErrorCode> refusal;  ///< why the guard refused it, if it did
    bool cut = false;                           ///< the client went away or read too slowly
};

/// Takes note of an exchange. Called on any thread.
using Witness = std::function<void(const Exchange&)>;

/// "127.0.0.1:40112" or "[::1]:40112"; empty when the socket has no peer any more.
std::string peer_of(int socket);

/// The exchange as `key=value` pairs on one line, without a line break; control characters are
/// escaped, so that no request can forge a line.
std::string log_line(const Exchange& exchange);

}  // namespace server
