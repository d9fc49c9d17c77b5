// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/wire_heads.h"

#include "archive/base/text.h"
#include "indexer/analysis/agencies.h"
#include "indexer/analysis/dates.h"
#include "indexer/analysis/month_names.h"
#include "indexer/readers/record_values.h"

#include <algorithm>
#include <array>
#include <utility>

namespace indexer {

namespace {

constexpr std::size_t most_head_lines = 12;

struct Category {
    std::string_view letter;
    std::string_view section;
};
// Those that agencies agree about; regions and house letters are many.
constexpr std::array<Category, 11> categories{{
    {"a", "Domestic"},
    {"e", "Entertainment"},
    {"f", "Finance"},
    {"i", "International"},
    {"k", "Commentary"},
    {"l", "Lifestyle"},
    {"p", "Politics"},
    {"s", "Sports"},
    {"rs", "Sports"},
    {"q", "Sports"},
    {"w", "Washington"},
}};

bool all_digits(std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

bool has_lower_letter(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
    });
}

bool is_byline(std::string_view line) {
    constexpr std::array<std::string_view, 6> words{"By ", "Von ", "Par ", "Por ", "BY ", "Di "};
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view word) { return line.starts_with(word); });
}

std::vector<std::string_view> words_of(std::string_view line) {
    auto words = archive::split(line, ' ');
    std::erase_if(words, [](std::string_view word) { return archive::trimmed(word).empty(); });
    return words;
}

void add_line(std::string& text, std::string_view line) {
    if (!text.empty()) text += ' ';
    text += line;
}

std::optional<archive::Date> stated_date(const std::string& iso, std::string_view written) {
    DateHints hints;
    hints.basis = archive::Basis::field;
    auto date = parse_written_date(iso, hints);
    if (date) date->evidence = clean_line(written);
    return date;
}

std::string year_of(std::string_view two_digits) {
    return (two_digits[0] < '4' ? "20" : "19") + std::string(two_digits);
}

std::string two_digits(unsigned number) {
    return (number < 10 ? "0" : "") + std::to_string(number);
}

/// "131137 GMT Nov 13": day and time, the zone or not, month, year.
std::optional<archive::Date> date_group(std::string_view trailer) {
    for (const auto line : archive::split(trailer, '\n')) {
        auto words = words_of(archive::trimmed(line));
        // "AFP 090421 MAR 21": the service in front
        if (!words.empty() && !all_digits(words[0])) words.erase(words.begin());
        if (words.size() < 3 || words[0].size() != 6 || !all_digits(words[0])) continue;
        for (std::size_t i = 1; i + 1 < words.size() && i < 3; ++i) {
            const unsigned month = month_named(words[i]);
            const auto year = archive::trimmed(words[i + 1]);
            if (month == 0 || !all_digits(year) || (year.size() != 2 && year.size() != 4)) continue;
            const std::string iso = (year.size() == 2 ? year_of(year) : std::string(year)) + "-"
                                    + two_digits(month) + "-" + std::string(words[0].substr(0, 2))
                                    + " " + std::string(words[0].substr(2, 2)) + ":"
                                    + std::string(words[0].substr(4, 2))
                                    + (i == 2 ? " " + std::string(words[1]) : "");
            if (auto date = stated_date(iso, line)) return date;
        }
    }
    return std::nullopt;
}

