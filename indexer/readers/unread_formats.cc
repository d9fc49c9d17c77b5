// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/unread_formats.h"

#include "archive/base/text.h"
#include "indexer/readers/html.h"
#include "indexer/readers/unpacking.h"

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

bool is_pdf(Head head) {
    return head.starts_with("%PDF-");
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
    return begins_with_any(head, {"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"sv, "{\\rtf"sv})
           || is_zipped_document(first_zip_entry(head));
}

bool is_site_map(Head head) {
    return root_is_any(head, {"urlset", "sitemapindex"});
}

/// Any markup that no reader knows.
bool is_xml(Head head) {
    return !first_tag(head).empty();
}

/// "From ann@example.org Sat Nov 21 18:30:38 2026", which begins a mailbox.
bool is_mailbox_line(std::string_view line) {
    line = archive::trimmed(line);
    constexpr std::size_t year = 4;
    return line.starts_with("From ") && line.find(':') != Head::npos && line.size() > 2 * year
           && line.substr(line.size() - year).find_first_not_of("0123456789") == Head::npos;
}

/// Header lines before a blank one, some of which only mail has.
bool is_mail(Head head) {
    if (is_mailbox_line(head.substr(0, head.find('\n')))) return true;
    std::size_t headers = 0;
    bool mail = false;
    for (const auto line : archive::split(head, '\n')) {
        if (archive::trimmed(line).empty()) break;
        if (line.starts_with(' ') || line.starts_with('\t')) continue;
        const auto colon = line.find(':');
        if (colon == Head::npos || line.substr(0, colon).find(' ') != Head::npos) return false;
        ++headers;
        const std::string name = archive::ascii_lower(line.substr(0, colon));
        mail = mail || name == "message-id" || name == "mime-version" || name == "received"
               || name == "return-path" || name == "delivered-to";
    }
    return mail && headers >= 3;
}

/// "---", lines with names, a title among them, "---": Markdown as site generators keep it.
bool is_front_matter(Head head) {
    const auto lines = archive::split(head, '\n');
    const auto fence = archive::trimmed(lines.front());
    if (fence != "---" && fence != "+++") return false;
    bool title = false;
    for (std::size_t i = 1; i < lines.size(); ++i) {
        if (archive::trimmed(lines[i]) == fence) return title;
        title = title || begins_with_any(lines[i], {"title:", "title =", "title="});
    }
    return false;
}

/// A first line of columns that are names of fields, then lines with as many dividers.
bool is_table(Head head) {
    if (head.starts_with("\xef\xbb\xbf")) head.remove_prefix(3);
    const auto end = head.find('\n');
    if (end == Head::npos) return false;
    const auto header = archive::trimmed(head.substr(0, end));
    const auto rest = head.substr(end + 1);
    for (const char divider : {',', ';', '\t', '|'}) {
        bool text = false;
        std::size_t known = 0;
        const auto columns = archive::split(header, divider);
        for (auto column : columns) {
            column = archive::trimmed(column);
            if (column.size() > 1 && column.starts_with('"') && column.ends_with('"')) {
                column = column.substr(1, column.size() - 2);
            }
            const auto meaning = FieldNames::standard().meaning(plain_name(column));
            if (!meaning) continue;
            ++known;
            text = text || meaning->field == RecordField::title
                   || meaning->field == RecordField::body || meaning->field == RecordField::url;
        }
        const auto row = rest.substr(0, rest.find('\n'));
        if (known >= 2 && text && row.find(divider) != Head::npos) return true;
    }
    return false;
}

// The more particular first: anything else in angle brackets is XML.
constexpr std::array table{
    UnreadFormat{"pdf", "a PDF document", false, is_pdf},
    UnreadFormat{"crawl-list", "a list beside a web crawl", false, is_list_of_crawl},
    UnreadFormat{"picture", "a picture", false, is_picture},
    UnreadFormat{"media", "a sound or film file", false, is_sound_or_film},
    UnreadFormat{"program", "a program", false, is_program},
    UnreadFormat{"database", "a database", false, is_database},
    UnreadFormat{"container", "a container of another kind", false, is_other_box},
    UnreadFormat{"office", "an office document, book or bundle", false, is_office_document},
    UnreadFormat{"sitemap", "a list of addresses", false, is_site_map, true},
    UnreadFormat{"xml", "XML", true, is_xml, true},
    UnreadFormat{"mail", "mail", false, is_mail},
    UnreadFormat{"markdown", "Markdown with front matter", true, is_front_matter},
    UnreadFormat{"csv", "a table of articles (CSV or TSV)", true, is_table},
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
