// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/mail/mail_text.h"

#include "archive/base/text.h"
#include "indexer/readers/exports/export_labels.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>
#include <vector>

namespace indexer {

namespace {

/// A line without the marks of its quotation.
struct MailLine {
    std::string text;
    std::size_t depth = 0;  ///< how often it is quoted
};

MailLine unquoted(std::string_view line) {
    MailLine found;
    while (!line.empty() && line.front() == '>') {
        ++found.depth;
        line.remove_prefix(1);
        if (line.starts_with(" >")) line.remove_prefix(1);
    }
    if (line.starts_with(' ') && found.depth > 0) line.remove_prefix(1);
    found.text = line;
    return found;
}

std::vector<MailLine> lines_of(const MailText& part) {
    std::vector<MailLine> lines;
    bool goes_on = false;
    for (auto raw : archive::split(part.text, '\n')) {
        MailLine line = unquoted(raw);
        if (part.flowed && line.depth == 0 && line.text.starts_with(' ')) line.text.erase(0, 1);
        const bool signature = line.text == "-- ";
        const bool soft = part.flowed && !signature && line.text.ends_with(' ');
        if (soft && part.delete_blanks) line.text.pop_back();
        if (goes_on && !signature && !lines.empty() && lines.back().depth == line.depth) {
            lines.back().text += line.text;
        } else {
            lines.push_back(std::move(line));
        }
        goes_on = soft;
    }
    return lines;
}

/// "On Monday Ann Lee wrote:", "Am Montag schrieb Ann Lee:", "Le lundi, Ann Lee a écrit :"
bool introduces_quotation(std::string_view line) {
    constexpr std::size_t longest = 200;
    constexpr std::array<std::string_view, 8> words{" wrote",        "schrieb",     " \u00e9crit",
                                                    "escribi\u00f3", " scritto",    "schreef",
                                                    " skrev",        "\u00e9crit :"};
    line = archive::trimmed(line);
    if (line.size() > longest || !line.ends_with(':')) return false;
    const std::string lower = archive::ascii_lower(line);
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
        return lower.find(word) != std::string::npos;
    });
}

/// The rule above what a list writes below every message.
bool is_footer_rule(std::string_view line) {
    constexpr std::size_t shortest = 20;
    line = archive::trimmed(line);
    return line.size() >= shortest && line.find_first_not_of('_') == std::string_view::npos;
}

}  // namespace

MailWords mail_words(const MailText& part) {
    constexpr std::size_t longest_footer = 12;
    const auto lines = lines_of(part);
    MailWords words;
    std::string quoted;
    bool below = false;  // the signature or the footer has begun
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const auto& line = lines[i];
        const bool signature = line.depth == 0 && (line.text == "-- " || line.text == "--");
        below =
            below || signature || (is_footer_rule(line.text) && lines.size() - i <= longest_footer);
        std::size_t next = i + 1;
        while (next < lines.size() && archive::trimmed(lines[next].text).empty()) ++next;
        const bool above_quotation =
            next < lines.size() && lines[next].depth > 0 && introduces_quotation(line.text);
        const bool added = below || line.depth > 0 || above_quotation;
        auto& goal = added ? words.added : words.text;
        goal += line.text;
        goal += '\n';
        if (line.depth > 0 && !below) {
            quoted += line.text;
            quoted += '\n';
        }
    }
    if (archive::trimmed(words.text).empty() && !archive::trimmed(quoted).empty()) {
        words.text = std::move(quoted);
        words.added.clear();
    }
    if (!part.flowed) words.text = paragraphs(export_lines(words.text));
    return words;
}

}  // namespace indexer
