// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/saved_pages.h"

#include "archive/base/text.h"

#include <algorithm>
#include <cstddef>

namespace indexer {

namespace {

constexpr std::size_t looked_over = 8192;

/// The address at the beginning of `text`, up to what ends one.
std::string_view address_at(std::string_view text) {
    text = archive::trimmed(text);
    return text.substr(0, text.find_first_of(" \t\r\n<>\"'"));
}

/// What follows `mark` in a comment; empty when no comment of the page's beginning holds it.
std::string_view behind(std::string_view head, std::string_view mark) {
    for (auto at = head.find(mark); at != std::string_view::npos; at = head.find(mark, at + 1)) {
        const auto opened = head.rfind("<!--", at);
        const auto closed = head.rfind("-->", at);
        const bool inside = opened != std::string_view::npos
                            && (closed == std::string_view::npos || closed < opened);
        if (inside) return head.substr(at + mark.size());
    }
    return {};
}

bool is_address(std::string_view text) {
    return text.starts_with("http://") || text.starts_with("https://");
}

}  // namespace

std::string saved_address(std::string_view html) {
    const auto head = html.substr(0, looked_over);
    auto browser = behind(head, "saved from url=(");
    if (!browser.empty()) {
        browser.remove_prefix(std::min(browser.find(')') + 1, browser.size()));
        if (const auto address = address_at(browser); is_address(address)) {
            return std::string(address);
        }
    }
    if (const auto note = behind(head, "SingleFile"); !note.empty()) {
        const auto label = note.substr(0, note.find("-->")).find("url:");
        if (label != std::string_view::npos) {
            const auto address = address_at(note.substr(label + 4));
            if (is_address(address)) return std::string(address);
        }
    }
    const auto mirrored = address_at(behind(head, "Mirrored from "));
    const auto slash = mirrored.find('/');
    const bool host =
        slash != std::string_view::npos && mirrored.substr(0, slash).find('.') < slash;
    return host ? "http://" + std::string(mirrored) : std::string();
}

std::string_view original_address(std::string_view url) {
    for (const std::string_view mark : {"/http://", "/https://"}) {
        const auto at = url.find(mark);
        if (at == std::string_view::npos || at == 0) continue;
        const auto before = url.substr(0, at);
        auto moment = before.substr(before.rfind('/') + 1);
        const auto digits = std::min(moment.find_first_not_of("0123456789.-"), moment.size());
        constexpr std::size_t fewest = 4;    // a year
        constexpr std::size_t longest = 20;  // "20210310101010id_", "2021.03.10-101010"
        const bool said = digits >= fewest && moment.size() <= longest;
        if (said) return url.substr(at + 1);
    }
    return url;
}

}  // namespace indexer
