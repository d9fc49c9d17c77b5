// SPDX-License-Identifier: GPL-2.0-or-later
// crawl_text.h - Writes records of web crawls for tests.
#pragma once

#include <string>
#include <string_view>

namespace crawl_text {

inline constexpr std::string_view answer = "application/http; msgtype=response";

/// A WARC record around `block`; `fields` are further header lines, each with its "\r\n".
inline std::string record(std::string_view kind, std::string_view uri, const std::string& block,
                          std::string_view media_type = answer, std::string_view fields = {}) {
    std::string text = "WARC/1.0\r\nWARC-Type: ";
    text += kind;
    text += "\r\nWARC-Target-URI: ";
    text += uri;
    text += "\r\nWARC-Date: 2019-04-04T08:15:00Z\r\nContent-Type: ";
    text += media_type;
    text += "\r\n";
    text += fields;
    text += "Content-Length: " + std::to_string(block.size()) + "\r\n\r\n";
    return text + block + "\r\n\r\n";
}

/// An answer of a web server.
inline std::string http(const std::string& body, std::string_view fields = {},
                        std::string_view media_type = "text/html",
                        std::string_view status = "200 OK") {
    std::string text = "HTTP/1.1 ";
    text += status;
    text += "\r\nContent-Type: ";
    text += media_type;
    text += "\r\n";
    text += fields;
    return text + "\r\n" + body;
}

/// A page with one article.
inline std::string page(const std::string& title, const std::string& head = {}) {
    return "<html><head>" + head + "</head><body><article><h1>" + title
           + "</h1><p>The harbour office said on Friday that the tide would be late again, and "
             "asked for patience.</p></article></body></html>";
}

}  // namespace crawl_text
