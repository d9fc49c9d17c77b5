// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/unread_formats.h"

#include "archive/base/text.h"
#include "indexer/readers/documents/zipped_parts.h"
#include "indexer/readers/html.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace indexer {

namespace {

using namespace std::string_view_literals;
using Head = std::string_view;

bool begins_with_any(Head head, std::initializer_list<std::string_view> marks) {
    return std::any_of(marks.begin(), marks.end(),
                       [&](std::string_view mark) { return head.starts_with(mark); });
}

bool root_is_any(Head head, std::initializer_list<std::string_view> roots) {
    const std::string root = first_tag(head);
    return std::find(roots.begin(), roots.end(), root) != roots.end();
}

/// The lists that lie beside the crawl in a WACZ file: of its pages, of its files, of its addresses
/// in CDX, and the crawler's log.
bool is_list_of_crawl(Head head) {
    const auto first = head.substr(0, head.find('\n'));
    const auto holds = [&](std::string_view mark) { return head.find(mark) != Head::npos; };
    if (begins_with_any(first, {" CDX ", "!meta ", "CDX "})) return true;
    if (first.starts_with('{')) {
        return first.find("\"json-pages-1.0\"") != Head::npos || holds("\"wacz_version\"")
               || (holds("\"datapackage.json\"") && holds("\"hash\""))
               || (first.find("\"logLevel\"") != Head::npos
                   && first.find("\"timestamp\"") != Head::npos);
    }
    // "example,gull)/ 20190404081500 {"url": ...}"
    const auto key = first.find(")/");
    const auto day = first.find(' ');
    const auto fields = day == Head::npos ? day : first.find(" {\"", day + 1);
    return key < day && fields != Head::npos && fields - day > 8
           && first.substr(day + 1, fields - day - 1).find_first_not_of("0123456789") == Head::npos;
}

bool is_picture(Head head) {
    return begins_with_any(head, {"\xff\xd8\xff"sv, "\x89PNG"sv, "GIF87a"sv, "GIF89a"sv, "II*\0"sv,
                                  "MM\0*"sv, "\0\0\1\0"sv, "8BPS"sv})
           || (head.starts_with("BM") && head.substr(0, 10).ends_with("\0\0\0\0"sv))
           || (head.starts_with("RIFF") && head.substr(0, 12).ends_with("WEBP"))
           || root_is_any(head, {"svg"});
}

bool is_sound_or_film(Head head) {
    return begins_with_any(head, {"ID3"sv, "OggS"sv, "fLaC"sv, "\x1a\x45\xdf\xa3"sv, "\0\0\1\xba"sv,
                                  "\0\0\1\xb3"sv, "FLV\1"sv})
           || (head.starts_with("RIFF")
               && (head.substr(0, 12).ends_with("WAVE") || head.substr(0, 12).ends_with("AVI ")))
           || head.substr(std::min<std::size_t>(4, head.size())).starts_with("ftyp");
}

bool is_program(Head head) {
    return begins_with_any(head, {"\x7f"
                                  "ELF"sv,
                                  "MZ\x90"sv, "\xca\xfe\xba\xbe"sv, "\xcf\xfa\xed\xfe"sv});
}

bool is_database(Head head) {
    return head.starts_with("SQLite format 3");
}

bool is_other_box(Head head) {
    return begins_with_any(head, {"Rar!\x1a\x07"sv, "MSCF\0\0"sv, "!<arch>\n"sv, "\x1f\x9d"sv});
}

bool is_office_document(Head head) {
    return head.starts_with("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"sv)
           || zipped_kind(head) == ZippedKind::other;
}

bool is_site_map(Head head) {
    return root_is_any(head, {"urlset", "sitemapindex"});
}

/// Any markup that no reader knows. Markup declares itself, closes what it opens, or goes on with
/// more markup: a text that begins with "<ACME> SETS DIVIDEND" does nothing of it.
bool is_xml(Head head) {
    if (first_tag(head).empty()) return false;
    for (const Head sign : {"<?xml", "<!DOCTYPE", "</", "/>", "=\"", "='"}) {
        if (head.find(sign) != Head::npos) return true;
    }
    const auto end = head.find('>');
    const auto next = head.find_first_not_of(" \t\r\n", end == Head::npos ? end : end + 1);
    return next != Head::npos && head[next] == '<';
}

bool digits(std::string_view text, std::size_t count) {
    return text.size() == count && text.find_first_not_of("0123456789") == Head::npos;
}

/// Tables of GDELT: its knowledge graph ("20150218230000-0", a time, a number, ...) and its events
/// (a number, day, month, year, ...). They speak of articles and hold none.
bool is_gdelt(Head head) {
    constexpr std::size_t fewest = 6;  // of 27, 58 and 61 columns, the rest may lie behind the head
    const auto columns = archive::split(head.substr(0, head.find('\n')), '\t');
    if (columns.size() < fewest) return false;
    const bool graph = digits(columns[0].substr(0, 14), 14)
                       && columns[0].substr(0, 15).ends_with('-') && digits(columns[1], 14);
    const bool events = digits(columns[0], columns[0].size()) && !columns[0].empty()
                        && digits(columns[1], 8) && digits(columns[2], 6) && digits(columns[3], 4);
    return graph || events || head.starts_with("DATE\tNUMARTS\tCOUNTS\tTHEMES");
}

// The more particular first: anything else in angle brackets is XML.
constexpr std::array table{
    UnreadFormat{"crawl-list", "a list beside a web crawl", false, is_list_of_crawl},
    UnreadFormat{"picture", "a picture", false, is_picture},
    UnreadFormat{"media", "a sound or film file", false, is_sound_or_film},
    UnreadFormat{"program", "a program", false, is_program},
    UnreadFormat{"database", "a database", false, is_database},
    UnreadFormat{"container", "a container of another kind", false, is_other_box},
    UnreadFormat{"office", "an office document, book or bundle", false, is_office_document},
    UnreadFormat{"sitemap", "a list of addresses", false, is_site_map, true},
    UnreadFormat{"xml", "XML", true, is_xml, true},
    UnreadFormat{"gdelt", "a table of GDELT that speaks of articles and holds none", false,
                 is_gdelt},
};

}  // namespace

std::span<const UnreadFormat> unread_formats() {
    return table;
}

const UnreadFormat* unread_format(std::string_view head) {
    const auto* const found =
        std::find_if(table.begin(), table.end(),
                     [&](const UnreadFormat& format) { return format.recognises(head); });
    return found == table.end() ? nullptr : found;
}

}  // namespace indexer
