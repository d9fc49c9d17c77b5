// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/sources/article_notes.h"

#include "archive/base/files.h"
#include "archive/base/fold.h"
#include "archive/base/text.h"
#include "archive/index/identity.h"
#include "archive/index/number_bytes.h"
#include "archive/index/source_facts.h"
#include "indexer/analysis/path_dates.h"
#include "indexer/extract/line_shape.h"

#include <algorithm>

namespace indexer {

namespace {

/// Lines that are noted of one article, those at its beginning: the longest articles have no more
/// furniture than others.
constexpr std::size_t most_lines = 20'000;

constexpr std::uint64_t key_mask = (std::uint64_t{1} << archive::line_key_bits) - 1;
constexpr std::uint32_t most_words = 0x7FFF;

bool is_blank(char c) {
    return c == ' ' || c == '\t';
}

/// A sentence with a number in it is another sentence with another number; "12 comments" and "3
/// comments" are the same button.
bool tells_facts(std::string_view line) {
    constexpr std::size_t fewest_words = 6;
    return line.find_first_of("0123456789") != std::string_view::npos && ends_sentence(line)
           && word_count(line) >= fewest_words;
}

void note_lines(std::string_view text, std::vector<LineNote>& notes) {
    constexpr std::size_t prose_words = 12;
    bool after_prose = false;
    for (const auto line : archive::split(text, '\n')) {
        if (notes.size() >= most_lines) return;
        const auto key = line_key(line);
        if (key == 0) continue;
        const auto words = std::min<std::size_t>(word_count(line), most_words);
        const bool prose = words >= prose_words && ends_sentence(line);
        const bool story = prose && after_prose;
        if (story) notes.back().story = true;
        after_prose = prose;
        notes.push_back({key, static_cast<std::uint32_t>(words), story});
    }
}

std::string host_in(std::string_view url) {
    const std::string canonical = archive::canonical_url(url);
    const auto begin = canonical.find("://");
    if (begin == std::string::npos) return {};
    const auto host = begin + 3;
    return canonical.substr(host, canonical.find('/', host) - host);
}

PathDay path_day(const archive::Date& filed, const archive::Date& published) {
    if (!published.known()) return PathDay::alone;
    if (published.certainty != archive::Certainty::stated) return PathDay::none;
    return filed.span.meets(published.span) ? PathDay::agrees : PathDay::disagrees;
}

}  // namespace

std::string source_key(const archive::Article& article) {
    std::string host = host_in(article.url);
    return host.empty() ? archive::folded(article.source) : host;
}

std::uint64_t line_key(std::string_view line) {
    thread_local std::string room;  // grows, and is never cleared
    if (room.size() < line.size()) room.resize(line.size());
    char* const begin = room.data();
    char* to = begin;
    bool letters = false;
    const bool folds = !tells_facts(line);
    for (const char c : line) {
        if (is_blank(c)) {
            if (to != begin && to[-1] != ' ') *to++ = ' ';
        } else if (folds && c >= '0' && c <= '9') {
            if (to == begin || to[-1] != '0') *to++ = '0';
        } else {
            const bool upper = c >= 'A' && c <= 'Z';
            letters =
                letters || upper || (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
            *to++ = upper ? static_cast<char>(c - 'A' + 'a') : c;
        }
    }
    if (!letters) return 0;
    const std::string_view compared(begin, static_cast<std::size_t>(to - begin));
    const auto key = archive::checksum_of(compared) & key_mask;
    return key == 0 ? 1 : key;
}

ArticleNotes notes_of(const archive::Article& article, std::string_view filed) {
    constexpr std::size_t sure_characters = 120;
    ArticleNotes notes;
    notes.source = source_key(article);
    notes.no_language = article.language.empty() || article.language == "und";
    std::size_t body_bytes = 0;
    for (const auto& zone : article.zones) {
        // print has no buttons: "aged 3 years." in a list of the dead of every week is its text
        if (!article.running) note_lines(zone.text, notes.lines);
        if (zone.kind == archive::ZoneKind::body) body_bytes += zone.text.size();
    }
    if (!notes.no_language && body_bytes >= sure_characters) notes.language = article.language;
    notes.order = day_order(article.published);
    if (const auto date = date_in_path(filed)) {
        notes.path = path_day(*date, article.published);
        notes.filed = date->evidence;
    }
    std::sort(notes.lines.begin(), notes.lines.end(),
              [](const LineNote& left, const LineNote& right) { return left.key < right.key; });
    notes.lines.erase(std::unique(notes.lines.begin(), notes.lines.end(),
                                  [](const LineNote& left, const LineNote& right) {
                                      return left.key == right.key;
                                  }),
                      notes.lines.end());
    return notes;
}

std::string encoded(const ArticleNotes& notes) {
    std::string bytes;
    archive::put_text(bytes, notes.source);
    archive::put_text(bytes, notes.language);
    archive::put_number(bytes, notes.no_language ? 1 : 0);
    archive::put_number(bytes, static_cast<std::uint64_t>(notes.order));
    archive::put_number(bytes, static_cast<std::uint64_t>(notes.path));
    archive::put_text(bytes, notes.filed);
    archive::put_number(bytes, notes.lines.size());
    std::uint64_t last = 0;
    for (const auto& line : notes.lines) {
        archive::put_number(bytes, line.key - last);
        archive::put_number(bytes, std::uint64_t{line.words} * 2 + (line.story ? 1U : 0U));
        last = line.key;
    }
    return bytes;
}

ArticleNotes decoded_notes(std::string_view bytes) {
    archive::NumberBytes from(bytes);
    ArticleNotes notes;
    notes.source = from.text();
    notes.language = from.text();
    notes.no_language = from.number() != 0;
    notes.order = static_cast<DayOrder>(from.number());
    notes.path = static_cast<PathDay>(from.number());
    notes.filed = from.text();
    std::uint64_t key = 0;
    for (auto count = from.number(); count > 0; --count) {
        key += from.number();
        const auto shape = from.number();
        notes.lines.push_back({key, static_cast<std::uint32_t>(shape / 2), shape % 2 != 0});
    }
    return notes;
}

}  // namespace indexer
