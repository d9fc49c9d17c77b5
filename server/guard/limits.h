// SPDX-License-Identifier: GPL-2.0-or-later
// limits.h - How much one client may ask of the server before it is refused.
//
// Each limit is checked before work begins and is answered with an error of its own. The numbers
// are those of docs/operations.md, which a test holds against limit_rows().
#pragma once

#include "archive/base/limits.h"

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace server {

/// What the guard allows. Sizes are bytes as they come over the wire, before any decoding.
struct GuardLimits {
    std::size_t head_bytes =
        archive::limits::request_head_bytes;  ///< request line and headers together
    std::size_t target_bytes = archive::limits::request_target_bytes;  ///< path and query
    std::size_t path_bytes = archive::limits::request_path_bytes;      ///< path alone
    std::size_t header_count = archive::limits::request_headers;       ///< header lines
    std::size_t parameters = archive::limits::request_parameters;      ///< parameters of a query
    std::size_t body_bytes = std::size_t{64} * 1024;  ///< body of the one request that may have one
    std::size_t connections = 1024;                   ///< open at the same time
    std::size_t waiting_requests = 256;               ///< complete, but no worker is free yet
    std::size_t workers = 16;                         ///< requests answered at the same time
    std::size_t long_answers = 4;                     ///< exports written at the same time
    int requests_per_connection = 1000;               ///< then the connection is closed
    std::size_t export_bytes_a_second = std::size_t{64} * 1024;  ///< slowest reader of an export

    std::chrono::milliseconds head_time{3000};   ///< from the first byte of a head to its last
    std::chrono::milliseconds body_time{5000};   ///< from the end of a head to that of its body
    std::chrono::milliseconds idle_time{5000};   ///< without a byte of a next request
    std::chrono::milliseconds queue_time{4000};  ///< waiting for a worker
    std::chrono::milliseconds write_time{5000};  ///< waiting for the client to take an answer
    std::chrono::milliseconds linger_time{500};  ///< reading on after a refusal, so that it arrives
    std::chrono::milliseconds drain_time{5000};  ///< finishing what runs when the server ends
};

/// One limit for people: what it bounds, how much, and how the one who exceeds it is answered.
struct LimitRow {
    std::string_view what;    ///< such as "request head"
    std::string allowed;      ///< with its unit, such as "16384 bytes"
    std::string_view answer;  ///< an error code, or what happens to the connection
};

/// Every limit of the guard, in the order of the struct.
std::vector<LimitRow> limit_rows(const GuardLimits& limits);

}  // namespace server
