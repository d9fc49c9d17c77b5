// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/xml_scan.h"

#include "archive/base/limits.h"
#include "archive/base/text.h"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <array>
#include <optional>

namespace indexer {

namespace {

constexpr std::size_t piece_bytes = 64U << 10;  // longer text comes in pieces
constexpr std::size_t reference_bytes = 32;     // the longest "&name;" that is looked for
constexpr std::size_t most_attributes = 256;
constexpr std::string_view white = " \t\r\n";

/// What the numbers 128 to 159 mean to those who write them: windows-1252.
constexpr std::array<char32_t, 32> high_controls{
    0x20AC, 0x20,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x20,   0x017D, 0x20,   0x20,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x20,   0x017E, 0x0178};

bool begins_name(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || byte == '_'
           || byte == ':' || byte >= 0x80;
}

std::optional<char32_t> numbered(std::string_view digits) {
    const bool hex = digits.starts_with('x') || digits.starts_with('X');
    if (hex) digits.remove_prefix(1);
    if (digits.empty()) return std::nullopt;
    char32_t point = 0;
    for (const char c : digits) {
        const bool decimal = c >= '0' && c <= '9';
        const char lower = static_cast<char>(c | 0x20);
        if (!decimal && !(hex && lower >= 'a' && lower <= 'f')) return std::nullopt;
        const auto digit = static_cast<char32_t>(decimal ? c - '0' : lower - 'a' + 10);
        point = point * (hex ? 16 : 10) + digit;
        if (point > 0x10ffff) return U'\ufffd';
    }
    if (point >= 0x80 && point < 0xa0) return high_controls[point - 0x80];
    if (point >= 0xd800 && point < 0xe000) return U'\ufffd';
    if (point < 0x20 && point != '\n' && point != '\t') return U' ';
    return point;
}

std::optional<char32_t> named(std::string_view name) {
    if (name == "apos") return U'\'';
    const std::string text(name);
    const auto* const entity = htmlEntityLookup(reinterpret_cast<const xmlChar*>(text.c_str()));
    if (entity == nullptr) return std::nullopt;
    return static_cast<char32_t>(entity->value);
}

/// What was read, as the text it is: UTF-8, line ends '\n', no control characters.
std::string settled(std::string text) {
    if (!archive::is_utf8(text) || text.find('\0') != std::string::npos) {
        text = archive::to_valid_utf8(text);
    }
    std::size_t out = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        char c = text[i];
        if (c == '\r') {
            if (i + 1 < text.size() && text[i + 1] == '\n') continue;
            c = '\n';
        } else if (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t') {
            c = ' ';
        }
        text[out++] = c;
    }
    text.resize(out);
    return text;
}

/// A tag's inside, "a href='b' c", to its attributes.
std::vector<XmlAttribute> attributes_of(std::string_view inside) {
    std::vector<XmlAttribute> attributes;
    std::size_t at = 0;
    while (attributes.size() < most_attributes) {
        at = inside.find_first_not_of(" \t\r\n/\"'", at);
        if (at == std::string_view::npos) break;
        const auto name_end = std::min(inside.find_first_of(" \t\r\n=/", at), inside.size());
        XmlAttribute attribute;
        attribute.name = settled(std::string(inside.substr(at, name_end - at)));
        at = inside.find_first_not_of(white, name_end);
        if (at != std::string_view::npos && inside[at] == '=') {
            at = std::min(inside.find_first_not_of(white, at + 1), inside.size());
            std::size_t end = 0;
            std::size_t behind = 0;
            const bool quoted = at < inside.size() && (inside[at] == '"' || inside[at] == '\'');
            if (quoted) {
                end = std::min(inside.find(inside[at], at + 1), inside.size());
                behind = std::min(end + 1, inside.size());
                ++at;
            } else {
                end = behind = std::min(inside.find_first_of(white, at), inside.size());
            }
            attribute.value = settled(without_references(inside.substr(at, end - at)));
            std::replace(attribute.value.begin(), attribute.value.end(), '\n', ' ');
            at = behind;
        }
        if (!attribute.name.empty()) attributes.push_back(std::move(attribute));
        if (at == std::string_view::npos) break;
    }
    return attributes;
}

/// The '>' that ends the tag at the beginning of `text`: outside quotes, else, where a quote is
/// never closed, the first; npos when neither comes before the next '<'.
std::size_t end_of_tag(std::string_view text) {
    char quote = '\0';
    std::size_t first = std::string_view::npos;
    for (std::size_t i = 1; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '>') {
            if (quote == '\0') return i;
            first = std::min(first, i);
        } else if (c == '<' && (quote == '\0' || first != std::string_view::npos)) {
            return first;
        } else if (quote == '\0' && (c == '"' || c == '\'')) {
            // Only behind '=' does a quote begin a value; elsewhere it is a slip.
            const auto before = text.find_last_not_of(white, i - 1);
            if (before != std::string_view::npos && text[before] == '=') quote = c;
        } else if (c == quote) {
            quote = '\0';
        }
    }
    return first;
}

}  // namespace

