// SPDX-License-Identifier: GPL-2.0-or-later
#include "server/guard/refusal.h"

#include "server/guard/guarded_server.h"
#include "server/problem.h"

namespace server {

std::string_view address_in(std::string_view request) {
    constexpr std::string_view method = "GET ";
    if (!request.starts_with(method)) return {};
    request.remove_prefix(method.size());
    return request.substr(0, request.find_first_of(" \r\n"));
}

std::string refusal_bytes(const archive::Error& error, bool with_body, const std::string& page) {
    const std::string body = page.empty() ? problem_document(error) : page;
    const int status = http_status(error.code);
    std::string out = "HTTP/1.1 " + std::to_string(status) + ' ';
    out += reason_phrase(status);
    out += "\r\nContent-Type: ";
    out += page.empty() ? problem_type : "text/html; charset=utf-8";
    out += "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n";
    for (const auto& [name, value] : protective_headers()) {
        // a problem document loads nothing
        const bool policy = page.empty() && name == "Content-Security-Policy";
        out +=
            name + ": " + (policy ? "default-src 'none'; frame-ancestors 'none'" : value) + "\r\n";
    }
    out += "Cache-Control: no-store\r\nConnection: close\r\n";
    if (status == 405) out += "Allow: " + std::string(allowed_methods) + "\r\n";
    if (status == 503) out += "Retry-After: 1\r\n";
    out += "\r\n";
    return with_body ? out + body : out;
}

}  // namespace server
