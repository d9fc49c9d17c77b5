// SPDX-License-Identifier: GPL-2.0-or-later
#include "server/guard/head_gate.h"

#include "archive/base/text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <functional>

namespace server {

using archive::Error;
using archive::ErrorCode;

namespace {

// Only these reach the handlers. Range, Expect, Content-Encoding, forwarded addresses, REMOTE_ADDR
// and everything unknown stay outside.
constexpr std::array<std::string_view, 5> kept_fields{"accept", "accept-encoding", "if-none-match",
                                                      "origin", "user-agent"};
constexpr std::size_t kept_bytes = 1024;  // of one value; longer ones are as good as not sent

bool is_token(std::string_view text) {
    static constexpr std::string_view marks = "!#$%&'*+-.^_`|~";
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
               || marks.find(c) != std::string_view::npos;
    });
}

bool mentions_close(std::string_view connection) {
    const std::string wishes = archive::ascii_lower(connection);
    const auto parts = archive::split(wishes, ',');
    return std::any_of(parts.begin(), parts.end(),
                       [](std::string_view part) { return archive::trimmed(part) == "close"; });
}

Error malformed(std::string_view complaint) {
    return {ErrorCode::request_malformed, std::string(complaint)};
}

Error head_too_large(std::string_view complaint) {
    return {ErrorCode::request_head_too_large, std::string(complaint)};
}

/// "GET /path?query HTTP/1.1" in its three parts.
struct RequestLine {
    std::string_view method, target, version;
};

std::variant<RequestLine, Error> read_request_line(std::string_view line) {
    const auto parts = archive::split(line, ' ');
    if (parts.size() != 3) return malformed("the request line must have three parts");
    if (!is_token(parts[0])) return malformed("the method is malformed");
    if (parts[2] != "HTTP/1.1" && parts[2] != "HTTP/1.0") {
        return Error{ErrorCode::request_unsupported, "only HTTP/1.1 and HTTP/1.0 are spoken here"};
    }
    return RequestLine{parts[0], parts[1], parts[2]};
}

using Fields = std::vector<std::pair<std::string, std::string_view>>;

std::variant<Fields, Error> read_fields(std::string_view lines, const GuardLimits& limits) {
    Fields fields;
    while (!lines.empty() && lines != "\r\n") {
        const auto end = lines.find("\r\n");
        const auto line = lines.substr(0, end);
        lines.remove_prefix(end + 2);
        if (fields.size() == limits.header_count) {
            return head_too_large("a request may have " + std::to_string(limits.header_count)
                                  + " header lines");
        }
        const auto colon = line.find(':');
        // A token before the colon also refuses folded lines and "Name : value".
        if (colon == std::string_view::npos || !is_token(line.substr(0, colon))) {
            return malformed("a header line is malformed");
        }
        fields.emplace_back(archive::ascii_lower(line.substr(0, colon)),
                            archive::trimmed(line.substr(colon + 1)));
    }
    return fields;
}

/// What the headers say about where the request ends and who is meant.
struct Framing {
    std::string host;
    std::size_t body = 0;  // bytes announced; of absurd numbers the largest that fits
    bool has_length = false;
    bool chunked = false;  // any transfer coding
    bool close = false;
};

std::variant<Framing, Error> read_framing(const Fields& fields) {
    Framing framing;
    std::size_t hosts = 0;
    for (const auto& [name, value] : fields) {
        if (name == "host") {
            ++hosts;
            framing.host = archive::ascii_lower(value);
        } else if (name == "content-length") {
            if (framing.has_length) return malformed("Content-Length is given more than once");
            const bool digits =
                !value.empty() && value.find_first_not_of("0123456789") == value.npos;
            if (!digits) return malformed("Content-Length is not a number");
            framing.has_length = true;
            framing.body = static_cast<std::size_t>(-1);
            std::from_chars(value.data(), value.data() + value.size(), framing.body);
        } else if (name == "transfer-encoding") {
            framing.chunked = true;
        } else if (name == "connection") {
            framing.close = framing.close || mentions_close(value);
        }
    }
    if (framing.chunked && framing.has_length) {
        return malformed("Transfer-Encoding and Content-Length exclude each other");
    }
    if (hosts != 1) return malformed("exactly one Host header is needed");
    return framing;
}

std::string_view path_of(std::string_view target) {
    return target.substr(0, target.find('?'));
}

/// The value of a header that stands there once at most; empty without it.
std::string_view value_of(const Fields& fields, std::string_view name) {
    for (const auto& [known, value] : fields) {
        if (known == name) return value;
    }
    return {};
}

/// Whether a media type is text/plain, whatever its parameters.
bool is_plain_text(std::string_view media_type) {
    const auto type = archive::trimmed(media_type.substr(0, media_type.find(';')));
    return archive::ascii_lower(type) == "text/plain";
}

