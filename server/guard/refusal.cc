// SPDX-License-Identifier: GPL-2.0-or-later
#include "server/guard/refusal.h"

#include "server/problem.h"

namespace server {

std::string refusal_bytes(const archive::Error& error, bool with_body) {
    const std::string body = problem_document(error);
    const int status = http_status(error.code);
    std::string out = "HTTP/1.1 " + std::to_string(status) + ' ';
    out += reason_phrase(status);
    out += "\r\nContent-Type: ";
    out += problem_type;
    out += "\r\nContent-Length: " + std::to_string(body.size());
    out +=
        "\r\nX-Content-Type-Options: nosniff\r\nContent-Security-Policy: default-src 'none'; "
        "frame-ancestors 'none'\r\nReferrer-Policy: no-referrer\r\nCache-Control: no-store\r\n"
        "Connection: close\r\n";
    if (status == 405) out += "Allow: " + std::string(allowed_methods) + "\r\n";
    if (status == 503) out += "Retry-After: 1\r\n";
    out += "\r\n";
    return with_body ? out + body : out;
}

}  // namespace server