/// "AP-WF-11-13-13 1509GMT<": month, day and year, then the time.
std::optional<archive::Date> anpa_date(std::string_view trailer) {
    constexpr std::string_view form = "00-00-00 0000";
    for (std::size_t at = 0; at + form.size() <= trailer.size(); ++at) {
        const auto part = trailer.substr(at, form.size());
        const bool fits = std::equal(part.begin(), part.end(), form.begin(), [](char c, char f) {
            return f == '0' ? c >= '0' && c <= '9' : c == f;
        });
        if (!fits) continue;
        auto zone = trailer.substr(at + form.size());
        zone = zone.substr(0, zone.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ"));
        const std::string iso = year_of(part.substr(6, 2)) + "-" + std::string(part.substr(0, 5))
                                + " " + std::string(part.substr(9, 2)) + ":"
                                + std::string(part.substr(11)) + " " + std::string(zone);
        return stated_date(iso, trailer);
    }
    return std::nullopt;
}

/// "eca062 4 i 211 ccccb   dpa 061": number, priority, category, words, codes, agency, number.
void read_first_line(std::string_view line, WireParts& parts) {
    const auto words = words_of(line);
    if (words.size() > 1 && words[1].size() == 1 && all_digits(words[1])) parts.priority = words[1];
    if (words.size() > 2 && words[2].size() <= 3 && !all_digits(words[2]))
        parts.category = words[2];
    for (std::size_t i = words.size(); i > 4; --i) {
        if (!all_digits(words[i - 1])) {
            parts.agency = words[i - 1].substr(0, words[i - 1].find('-'));
            break;
        }
    }
}

/// The lines above the story: how many of them there are, 0 when none is marked as such.
std::size_t head_lines(const std::vector<std::string_view>& lines) {
    std::size_t head = 0;
    bool begun = false;
    for (std::size_t i = 0; i < lines.size() && i < most_head_lines; ++i) {
        const auto words = archive::trimmed(lines[i]);
        if (words.empty()) {
            if (begun) break;
            continue;
        }
        begun = true;
        if (words.ends_with('=')) head = i + 1;
    }
    return head;
}

/// "Ports-Norvege,prev": keywords in one word, above the headline.
bool is_slug(std::string_view line) {
    return line.find(' ') == std::string_view::npos && line.find('-') != std::string_view::npos;
}

void read_head(const std::vector<std::string_view>& lines, std::size_t head, WireParts& parts) {
    std::vector<std::string> said;
    for (std::size_t i = 0; i < head; ++i) {
        auto words = archive::trimmed(lines[i]);
        if (words.ends_with('=')) words = archive::trimmed(words.substr(0, words.size() - 1));
        if (!words.empty()) said.push_back(clean_line(words));
    }
    for (std::size_t i = 0; i < said.size(); ++i) {
        constexpr std::size_t longest_mark = 40;
        const bool bracketed = said[i].starts_with('(') && said[i].ends_with(')');
        const bool shouted = !has_lower_letter(said[i]) && said[i].size() <= longest_mark;
        const bool more = i + 1 < said.size() && !is_byline(said[i + 1]);
        if (i > 0 && is_byline(said[i])) {
            add_line(parts.byline, said[i]);
        } else if (!parts.byline.empty()) {
            add_line(parts.byline, said[i]);
        } else if (i == 0 && more && is_slug(said[i])) {
            parts.keyword = said[i];
        } else if (parts.headline.empty() && more && (bracketed || shouted)) {
            parts.marks.push_back(said[i]);
        } else {
            add_line(parts.headline, said[i]);
        }
    }
}

/// "dpa wsz jln npr": the agency, then who wrote and edited.
bool is_signature(std::string_view line) {
    constexpr std::size_t longest = 4;
    const auto words = words_of(line);
    return words.size() >= 2 && words.size() <= 6
           && std::all_of(words.begin(), words.end(), [&](std::string_view word) {
                  return word.size() <= longest
                         && word.find_first_not_of("abcdefghijklmnopqrstuvwxyz")
                                == std::string_view::npos;
              });
}

/// Splits the lines below the head into story, notes and signature.
void read_story(std::vector<std::string_view> lines, WireParts& parts) {
    while (!lines.empty() && archive::trimmed(lines.back()).empty()) lines.pop_back();
    if (!lines.empty() && is_signature(archive::trimmed(lines.back()))) {
        parts.signature = archive::trimmed(lines.back());
        lines.pop_back();
    }
    bool notes = false;
    for (const auto line : lines) {
        const auto words = archive::trimmed(line);
        notes = notes
                || (words.starts_with("# ") && archive::ascii_lower(words).ends_with("notebook"))
                || words == "* * * *";
        std::string& text = notes ? parts.notes : parts.story;
        text += line;
        text += '\n';
    }
}

/// A line of an ANPA text without the signs that steer typesetting.
std::string typeset_line(std::string_view line) {
    std::string out;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const char next = i + 1 < line.size() ? line[i + 1] : '\0';
        if (line[i] == '`' && next == '`') {
            out += "\u201c";
            ++i;
        } else if (line[i] == '\'' && next == '\'') {
            out += "\u201d";
            ++i;
        } else if (line[i] == '_' && next == ' ' && (out.empty() || out.back() == ' ')) {
            out += "\u2014";
        } else {
            const auto byte = static_cast<unsigned char>(line[i]);
            out += byte < 0x20 && line[i] != '\t' ? ' ' : line[i];
        }
    }
    return out;
}

/// One line of an ANPA text: what it says, and by which signs it was marked.
struct AnpaLine {
    std::string words;
    bool caret = false;      ///< began with "^"
    bool closed = false;     ///< ended with "<"
    bool equals = false;     ///< ended with "="
    bool paragraph = false;  ///< began with a tab
    bool row = false;        ///< of a table: began with a backspace
};

AnpaLine anpa_line(std::string_view line) {
    AnpaLine read;
    read.row = line.starts_with('\b');
    if (read.row) line.remove_prefix(1);
    // Device controls in front of the marks steer the typesetting machine.
    const bool controlled = !line.empty() && line.front() >= '\x11' && line.front() <= '\x14';
    if (controlled) line.remove_prefix(1);
    read.paragraph = controlled && line.starts_with("   ");
    if (line.starts_with('^')) {
        read.caret = true;
        line.remove_prefix(1);
    }
    read.paragraph = read.paragraph || line.starts_with('\t');
    std::string words = typeset_line(line);
    std::string_view said = archive::trimmed(words);
    read.closed = said.ends_with('<');
    read.equals = said.ends_with('=');
    if (read.closed || read.equals) said = archive::trimmed(said.substr(0, said.size() - 1));
    if (said.find_first_not_of("_-=") != std::string_view::npos) read.words = said;
    return read;
}

