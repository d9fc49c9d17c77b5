// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/crawl_page.h"

#include "archive/base/limits.h"
#include "archive/base/text.h"
#include "indexer/readers/http_message.h"

#include <array>
#include <optional>
#include <string_view>

namespace indexer {

namespace {

using archive::limits::article_bytes;

CrawlPage none(std::string why) {
    CrawlPage page;
    page.why_not = std::move(why);
    return page;
}

/// What may hold articles, by its media type; nothing for pictures, styles, scripts and the like.
/// Plain text is a page only where a crawler made it of one: of servers it is robots.txt.
std::optional<PageType> page_type(std::string_view media_type, std::string_view kind) {
    const auto is_any = [&](std::initializer_list<std::string_view> types) {
        for (const auto type : types) {
            if (media_type == type) return true;
        }
        return false;
    };
    if (is_any({"", "application/octet-stream", "application/unknown", "unknown/unknown", "unk",
                "no-type"})) {
        return PageType::unsaid;
    }
    if (is_any({"text/html", "application/xhtml+xml", "application/vnd.wap.xhtml+xml"})) {
        return PageType::html;
    }
    if (media_type == "text/plain" && kind == "conversion") return PageType::text;
    if (media_type.starts_with("image/")) return std::nullopt;
    if (media_type.ends_with("/json") || media_type.ends_with("+json")) return PageType::json;
    if (media_type.ends_with("/xml") || media_type.ends_with("+xml")) return PageType::xml;
    return std::nullopt;
}

/// A type in a record's own header: "text/html", or "application/http" for a whole answer.
bool says_http(std::string_view media_type) {
    return media_type == "application/http" || media_type == "message/http";
}

}  // namespace

CrawlPage page_of(const CrawlRecord& record) {
    const bool response = record.kind == "response";
    if (!response && record.kind != "resource" && record.kind != "conversion") {
        return none(record.kind.empty() ? "a record without a type"
                                        : "a record of type " + archive::escaped(record.kind));
    }
    const ContentType said = content_type_of(record.media_type);
    HttpMessage message;
    message.body = record.block;
    message.type = said;
    if (auto http = read_http_message(record.block);
        http && (response || says_http(said.media_type))) {
        message = std::move(*http);
        if (message.status < 200 || message.status > 299) {
            return none("an answer of status " + std::to_string(message.status));
        }
    } else if (says_http(said.media_type)) {
        return none("an answer without a status");
    }
    std::string type = message.type.media_type;
    if (type.empty()) type = content_type_of(record.payload_type).media_type;
    const auto page_format = page_type(type, record.kind);
    if (!page_format) return none("of the type " + archive::escaped(type));

    auto payload = payload_of(message, article_bytes);
    CrawlPage page;
    page.type = *page_format;
    page.charset = message.type.charset;
    page.cut = record.cut || record.shortened || !payload.whole || message.status == 206;
    page.bomb = payload.bomb;
    page.bytes = std::move(payload.bytes);
    return page;
}

archive::DayNumber crawl_day(const CrawlRecord& record) {
    std::string digits;
    for (const char c : record.date) {
        if (c >= '0' && c <= '9') {
            digits += c;
        } else if (c != '-') {
            break;
        }
    }
    constexpr std::size_t day_digits = 8;
    if (digits.size() < day_digits) return 0;
    const auto day = archive::parse_iso_span(digits.substr(0, 4) + "-" + digits.substr(4, 2) + "-"
                                             + digits.substr(6, 2));
    return day ? day->span.first : 0;
}

}  // namespace indexer