std::string without_references(std::string_view text) {
    std::string resolved;
    resolved.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const auto mark = std::min(text.find('&', at), text.size());
        resolved.append(text.substr(at, mark - at));
        if (mark == text.size()) break;
        const auto near = text.substr(mark, reference_bytes);
        const auto end = near.find(';');
        std::optional<char32_t> point;
        if (end != std::string_view::npos && end > 1) {
            const auto name = near.substr(1, end - 1);
            point = name[0] == '#' ? numbered(name.substr(1)) : named(name);
        }
        if (point)
            archive::append_utf8(resolved, *point);
        else
            resolved += '&';
        at = mark + (point ? end + 1 : 1);
    }
    return resolved;
}

void XmlScanner::consume(std::size_t bytes) {
    const auto gone = rest().substr(0, bytes);
    line_ += static_cast<std::size_t>(std::count(gone.begin(), gone.end(), '\n'));
    consumed_ += gone.size();
    ahead_.pass(gone.size());
}

bool XmlScanner::begins(std::string_view mark) {
    return ahead_.has(mark.size()) && rest().starts_with(mark);
}

/// Consumes what lies inside a comment, an instruction, a declaration or a tag of absurd length.
/// False when it was over.
bool XmlScanner::pass_over() {
    if (inside_ == Inside::nothing || inside_ == Inside::cdata) return false;
    const auto text = rest();
    if (text.empty()) {
        if (!ahead_.more()) inside_ = Inside::nothing;
        return true;
    }
    if (inside_ == Inside::long_tag) {
        const auto end = text.find_first_of("<>");
        if (end != std::string_view::npos) inside_ = Inside::nothing;
        consume(end == std::string_view::npos ? text.size() : end + (text[end] == '>' ? 1 : 0));
        return true;
    }
    if (inside_ == Inside::declaration) {
        for (std::size_t i = 0; i < text.size(); ++i) {
            if (text[i] == '[') ++brackets_;
            if (text[i] == ']' && brackets_ > 0) --brackets_;
            if (text[i] != '>' || brackets_ > 0) continue;
            inside_ = Inside::nothing;
            consume(i + 1);
            return true;
        }
        consume(text.size());
        return true;
    }
    const std::string_view mark = inside_ == Inside::comment ? "-->" : "?>";
    const auto end = text.find(mark);
    if (end != std::string_view::npos) {
        inside_ = Inside::nothing;
        consume(end + mark.size());
    } else if (ahead_.ended()) {
        consume(text.size());
    } else {
        consume(text.size() - std::min(text.size(), mark.size() - 1));
        if (!ahead_.more()) consume(rest().size());
    }
    return true;
}

void XmlScanner::take_cdata(XmlToken& token) {
    token.kind = XmlToken::Kind::text;
    token.marked = true;
    constexpr std::string_view mark = "]]>";
    while (rest().size() < piece_bytes && rest().find(mark) == std::string_view::npos
           && ahead_.more()) {
    }
    const auto text = rest();
    const auto end = text.find(mark);
    if (end != std::string_view::npos || ahead_.ended()) {
        token.text = settled(std::string(text.substr(0, end)));
        inside_ = Inside::nothing;
        consume(end == std::string_view::npos ? text.size() : end + mark.size());
        return;
    }
    const auto piece = archive::cut(text, text.size() - mark.size());
    token.text = settled(std::string(piece));
    consume(piece.size());
}

