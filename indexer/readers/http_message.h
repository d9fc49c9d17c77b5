// SPDX-License-Identifier: GPL-2.0-or-later
// http_message.h - The answer of a web server as a crawler kept it: its header, and the page in it.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace indexer {

/// "text/html; charset=utf-8" in its parts, in lower case; each may be empty.
struct ContentType {
    std::string media_type;
    std::string charset;
};
ContentType content_type_of(std::string_view written);

struct HttpMessage {
    int status = 0;  ///< 200
    ContentType type;
    std::vector<std::string> codings;  ///< "gzip", "br" in the order they were applied
    bool chunked = false;              ///< says the header, which may be wrong
    std::string_view body;             ///< as it was sent
};

/// Reads a message; nothing for what does not begin like one.
std::optional<HttpMessage> read_http_message(std::string_view message);

/// The page that was sent.
struct Payload {
    std::string bytes;
    bool whole = true;  ///< false when it ends too early
    bool bomb = false;  ///< expands more than limits::container_ratio to 1: nothing is kept
};

/// Undoes chunks and compression: gzip, deflate with and without its wrapping, br, zstd. What is
/// declared and is not so is left as it is. At most `limit` bytes, and one more when there are
/// more.
Payload payload_of(const HttpMessage& message, std::size_t limit);

}  // namespace indexer
