// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/text_lines.h"

#include "indexer/extract/line_shape.h"
#include "indexer/extract/running_lines.h"

#include <utility>

namespace indexer {

namespace {

constexpr std::size_t phrase_bytes = 600;  // longer lines hold no set phrase
constexpr std::size_t shortest_wrapped = 45;
constexpr std::size_t longest_wrapped = 100;

struct RawLine {
    std::string_view text;
    bool after_blank = false;
};

std::vector<RawLine> raw_lines(std::string_view text, bool& spaced) {
    std::vector<RawLine> lines;
    bool blank = true;
    for (std::size_t begin = 0; begin <= text.size();) {
        const auto end = std::min(text.find('\n', begin), text.size());
        const auto line = stripped(text.substr(begin, end - begin));
        if (line.empty()) {
            blank = true;
        } else {
            if (blank && !lines.empty()) spaced = true;
            lines.push_back({line, blank});
            blank = false;
        }
        begin = end + 1;
    }
    return lines;
}

/// Whether `next` goes on where `line` was cut: in small letters, within the width of a screen.
bool goes_on(std::string_view line, std::string_view next) {
    return line.size() >= shortest_wrapped && line.size() < longest_wrapped
           && next.size() < longest_wrapped && begins_lower(next) && !ends_sentence(line);
}

/// Whether the lines [first, last) are one wrapped paragraph: all but the last about as long as the
/// page was wide, and a third of them going on in small letters.
bool wrapped(const std::vector<RawLine>& lines, std::size_t first, std::size_t last) {
    constexpr std::size_t fewest = 3;
    if (last - first < fewest) return false;
    std::size_t going_on = 0;
    for (std::size_t i = first; i + 1 < last; ++i) {
        const auto size = lines[i].text.size();
        if (size < shortest_wrapped || size >= longest_wrapped) return false;
        if (begins_lower(lines[i + 1].text)) ++going_on;
    }
    return lines[last - 1].text.size() < longest_wrapped && going_on * 3 >= last - first - 1;
}

void append_paragraphs(const std::vector<RawLine>& lines, std::size_t first, std::size_t last,
                       std::vector<TextLine>& out) {
    const bool whole = wrapped(lines, first, last);
    std::string paragraph(lines[first].text);
    bool after_blank = true;
    const auto finish = [&] {
        out.emplace_back(std::move(paragraph));
        out.back().after_blank = after_blank;
        after_blank = false;
    };
    for (std::size_t i = first + 1; i < last; ++i) {
        if (whole || goes_on(lines[i - 1].text, lines[i].text)) {
            paragraph += ' ';
            paragraph += lines[i].text;
        } else {
            finish();
            paragraph = lines[i].text;
        }
    }
    finish();
}

}  // namespace

TextLine::TextLine(std::string line) : text(std::move(line)) {
    if (text.size() < phrase_bytes) lower = comparable(text);
    words = word_count(text);
    sentence = ends_sentence(text);
}

TextLines text_lines(std::string_view text) {
    TextLines found;
    const auto lines = raw_lines(text, found.spaced);
    found.lines.reserve(lines.size());
    for (std::size_t first = 0; first < lines.size();) {
        std::size_t last = first + 1;
        while (last < lines.size() && !lines[last].after_blank) ++last;
        if (found.spaced) {
            append_paragraphs(lines, first, last, found.lines);
        } else {
            for (std::size_t i = first; i < last; ++i) {
                found.lines.emplace_back(std::string(lines[i].text));
                found.lines.back().after_blank = i == first;
            }
        }
        first = last;
    }
    found.running = are_running(found.lines);
    if (found.running) join_running(found.lines);
    return found;
}

std::vector<archive::Zone> zones_of(const std::vector<TextLine>& lines) {
    std::vector<archive::Zone> zones;
    for (const auto& line : lines) {
        const bool joins =
            line.kind == archive::ZoneKind::body || line.kind == archive::ZoneKind::furniture;
        if (joins && !zones.empty() && zones.back().kind == line.kind) {
            zones.back().text += '\n';
            zones.back().text += line.text;
        } else {
            zones.push_back({line.kind, line.text});
        }
    }
    return zones;
}

}  // namespace indexer
