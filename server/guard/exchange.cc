// SPDX-License-Identifier: GPL-2.0-or-later
#include "server/guard/exchange.h"

#include "server/log.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <array>
#include <cstring>

namespace server {

std::string peer_of(int socket) {
    sockaddr_storage peer{};
    socklen_t length = sizeof peer;
    // The socket interface hands addresses over as bytes of a more general type.
    if (::getpeername(socket, reinterpret_cast<sockaddr*>(&peer), &length) != 0) return {};
    std::array<char, INET6_ADDRSTRLEN> text{};
    if (peer.ss_family == AF_INET) {
        sockaddr_in v4{};
        std::memcpy(&v4, &peer, sizeof v4);
        ::inet_ntop(AF_INET, &v4.sin_addr, text.data(), text.size());
        return std::string(text.data()) + ':' + std::to_string(ntohs(v4.sin_port));
    }
    if (peer.ss_family == AF_INET6) {
        sockaddr_in6 v6{};
        std::memcpy(&v6, &peer, sizeof v6);
        ::inet_ntop(AF_INET6, &v6.sin6_addr, text.data(), text.size());
        return '[' + std::string(text.data()) + "]:" + std::to_string(ntohs(v6.sin6_port));
    }
    return {};
}

std::string log_line(const Exchange& exchange) {
    std::string line = "peer=" + (exchange.peer.empty() ? "-" : exchange.peer);
    line += " status=" + std::to_string(exchange.status);
    line += " bytes=" + std::to_string(exchange.bytes);
    line += " took_us=" + std::to_string(exchange.took.count());
    if (exchange.head != nullptr) {
        line += " method=" + exchange.head->method;
        line += " target=" + in_quotes(exchange.head->target.raw);
    }
    if (exchange.refusal) line += " refused=" + std::string(archive::name(*exchange.refusal));
    if (exchange.cut) line += " cut=1";
    return line;
}

}  // namespace server
