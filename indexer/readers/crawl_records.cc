// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/crawl_records.h"

#include "archive/base/text.h"

#include <algorithm>
#include <charconv>
#include <utility>
#include <vector>

namespace indexer {

namespace {

using archive::trimmed;

constexpr std::size_t line_bytes = 64U << 10;
constexpr std::size_t header_bytes = 1U << 20;
constexpr std::string_view white = " \t\r\n";

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool all_digits(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

std::optional<std::uint64_t> number_in(std::string_view text) {
    std::uint64_t number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool whole = read.ec == std::errc() && read.ptr == text.data() + text.size();
    return whole ? std::optional(number) : std::nullopt;
}

/// "WARC/1.0", "WARC/0.17".
bool is_warc_line(std::string_view line) {
    constexpr std::string_view mark = "WARC/";
    line = trimmed(line);
    if (!line.starts_with(mark) || line.size() > mark.size() + 6) return false;
    line.remove_prefix(mark.size());
    return line.size() > 2 && is_digit(line[0]) && line[1] == '.' && all_digits(line.substr(2));
}

/// One line of an ARC file above a record.
struct ArcLine {
    std::string_view uri;
    std::string_view date;
    std::string_view media_type;
    std::string_view length;
};

/// Reads "URL IP DATE TYPE LENGTH", and the longer form of ARC 2, which has more fields before the
/// length. URLs with spaces happen, so the date and the address before it are looked for.
std::optional<ArcLine> arc_line(std::string_view line) {
    constexpr std::size_t most_fields = 64, shortest_date = 12, longest_date = 17;
    line = trimmed(line);
    if (line.size() > line_bytes || line.find(':') == std::string_view::npos) return std::nullopt;
    const auto last = line.substr(line.rfind(' ') + 1);
    if (!all_digits(last) && last != "-1") return std::nullopt;  // -1: nobody counted
    const auto fields = archive::split(line, ' ');
    if (fields.size() < 5 || fields.size() > most_fields) return std::nullopt;
    for (std::size_t i = fields.size() - 3; i >= 2; --i) {
        const auto date = fields[i];
        const auto address = fields[i - 1];
        const bool dated =
            all_digits(date) && date.size() >= shortest_date && date.size() <= longest_date;
        if (!dated || address.empty()
            || address.find_first_not_of("0123456789abcdefABCDEF.:-") != std::string_view::npos) {
            continue;
        }
        const auto uri = line.substr(0, static_cast<std::size_t>(address.data() - line.data()) - 1);
        if (uri.find(':') > uri.find('/')) return std::nullopt;
        return ArcLine{uri, date, fields[i + 1], fields.back()};
    }
    return std::nullopt;
}

std::string_view first_line(std::string_view text) {
    return text.substr(0, text.find('\n'));
}

}  // namespace

bool is_web_crawl(std::string_view head) {
    head = head.substr(std::min(head.find_first_not_of(white), head.size()));
    const auto line = first_line(head);
    return is_warc_line(line) || arc_line(line).has_value();
}

bool CrawlRecords::fill() {
    try {
        return ahead_.more();
    } catch (const archive::Failure&) {
        trouble_ = std::current_exception();
        return false;
    }
}

bool CrawlRecords::has(std::size_t bytes) {
    while (rest().size() < bytes) {
        if (!fill()) return false;
    }
    return true;
}

/// The line that begins at `offset`, with its end; at most line_bytes of it.
std::string_view CrawlRecords::line(std::size_t offset) {
    std::size_t scanned = offset;
    for (;;) {
        const auto end = rest().substr(0, offset + line_bytes).find('\n', scanned);
        if (end != std::string_view::npos) return rest().substr(offset, end + 1 - offset);
        scanned = std::max(scanned, rest().size());
        if (scanned >= offset + line_bytes || !fill()) {
            return rest().substr(std::min(offset, rest().size()), line_bytes);
        }
    }
}

void CrawlRecords::skip(std::uint64_t bytes) {
    for (;;) {
        const auto here = std::min<std::uint64_t>(bytes, rest().size());
        ahead_.pass(here);
        bytes -= here;
        if (bytes == 0 || !fill()) return;
    }
}

void CrawlRecords::skip_blank_lines() {
    do {
        ahead_.pass(rest().find_first_not_of(white));
    } while (rest().empty() && fill());
}

bool CrawlRecords::begins_record(std::size_t offset) {
    // A look at the first bytes spares searching for the end of a line.
    if (warc_ && (!has(offset + 8) || rest().substr(offset, 5) != "WARC/")) return false;
    const auto text = line(offset);
    return warc_ ? is_warc_line(text) : arc_line(text).has_value();
}

/// Whether nothing but blank lines lie between `offset` and the next record or the end.
bool CrawlRecords::record_follows(std::size_t offset) {
    constexpr std::size_t most_blank = 64;
    has(offset + most_blank);
    const auto found = rest().find_first_not_of(white, std::min(offset, rest().size()));
    if (found == std::string_view::npos) return ahead_.ended();
    return found - offset < most_blank && begins_record(found);
}

/// Where the next record begins, searched at the beginnings of lines behind `offset` as far as a
/// block may reach; nothing when there is none.
std::optional<std::size_t> CrawlRecords::next_record(std::size_t offset) {
    for (std::size_t scanned = offset; scanned < offset + crawl_block_bytes;) {
        const auto end = warc_ ? rest().find("\nWARC/", scanned) : rest().find('\n', scanned);
        if (end != std::string_view::npos) {
            if (begins_record(end + 1)) return end + 1;
            scanned = end + 1;
            continue;
        }
        constexpr std::size_t overlap = 6;  // a mark cut by the end of what is there
        scanned = std::max(scanned, rest().size() - std::min(rest().size(), overlap));
        if (!fill()) return std::nullopt;
    }
    return std::nullopt;
}

CrawlRecords::Length CrawlRecords::read_warc_header(CrawlRecord& record) {
    std::size_t offset = line(0).size();
    Length length;
    std::string name;
    std::string* value = nullptr;  // of the last field, which may go on in the next line
    while (offset < header_bytes) {
        const auto text = line(offset);
        if (!text.ends_with('\n') || is_warc_line(text)) break;  // ended before its blank line
        offset += text.size();
        if (trimmed(text).empty()) {
            ahead_.pass(offset);
            if (record.uri.starts_with('<') && record.uri.ends_with('>')) {
                record.uri = record.uri.substr(1, record.uri.size() - 2);
            }
            return length;
        }
        if (text[0] == ' ' || text[0] == '\t') {
            if (value != nullptr) *value += " " + std::string(trimmed(text));
            continue;
        }
        value = nullptr;
        const auto colon = text.find(':');
        if (colon == std::string_view::npos) continue;
        name = archive::ascii_lower(trimmed(text.substr(0, colon)));
        const auto said = trimmed(text.substr(colon + 1));
        if (name == "warc-type") {
            record.kind = archive::ascii_lower(said);
        } else if (name == "content-length") {
            length = number_in(said);
        } else if (name == "warc-truncated" || name == "warc-segment-number") {
            record.shortened = true;
        } else {
            if (name == "warc-target-uri") value = &record.uri;
            if (name == "warc-date") value = &record.date;
            if (name == "content-type") value = &record.media_type;
            if (name == "warc-identified-payload-type") value = &record.payload_type;
            if (value != nullptr) *value = said;
        }
    }
    // What is left of the header goes with the record.
    ahead_.pass(line(0).size());
    record.kind.clear();
    record.damage = "its header has no end";
    return std::nullopt;
}

CrawlRecords::Length CrawlRecords::read_arc_header(CrawlRecord& record) {
    const auto text = line(0);
    const auto fields = arc_line(text);
    Length length;
    if (fields) {
        record.kind = fields->uri.starts_with("filedesc:") ? "warcinfo" : "response";
        record.uri = fields->uri;
        record.date = fields->date;
        record.media_type = fields->media_type;
        length = number_in(fields->length);
    }
    ahead_.pass(text.size());
    return length;
}

void CrawlRecords::take_block(CrawlRecord& record, std::uint64_t length) {
    if (length > crawl_block_bytes) {
        has(crawl_block_bytes);
        record.block = rest().substr(0, crawl_block_bytes);
        record.cut = true;
        block_ = length;
        return;
    }
    const std::size_t size = length;
    has(size);
    if (rest().size() >= size && record_follows(size)) {
        record.block = rest().substr(0, size);
        block_ = size;
        return;
    }
    if (const auto end = next_record(0)) {
        take_up_to(record, *end);
        record.cut = record.block.size() < size;
        record.damage = "its length is wrong: " + std::to_string(size) + " bytes said, "
                        + std::to_string(record.block.size()) + " there";
        return;
    }
    record.cut = rest().size() < size;
    record.damage = record.cut ? "the crawl ends within it, after " + std::to_string(rest().size())
                                     + " of " + std::to_string(size) + " bytes"
                               : "what follows it is no record";
    record.block = rest().substr(0, size);
    block_ = ahead_.ended() ? rest().size() : size;
}

/// Takes what stands before `end`, where the next record begins.
void CrawlRecords::take_up_to(CrawlRecord& record, std::size_t end) {
    record.block = rest().substr(0, end);
    for (const char line_end : {'\n', '\r', '\n', '\r'}) {
        if (record.block.ends_with(line_end)) record.block.remove_suffix(1);
    }
    block_ = end;
}

/// The block of a record whose length nobody knows.
void CrawlRecords::take_what_is_there(CrawlRecord& record) {
    if (const auto end = next_record(0)) {
        take_up_to(record, *end);
    } else {
        record.block = rest().substr(0, crawl_block_bytes);
        block_ = record.block.size();
    }
}

std::optional<CrawlRecord> CrawlRecords::next() {
    skip(std::exchange(block_, 0));
    skip_blank_lines();
    if (rest().empty()) {
        if (trouble_) std::rethrow_exception(std::exchange(trouble_, nullptr));
        return std::nullopt;
    }
    CrawlRecord record;
    record.number = ++number_;
    if (number_ == 1) {
        const auto first = line(0);
        warc_ = is_warc_line(first) || !arc_line(first);
    }
    if (!begins_record(0)) {
        record.damage = "no record begins where one should";
        take_what_is_there(record);
        return record;
    }
    const Length length = warc_ ? read_warc_header(record) : read_arc_header(record);
    if (length) {
        take_block(record, *length);
    } else {
        if (record.damage.empty()) record.damage = "its header says no length";
        take_what_is_there(record);
    }
    return record;
}

}  // namespace indexer