void XmlScanner::take_text(XmlToken& token, std::size_t from) {
    token.kind = XmlToken::Kind::text;
    while (rest().size() <= piece_bytes && rest().find('<', from) == std::string_view::npos
           && ahead_.more()) {
    }
    auto text = rest();
    const auto end = text.find('<', from);
    if (end != std::string_view::npos) {
        text = text.substr(0, end);
    } else if (!ahead_.ended()) {
        // A reference or a character may go on in the next block.
        text = archive::cut(text, text.size() - 4);
        const auto mark = text.rfind('&');
        if (mark != std::string_view::npos && mark > 0 && text.size() - mark < reference_bytes) {
            text = text.substr(0, mark);
        }
    }
    token.text = settled(without_references(text));
    consume(text.size());
}

bool XmlScanner::take_end_tag(XmlToken& token) {
    while (rest().size() < piece_bytes && rest().find('>') == std::string_view::npos
           && ahead_.more()) {
    }
    const auto text = rest();
    if (text.size() < 3 || !begins_name(text[2])) return false;
    const auto end = std::min(text.find_first_of("<>", 2), text.size());
    const auto inside = text.substr(2, end - 2);
    token.kind = XmlToken::Kind::end;
    token.name = settled(std::string(inside.substr(0, inside.find_first_of(white))));
    consume(end + (end < text.size() && text[end] == '>' ? 1 : 0));
    return true;
}

bool XmlScanner::take_start_tag(XmlToken& token) {
    if ((rest().size() < 2 && !ahead_.more()) || !begins_name(rest()[1])) return false;
    std::size_t end = std::string_view::npos;
    for (;;) {
        end = end_of_tag(rest());
        if (end != std::string_view::npos || rest().size() > archive::limits::html_tag_bytes
            || !ahead_.more()) {
            break;
        }
    }
    const auto text = rest();
    const bool too_long = end == std::string_view::npos || end > archive::limits::html_tag_bytes;
    auto inside = text.substr(1, too_long ? archive::limits::html_tag_bytes : end - 1);
    const auto name_end = std::min(inside.find_first_of(" \t\r\n/<>"), inside.size());
    if (too_long && end == std::string_view::npos && text.find('<', 1) != std::string_view::npos) {
        return false;  // "a <b and c <d": no tag at all
    }
    constexpr std::size_t name_bytes = 256;
    token.kind = XmlToken::Kind::start;
    token.name = settled(std::string(inside.substr(0, std::min(name_end, name_bytes))));
    if (too_long) {
        inside_ = Inside::long_tag;
        consume(std::min(text.size(), archive::limits::html_tag_bytes));
        return true;
    }
    token.closed = inside.ends_with('/');
    if (token.closed) inside.remove_suffix(1);
    token.attributes = attributes_of(inside.substr(std::min(name_end, inside.size())));
    consume(end + 1);
    return true;
}

void XmlScanner::next(XmlToken& token) {
    token = {};
    for (;;) {
        while (pass_over()) {
        }
        if (inside_ == Inside::cdata) return take_cdata(token);
        if (rest().empty() && !ahead_.more()) return;
        if (rest().front() != '<') return take_text(token, 0);
        if (begins("<!--")) {
            inside_ = Inside::comment;
            consume(4);
        } else if (begins("<![CDATA[")) {
            inside_ = Inside::cdata;
            consume(9);
        } else if (begins("<!")) {
            inside_ = Inside::declaration;
            brackets_ = 0;
            consume(2);
        } else if (begins("<?")) {
            inside_ = Inside::instruction;
            consume(2);
        } else if (begins("</") ? take_end_tag(token) : take_start_tag(token)) {
            return;
        } else {
            return take_text(token, 1);
        }
    }
}

}  // namespace indexer