/// Why a batch of queries is not taken, if so. A page of another origin may not send one, although
/// nothing is changed by it: its answer is work.
std::optional<Error> refusal_of_batch(const Fields& fields, const Framing& framing,
                                      const GuardLimits& limits) {
    if (!framing.has_length)
        return Error{ErrorCode::request_length_required, "a body needs one Content-Length"};
    if (framing.body > limits.body_bytes) {
        return Error{ErrorCode::request_body_too_large,
                     "a body may have " + std::to_string(limits.body_bytes) + " bytes"};
    }
    if (!is_plain_text(value_of(fields, "content-type")))
        return malformed("a batch is sent as Content-Type: text/plain, one query a line");
    const auto origin = value_of(fields, "origin");
    if (!origin.empty() && archive::ascii_lower(origin) != "http://" + framing.host)
        return malformed("a batch from a page of another origin is not accepted");
    return std::nullopt;
}

/// Why the method can't be used here with such a body, if so.
std::optional<Error> refusal_of(const RequestLine& line, const Fields& fields,
                                const Framing& framing, const GuardLimits& limits) {
    constexpr std::array<std::string_view, 6> known{"POST",   "PUT",   "PATCH",
                                                    "DELETE", "TRACE", "CONNECT"};
    if (line.method == "GET" || line.method == "HEAD" || line.method == "OPTIONS") {
        if (!framing.chunked && framing.body == 0) return std::nullopt;
        return malformed("a request with a body is not accepted");
    }
    if (std::find(known.begin(), known.end(), line.method) == known.end()) {
        return Error{ErrorCode::request_unsupported, "this method is not known"};
    }
    if (line.method == "POST" && path_of(line.target) == batch_path)
        return refusal_of_batch(fields, framing, limits);
    return Error{ErrorCode::request_method, "only GET, HEAD and OPTIONS are served"};
}

}  // namespace

std::string Head::field(std::string_view name) const {
    std::string joined;
    for (const auto& [kept, value] : fields) {
        if (kept != name) continue;
        if (!joined.empty()) joined += ", ";
        joined += value;
    }
    return joined;
}

Scan scan(std::string_view bytes, std::size_t& scanned, const GuardLimits& limits) {
    const auto refused = [](Error error) { return Scan{Progress::refused, 0, std::move(error)}; };
    const std::size_t end = std::min(bytes.size(), limits.head_bytes);
    std::size_t at = scanned;
    if (at == 0 && !bytes.empty() && (bytes[0] < 'A' || bytes[0] > 'Z')) {
        return refused(malformed("this is not an HTTP request"));
    }
    for (; at < end; ++at) {
        const auto byte = static_cast<unsigned char>(bytes[at]);
        const bool after_return = at > 0 && bytes[at - 1] == '\r';
        if (byte == '\n') {
            if (!after_return) return refused(malformed("lines must end with CR LF"));
            if (at >= 3 && bytes[at - 2] == '\n') return {Progress::complete, at + 1, {}};
        } else if (after_return) {
            return refused(malformed("a CR stands alone"));
        } else if (byte != '\r' && byte != '\t' && (byte < 0x20 || byte == 0x7f)) {
            return refused(malformed("the request head holds a control character"));
        }
    }
    scanned = at;
    constexpr std::size_t method_and_version = 32;  // "OPTIONS " and " HTTP/1.1", generously
    if (std::min(bytes.find('\n'), bytes.size()) > limits.target_bytes + method_and_version) {
        return refused({ErrorCode::request_target_too_long,
                        "an address may have " + std::to_string(limits.target_bytes) + " bytes"});
    }
    if (bytes.size() >= limits.head_bytes) {
        return refused(head_too_large("a request head may have " + std::to_string(limits.head_bytes)
                                      + " bytes"));
    }
    return {};
}

std::variant<Head, Error> judge(std::string_view head, const HostNames& hosts,
                                const GuardLimits& limits) {
    const auto line_end = head.find("\r\n");
    const auto read_line = read_request_line(head.substr(0, line_end));
    if (const auto* error = std::get_if<Error>(&read_line)) return *error;
    const auto& line = std::get<RequestLine>(read_line);

    const auto read = read_fields(head.substr(line_end + 2), limits);
    if (const auto* error = std::get_if<Error>(&read)) return *error;
    const auto& fields = std::get<Fields>(read);

    const auto found = read_framing(fields);
    if (const auto* error = std::get_if<Error>(&found)) return *error;
    const auto& framing = std::get<Framing>(found);
    if (hosts.find(framing.host) == hosts.end()) {
        return Error{ErrorCode::request_host, "this server does not answer to that host name"};
    }
    if (auto refusal = refusal_of(line, fields, framing, limits)) return *std::move(refusal);

    Head request;
    request.method = line.method;
    request.host = framing.host;
    request.old_protocol = line.version == "HTTP/1.0";
    request.close = framing.close || request.old_protocol;
    request.body_bytes = framing.body;
    if (!(line.target == "*" && line.method == "OPTIONS")) {
        auto target = read_target(line.target, limits);
        if (!target) return target.error();
        request.target = std::move(*target);
    }
    for (const auto& [name, value] : fields) {
        const bool kept =
            std::find(kept_fields.begin(), kept_fields.end(), name) != kept_fields.end();
        if (kept && value.size() <= kept_bytes) request.fields.emplace_back(name, value);
    }
    return request;
}

}  // namespace server
