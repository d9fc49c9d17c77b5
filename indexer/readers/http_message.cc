// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/http_message.h"

#include "archive/base/text.h"
#include "indexer/readers/inflation.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <utility>

namespace indexer {

namespace {

using archive::trimmed;

/// The number of bytes in the next chunk, and its line's length in `line`; nothing for what is no
/// line of a chunk.
std::optional<std::size_t> chunk_size(std::string_view text, std::size_t& line) {
    constexpr std::size_t longest = 256;  // extensions may follow the number
    const auto end = text.substr(0, longest).find('\n');
    if (end == std::string_view::npos) return std::nullopt;
    const auto written = text.substr(0, end);
    std::uint64_t size = 0;
    const auto read = std::from_chars(written.data(), written.data() + written.size(), size, 16);
    if (read.ec != std::errc()) return std::nullopt;
    const auto behind =
        trimmed(written.substr(static_cast<std::size_t>(read.ptr - written.data())));
    if (!behind.empty() && behind[0] != ';') return std::nullopt;
    line = end + 1;
    return static_cast<std::size_t>(std::min<std::uint64_t>(size, SIZE_MAX / 2));
}

/// The text of the chunks. What does not begin with a chunk is no chunked text, whatever was
/// declared; what stops being one goes on as it stands.
Payload unchunked(std::string_view body) {
    Payload payload;
    std::size_t line = 0;
    while (const auto size = chunk_size(body, line)) {
        body.remove_prefix(line);
        if (*size == 0) return payload;
        payload.whole = *size <= body.size();
        payload.bytes += body.substr(0, *size);
        body.remove_prefix(std::min(*size, body.size()));
        for (const char end : {'\r', '\n'}) {
            if (body.starts_with(end)) body.remove_prefix(1);
        }
    }
    if (trimmed(body).empty()) {
        payload.whole = false;  // the last chunk, which is empty, is missing
        return payload;
    }
    payload.whole = payload.bytes.empty();
    payload.bytes += body;
    return payload;
}

void read_field(std::string_view line, HttpMessage& message) {
    const auto colon = line.find(':');
    if (colon == std::string_view::npos) return;
    const std::string name = archive::ascii_lower(trimmed(line.substr(0, colon)));
    const auto value = trimmed(line.substr(colon + 1));
    if (name == "content-type") {
        message.type = content_type_of(value);
    } else if (name == "transfer-encoding") {
        message.chunked = archive::ascii_lower(value).find("chunked") != std::string::npos;
    } else if (name == "content-encoding") {
        for (const auto coding : archive::split(value, ',')) {
            message.codings.push_back(archive::ascii_lower(trimmed(coding)));
        }
    }
}

}  // namespace

ContentType content_type_of(std::string_view written) {
    ContentType type;
    const auto parts = archive::split(written, ';');
    type.media_type = archive::ascii_lower(trimmed(parts.front()));
    for (auto part : parts) {
        part = trimmed(part);
        constexpr std::string_view charset = "charset=";
        if (!archive::ascii_lower(part.substr(0, charset.size())).starts_with(charset)) continue;
        part = trimmed(part.substr(charset.size()));
        while (part.starts_with('"') || part.starts_with('\'')) part.remove_prefix(1);
        while (part.ends_with('"') || part.ends_with('\'')) part.remove_suffix(1);
        type.charset = archive::ascii_lower(part);
    }
    return type;
}

std::optional<HttpMessage> read_http_message(std::string_view message) {
    constexpr std::size_t most_lines = 1000;
    if (!message.starts_with("HTTP/")) return std::nullopt;
    HttpMessage found;
    for (std::size_t lines = 0; lines < most_lines; ++lines) {
        const auto end = message.find('\n');
        const auto line = trimmed(message.substr(0, end));
        message.remove_prefix(end == std::string_view::npos ? message.size() : end + 1);
        if (line.empty()) break;
        if (lines > 0) {
            read_field(line, found);
            continue;
        }
        const auto status = trimmed(line.substr(std::min(line.find(' '), line.size())));
        std::from_chars(status.data(), status.data() + status.size(), found.status);
    }
    found.body = message;
    return found;
}

Payload payload_of(const HttpMessage& message, std::size_t limit) {
    Payload payload;
    if (message.chunked) {
        payload = unchunked(message.body);
    } else {
        payload.bytes = message.body;
    }
    constexpr std::size_t most_codings = 4;
    auto codings = message.codings;
    if (codings.size() > most_codings) codings.resize(most_codings);
    // Some crawlers keep the page compressed and lose the line that says so.
    if (codings.empty()) codings.emplace_back("unsaid");
    for (auto coding = codings.rbegin(); coding != codings.rend(); ++coding) {
        auto inflated = inflated_by(*coding, payload.bytes, limit);
        if (!inflated) continue;
        payload.whole = payload.whole && inflated->whole;
        payload.bomb = inflated->bomb;
        payload.bytes = std::move(inflated->bytes);
        if (payload.bomb) payload.bytes.clear();
    }
    if (payload.bytes.size() > limit) payload.bytes.resize(limit + 1);
    return payload;
}

}  // namespace indexer
