// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/wire_text.h"

#include "archive/base/text.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace indexer {

namespace {

constexpr std::size_t indent = 2;

std::size_t blanks_before(std::string_view line) {
    std::size_t blanks = 0;
    for (const char c : line) {
        if (c == '\t') return indent;
        if (c != ' ') break;
        ++blanks;
    }
    return blanks;
}

bool is_row_of_table(std::string_view words) {
    return words.find("   ") != std::string_view::npos
           || words.find('\t') != std::string_view::npos;
}

}  // namespace

std::string wire_paragraphs(std::string_view text) {
    std::string out;
    out.reserve(text.size() + text.size() / 16);
    bool begins = true;
    bool in_table = false;
    for (const auto line : archive::split(text, '\n')) {
        const auto words = archive::trimmed(line);
        if (words.empty()) {
            begins = true;
            continue;
        }
        const bool row = is_row_of_table(words);
        if (out.empty()) {
            begins = false;
        } else if (row || in_table) {
            out += in_table && row ? "\n" : "\n\n";
        } else if (begins || blanks_before(line) >= indent) {
            out += "\n\n";
        } else {
            out += ' ';
        }
        out += words;
        begins = false;
        in_table = row;
    }
    return out;
}

void settle_wire_zones(archive::Article& article, bool headline_stated) {
    using archive::ZoneKind;
    for (auto& zone : article.zones) {
        const bool headline =
            headline_stated
            && (zone.kind == ZoneKind::headline || zone.kind == ZoneKind::standfirst);
        if (zone.kind == ZoneKind::furniture || headline) zone.kind = ZoneKind::body;
    }
    if (headline_stated) article.standfirst.clear();
}

std::string take_closing(std::string& text) {
    while (!text.empty() && std::isspace(static_cast<unsigned char>(text.back())) != 0) {
        text.pop_back();
    }
    const auto last = text.rfind('\n');
    const auto begin = last == std::string::npos ? 0 : last + 1;
    const auto words = archive::trimmed(std::string_view(text).substr(begin));
    constexpr std::array<std::string_view, 3> closings{"reuter", "reuters", "reuter..."};
    const std::string lower = archive::ascii_lower(words);
    if (std::find(closings.begin(), closings.end(), lower) == closings.end()) return {};
    std::string closing(words);
    text.resize(begin);
    return closing;
}

}  // namespace indexer
