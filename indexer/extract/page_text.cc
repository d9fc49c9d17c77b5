// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/page_text.h"

#include "archive/base/text.h"

#include <libxml/HTMLparser.h>

#include <charconv>

namespace indexer {

namespace {

bool is_white(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

/// The length of a character at text[at] that nobody sees: soft hyphen, zero-width, mark.
std::size_t invisible_length(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) {
        return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0U;
    };
    switch (byte(0)) {
        case 0xc2: return byte(1) == 0xad ? 2 : 0;
        case 0xe2: return byte(1) == 0x80 && byte(2) >= 0x8b && byte(2) <= 0x8f ? 3 : 0;
        case 0xef: return byte(1) == 0xbb && byte(2) == 0xbf ? 3 : 0;
        default: return 0;
    }
}

/// Whether text[at] is the joiner or non-joiner inside a word of Persian, Hindi and their kin,
/// where it is a matter of spelling; elsewhere it only fills space.
bool joins_letters(std::string_view before, std::string_view text, std::size_t at) {
    const auto rest = text.substr(at);
    if (!rest.starts_with("\u200c") && !rest.starts_with("\u200d")) return false;
    const auto scripts = [](unsigned char byte) { return byte >= 0xd6 && byte <= 0xe1; };
    if (rest.size() < 4 || !scripts(static_cast<unsigned char>(rest[3])) || before.empty()) {
        return false;
    }
    std::size_t last = before.size() - 1;
    while (last > 0 && (static_cast<unsigned char>(before[last]) & 0xC0U) == 0x80U) --last;
    return scripts(static_cast<unsigned char>(before[last]));
}

bool no_break_space(std::string_view text, std::size_t at) {
    return text[at] == '\xc2' && at + 1 < text.size() && text[at + 1] == '\xa0';
}

/// "&amp;", "&#8217;", "&#x2019;" at text[at]: appends what it stands for and moves behind it.
bool append_entity(std::string& out, std::string_view text, std::size_t& at) {
    constexpr std::size_t longest = 12;
    const auto end = text.substr(at, longest).find(';');
    if (end == std::string_view::npos || end < 2) return false;
    auto name = text.substr(at + 1, end - 1);
    std::uint32_t point = 0;
    if (name.front() == '#') {
        const bool hex = name.size() > 2 && (name[1] == 'x' || name[1] == 'X');
        name.remove_prefix(hex ? 2 : 1);
        const auto read =
            std::from_chars(name.data(), name.data() + name.size(), point, hex ? 16 : 10);
        if (read.ec != std::errc() || read.ptr != name.data() + name.size()) return false;
    } else {
        const std::string key(name);
        const auto* entity = htmlEntityLookup(reinterpret_cast<const xmlChar*>(key.c_str()));
        if (entity == nullptr) return false;
        point = entity->value;
    }
    const bool character = point > 0 && point <= 0x10ffff && (point < 0xd800 || point > 0xdfff);
    archive::append_utf8(out, character ? static_cast<char32_t>(point) : U'\ufffd');
    at += end + 1;
    return true;
}

/// Behind the end tag of a raw element (script, style) whose start tag ends before `at`.
std::size_t raw_end(std::string_view html, std::size_t at, std::string_view name) {
    while (true) {
        at = html.find("</", at);
        if (at == std::string_view::npos) return html.size();
        if (archive::ascii_lower(html.substr(at + 2, name.size())) == name) {
            const auto close = html.find('>', at);
            return close == std::string_view::npos ? html.size() : close + 1;
        }
        at += 2;
    }
}

bool name_byte(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/// Reads the tag or comment at html[at] ('<'): a line end for what parts paragraphs. Moves behind.
void skip_tag(std::string& out, std::string_view html, std::size_t& at) {
    if (html.substr(at, 4) == "<!--") {
        const auto close = html.find("-->", at + 4);
        at = close == std::string_view::npos ? html.size() : close + 3;
        return;
    }
    std::size_t name_at = at + 1;
    if (name_at < html.size() && html[name_at] == '/') ++name_at;
    std::size_t name_end = name_at;
    while (name_end < html.size() && name_byte(html[name_end])) ++name_end;
    const auto first = name_at < html.size() ? html[name_at] : ' ';
    if (name_end == name_at && first != '!' && first != '?') {
        out += html[at++];  // a less-than sign of the text
        return;
    }
    const std::string name = archive::ascii_lower(html.substr(name_at, name_end - name_at));
    const auto close = html.find('>', at);
    const bool opens = name_at == at + 1;
    at = close == std::string_view::npos ? html.size() : close + 1;
    const Tag tag = tag_named(name);
    if (opens && (tag == Tag::script || tag == Tag::style)) at = raw_end(html, at, name);
    if (tag == Tag::br || is_block(tag) || tag == Tag::title) out += '\n';
}

}  // namespace

void append_folded(std::string& out, std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const char c = text[at];
        const bool wide = static_cast<unsigned char>(c) >= 0x80;
        if (is_white(c) || (wide && no_break_space(text, at))) {
            if (!out.empty() && out.back() != ' ' && out.back() != '\n') out += ' ';
            at += wide ? 2 : 1;
            continue;
        }
        if (wide) {
            if (joins_letters(out, text, at)) {
                out.append(text.substr(at, 3));
                at += 3;
                continue;
            }
            if (const auto length = invisible_length(text, at); length > 0) {
                at += length;
                continue;
            }
        }
        out += c;
        ++at;
    }
}

std::size_t folded_length(std::string_view text) {
    std::size_t length = 0;
    bool blank = true;
    for (const char c : text) {
        if (is_white(c)) {
            if (!blank) ++length;
            blank = true;
        } else {
            if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U) ++length;
            blank = false;
        }
    }
    return length;
}

std::string text_inside(const PageTree& page, int node, std::size_t limit) {
    std::string text;
    for (int i = node; i < page.node(node).end && text.size() < limit; ++i) {
        if (page.node(i).is_text()) append_folded(text, page.node(i).text);
    }
    return std::string(archive::trimmed(text));
}

std::string text_without_tags(std::string_view html) {
    std::string out;
    out.reserve(html.size() / 2);
    for (std::size_t at = 0; at < html.size();) {
        const char c = html[at];
        if (c == '<') {
            skip_tag(out, html, at);
        } else if (c != '&' || !append_entity(out, html, at)) {
            out += c;
            ++at;
        }
    }
    return out;
}

std::string short_text(const PageTree& page, int node, std::size_t limit) {
    constexpr int most_nodes = 60;
    const int end = std::min(page.node(node).end, node + most_nodes);
    std::string text;
    for (int i = node; i < end && text.size() < limit; ++i) {
        if (page.node(i).is_text()) append_folded(text, page.node(i).text);
    }
    return text;
}

}  // namespace indexer
