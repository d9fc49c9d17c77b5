// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/jsonl.h"

#include "archive/base/limits.h"
#include "archive/base/text.h"
#include "indexer/readers/json_parse.h"
#include "indexer/readers/json_records.h"
#include "indexer/readers/lines.h"
#include "indexer/readers/outcomes.h"
#include "indexer/readers/record_article.h"

#include <array>
#include <string>

namespace indexer {

namespace {

bool begins_object(std::string_view line) {
    return line.starts_with("{\"");
}

/// Whether a list of articles begins in the first object of `head`, as in {"status": "ok",
/// "articles": [{..: such a file is one answer of a service, on one line.
bool begins_wrapper(std::string_view head) {
    for (const std::string_view list : {"\"articles\":", "\"results\":", "\"docs\":"}) {
        const auto found = head.find(list);
        if (found == std::string_view::npos) continue;
        const auto rest = archive::trimmed(head.substr(found + list.size()));
        if (rest.starts_with('[')) return true;
    }
    return false;
}

}  // namespace

bool JsonlReader::recognises(std::string_view head) const {
    constexpr std::string_view mark = "\xef\xbb\xbf";
    if (head.starts_with(mark)) head.remove_prefix(mark.size());
    while (head.starts_with('\n') || head.starts_with('\r')) head.remove_prefix(1);
    if (!head.starts_with('{')) return false;
    const auto end = head.find('\n');
    if (end == std::string_view::npos) {
        constexpr std::size_t whole_head = 4000;  // a file this short is whole in the head
        return head.size() >= whole_head && begins_object(head) && !begins_wrapper(head);
    }
    // A second object at the beginning of a line tells, even when the first line is damaged: the
    // lines of one object over several lines are indented or close it.
    for (auto at = end; at != std::string_view::npos; at = head.find('\n', at + 1)) {
        if (begins_object(head) && begins_object(head.substr(at + 1))) return true;
    }
    JsonBrackets brackets;
    const auto first = archive::trimmed(head.substr(0, end));
    if (brackets.take(first) != first.size() || !brackets.closed()) return false;
    // One whole object on the first line: a second line decides, and without one it is one record.
    const auto rest = archive::trimmed(head.substr(end));
    return rest.starts_with('{');
}

void JsonlReader::read(Bytes& bytes, const Origin& origin, const RecordSink& sink) const {
    Lines lines(bytes, archive::limits::json_line_bytes);
    while (const auto line = lines.next()) {
        if (line->too_long) {
            if (!sink(rejected_record(line->number, too_long_record()))) return;
            continue;
        }
        if (archive::trimmed(line->text).empty()) continue;
        const std::uint64_t number = line->number;
        const JsonRecords records(fields_, origin, sink);
        auto value = parse_json(line->text);
        // A whole file of one line is no file of lines.
        const bool alone = number == 1 && lines.at_end();
        const auto numbering = alone ? Numbering::positions : Numbering::same;
        if (!records.hand_over(value, number, numbering, alone ? "json" : name())) return;
    }
}

}  // namespace indexer
