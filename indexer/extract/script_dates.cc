// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/script_dates.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace indexer {

namespace {

constexpr std::array<std::string_view, 8> keys{
    "datePublished", "publishedDate", "publicationDate", "publishDate",
    "publishedAt",   "published_at",  "date_published",  "published_date",
};

/// Takes a quotation mark, which may be escaped as in JSON inside a string, off the front.
bool take_quote(std::string_view& text) {
    const auto backslashes = std::min(text.find_first_not_of('\\'), text.size());
    if (backslashes >= text.size() || text[backslashes] != '"') return false;
    text.remove_prefix(backslashes + 1);
    return true;
}

void skip_blanks(std::string_view& text) {
    text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
}

/// The string behind `": "`, where `text` begins behind the key; empty when something else stands
/// there.
std::string_view string_value(std::string_view text) {
    constexpr std::size_t longest = 40;
    if (!take_quote(text)) return {};
    skip_blanks(text);
    if (text.empty() || text.front() != ':') return {};
    text.remove_prefix(1);
    skip_blanks(text);
    if (!take_quote(text)) return {};
    const auto end = text.substr(0, longest).find_first_of("\"\\");
    return end == std::string_view::npos ? std::string_view() : text.substr(0, end);
}

}  // namespace

std::optional<archive::Date> day_in_scripts(const PageTree& page, const DateHints& hints) {
    constexpr std::size_t enough = 4'000'000;
    std::size_t read = 0;
    std::optional<archive::Date> day;
    for (int i = 0; i < page.size() && read < enough; ++i) {
        const auto& node = page.node(i);
        if (!node.is_text() || page.node(node.parent).tag != Tag::script) continue;
        const std::string_view script = node.text;
        read += script.size();
        for (const auto key : keys) {
            for (auto at = script.find(key); at != std::string_view::npos;
                 at = script.find(key, at + key.size())) {
                const auto value = string_value(script.substr(at + key.size()));
                if (value.empty()) continue;
                const auto date = parse_written_date(value, hints);
                if (!date || date->precision < archive::Precision::day) continue;
                if (day && day->span != date->span) return std::nullopt;
                if (!day) day = date;
            }
        }
    }
    return day;
}

}  // namespace indexer