/// Lines of the head of an ANPA message that speak to editors.
bool is_note(std::string_view words) {
    constexpr std::array<std::string_view, 9> begins{"Eds:",     "(Eds:",      "AP Photo",
                                                     "AP Video", "AP Graphic", "EDITOR'S N",
                                                     "Eds.:",    "With AP",    "HFR"};
    return words.starts_with('*') || words.find("--") != std::string_view::npos
           || std::any_of(begins.begin(), begins.end(),
                          [&](std::string_view begin) { return words.starts_with(begin); });
}

/// "BC-LT--Argentina-Cancer Beauty,466": the keyword again, with the words that the story counts.
bool is_keyword(std::string_view words) {
    const auto comma = words.rfind(',');
    return (words.size() > 2 && words[2] == '-')
           || (comma != std::string_view::npos && all_digits(words.substr(comma + 1)));
}

/// Whether a line goes on with the byline: "Associated Press=" below "By ANN LEE=".
bool goes_on_with_byline(const AnpaLine& line, const WireParts& parts) {
    return line.equals && has_lower_letter(line.words) && !parts.byline.empty()
           && parts.byline.find(',') == std::string::npos && agencies_in(parts.byline).empty();
}

/// Whether a line is of the head still.
bool is_head_line(const AnpaLine& line, const WireParts& parts) {
    if (line.paragraph || line.row) return false;
    if (line.caret && !line.closed && !line.equals) return false;
    return parts.byline.empty() || is_note(line.words) || line.closed
           || goes_on_with_byline(line, parts);
}

void read_anpa_head_line(const AnpaLine& line, WireParts& parts) {
    const bool first = parts.marks.empty() && parts.headline.empty() && parts.byline.empty();
    if (is_note(line.words) || (first && is_keyword(line.words))) {
        parts.marks.push_back(line.words);
    } else if (is_byline(line.words) || goes_on_with_byline(line, parts)) {
        parts.byline += (parts.byline.empty() ? "" : ", ") + line.words;
    } else if (parts.headline.empty()) {
        parts.headline = line.words;
    } else if (parts.summary.empty() && line.closed) {
        parts.summary = line.words;
    } else {
        parts.marks.push_back(line.words);
    }
}

}  // namespace

std::string_view section_of_category(std::string_view category) {
    const auto* const found = std::find_if(
        categories.begin(), categories.end(),
        [&](const Category& each) { return each.letter == archive::ascii_lower(category); });
    return found == categories.end() ? std::string_view() : found->section;
}

bool is_anpa(const WireMessage& message) {
    // Device controls and the unit separator steer typesetting machines; carets begin lines.
    return message.header.find_first_of("\x11\x12\x13\x14\x1f") != std::string::npos
           || message.text.starts_with('^');
}

WireParts iptc7901_parts(const WireMessage& message) {
    WireParts parts;
    bool first = true;
    std::vector<std::string_view> upper;  // a head that stands in front of the text's mark
    for (const auto line : archive::split(message.header, '\n')) {
        const auto words = archive::trimmed(line);
        if (words.empty()) continue;
        if (std::exchange(first, false)) {
            read_first_line(words, parts);
        } else if (words.ends_with('=')) {
            upper.push_back(words);
        } else {
            add_line(parts.keyword, clean_line(words));
        }
    }
    read_head(upper, upper.size(), parts);
    while (parts.keyword.ends_with('/')) parts.keyword.pop_back();
    auto lines = archive::split(message.text, '\n');
    const std::size_t head = head_lines(lines);
    read_head(lines, head, parts);
    lines.erase(lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(head));
    read_story(std::move(lines), parts);
    parts.date = date_group(message.trailer);
    return parts;
}

WireParts anpa_parts(const WireMessage& message) {
    WireParts parts;
    const auto header = archive::split(message.header, '\n');
    if (header.size() > 1) {
        const auto control = header[1].find_first_of("\x11\x12\x13\x14");
        const auto words = words_of(header[1].substr(0, control));
        if (!words.empty()) parts.priority = clean_line(words[0]);
        if (words.size() > 1) parts.category = clean_line(words[1]);
        if (control != std::string_view::npos) {
            const auto keyword = header[1].find_first_not_of("\x11\x12\x13\x14 ", control);
            if (keyword != std::string_view::npos) {
                parts.keyword =
                    clean_line(header[1].substr(keyword, header[1].find("  ", keyword) - keyword));
            }
        }
    }
    bool in_head = true;
    for (const auto raw : archive::split(message.text, '\n')) {
        const AnpaLine line = anpa_line(raw);
        if (line.words.empty() || line.words == "END") continue;
        in_head = in_head && is_head_line(line, parts);
        if (in_head) {
            read_anpa_head_line(line, parts);
            continue;
        }
        if (line.paragraph || line.caret || line.row) parts.story += line.row ? "\n" : "\n\n";
        parts.story += line.words + "\n";
    }
    parts.date = anpa_date(message.trailer);
    const auto trailer = archive::trimmed(message.trailer);
    parts.agency = agency_named(trailer.substr(0, trailer.find('-')));
    return parts;
}

}  // namespace indexer
