// SPDX-License-Identifier: GPL-2.0-or-later
// head_gate.h - Judges the head of one HTTP request, from its bytes alone.
//
// Says "not all there yet", "here is a clean request" or "refuse it, for this reason". The library
// behind the gate (cpp-httplib 0.11.4) tolerates two lengths, endless headers, `Range`, escapes in
// header values and a sent `REMOTE_ADDR`. None of that reaches it: it is handed what judge() kept.
#pragma once

#include "archive/base/error.h"
#include "server/guard/limits.h"
#include "server/guard/target.h"

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace server {

/// The names this server answers to, lower case and with the port: "localhost:8080". Compared
/// whole, since a test of the beginning would let "127.0.0.1.evil.example" in.
using HostNames = std::set<std::string, std::less<>>;

/// The one address that takes a body: POST, text/plain, changes nothing.
inline constexpr std::string_view batch_path = "/api/v1/batch";

/// A request that may be answered.
struct Head {
    std::string method;          ///< GET, HEAD or OPTIONS; POST for the batch
    Target target;               ///< empty for "OPTIONS *"
    std::string host;            ///< one of the allowed names
    bool old_protocol = false;   ///< HTTP/1.0: no chunks
    bool close = false;          ///< the connection ends after the answer
    std::size_t body_bytes = 0;  ///< that follow the head
    std::string body;            ///< those, once the front desk has them; any bytes

    /// Headers that handlers may read, names in lower case; everything else stays outside.
    std::vector<std::pair<std::string, std::string>> fields;

    /// The value of a kept header, such as "accept-encoding"; empty when it was not sent. Of
    /// repeated ones the values are joined with a comma.
    std::string field(std::string_view name) const;
};

/// How far the bytes of a connection have come.
enum class Progress { incomplete, complete, refused };

/// What scan() found.
struct Scan {
    Progress progress = Progress::incomplete;
    std::size_t length = 0;  ///< of the head, when complete
    archive::Error refusal{archive::ErrorCode::request_malformed, {}};  ///< when refused
};

/// Looks for the end of a head at the beginning of `bytes`. `scanned` remembers how far an earlier
/// call came, so that a head that arrives byte by byte costs linear time; 0 for a new request.
Scan scan(std::string_view bytes, std::size_t& scanned, const GuardLimits& limits);

/// Reads a complete head: framing first, as two readings of where a request ends are how requests
/// get smuggled, then host, method and address. The Error's message never quotes the client.
std::variant<Head, archive::Error> judge(std::string_view head, const HostNames& hosts,
                                         const GuardLimits& limits);

}  // namespace server
