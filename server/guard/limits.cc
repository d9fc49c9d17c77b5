// SPDX-License-Identifier: GPL-2.0-or-later
#include "server/guard/limits.h"

namespace server {
namespace {

std::string bytes(std::size_t count) {
    return std::to_string(count) + " bytes";
}
std::string at_once(std::size_t count) {
    return std::to_string(count) + " at the same time";
}
std::string spell(std::chrono::milliseconds time) {
    return std::to_string(time.count()) + " ms";
}

}  // namespace

std::vector<LimitRow> limit_rows(const GuardLimits& limits) {
    return {
        {"request head", bytes(limits.head_bytes), "request.head_too_large"},
        {"request target", bytes(limits.target_bytes), "request.target_too_long"},
        {"path", bytes(limits.path_bytes), "request.target_too_long"},
        {"header lines", std::to_string(limits.header_count), "request.head_too_large"},
        {"query parameters", std::to_string(limits.parameters), "request.malformed"},
        {"body of /api/v1/batch", bytes(limits.body_bytes), "request.body_too_large"},
        {"open connections", at_once(limits.connections), "server.busy"},
        {"waiting requests", at_once(limits.waiting_requests), "server.busy"},
        {"requests being answered", at_once(limits.workers), "the next ones wait"},
        {"exports", at_once(limits.long_answers), "server.busy"},
        {"requests of one connection", std::to_string(limits.requests_per_connection),
         "connection closed after the last answer"},
        {"slowest reader of an export", bytes(limits.export_bytes_a_second) + " a second",
         "connection closed"},
        {"time for a request head", spell(limits.head_time), "request.slow"},
        {"time for a request body", spell(limits.body_time), "request.slow"},
        {"idle connection", spell(limits.idle_time), "connection closed"},
        {"waiting for a worker", spell(limits.queue_time), "server.busy"},
        {"waiting for the client to read", spell(limits.write_time), "connection closed"},
        {"reading on after a refusal", spell(limits.linger_time), "connection closed"},
        {"finishing answers at the end", spell(limits.drain_time), "connection closed"},
    };
}

}  // namespace server
