// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/sgml.h"

#include "archive/base/limits.h"
#include "archive/base/text.h"
#include "indexer/extract/extract.h"
#include "indexer/readers/outcomes.h"
#include "indexer/readers/read_ahead.h"
#include "indexer/readers/sgml_article.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

namespace indexer {

namespace {

constexpr std::size_t longest_tag = 16;

/// What a tag at text[at] is to the cutting of records.
enum class Mark : std::uint8_t { none, begins, ends, unsure };

Mark mark_at(std::string_view text, std::size_t at, bool file_ended) {
    const auto tag = text.substr(at, longest_tag);
    if (tag.size() < longest_tag && tag.find('>') == std::string_view::npos && !file_ended) {
        return Mark::unsure;
    }
    const std::string lower = archive::ascii_lower(tag);
    for (const std::string_view name : {"reuters", "doc"}) {
        for (const bool ends : {false, true}) {
            const std::string begin = (ends ? "</" : "<") + std::string(name);
            if (!lower.starts_with(begin)) continue;
            const auto next = lower.substr(begin.size(), 1);
            if (next == ">" || next == " " || next == "\n" || next == "\r" || next == "\t") {
                return ends ? Mark::ends : Mark::begins;
            }
        }
    }
    return Mark::none;
}

struct SgmlRecord {
    std::string text;
    bool too_long = false;
    bool closed = true;  ///< false when the next record, or the end of the file, came first
};

/// Cuts a file of any length into its records.
class SgmlRecords {
public:
    explicit SgmlRecords(Bytes& from) : ahead_(from) {}

    std::optional<SgmlRecord> next() {
        if (!find_begin()) return std::nullopt;
        SgmlRecord record;
        std::size_t end = find_end(record);
        const auto text = ahead_.rest();
        record.closed = mark_at(text, end, true) == Mark::ends;
        if (record.closed) end = std::min(text.find('>', end), text.size() - 1) + 1;
        if (!record.too_long) record.text = text.substr(0, end);
        ahead_.pass(end);
        return record;
    }

private:
    /// Passes what lies before the next tag that begins a record.
    bool find_begin() {
        for (;;) {
            ahead_.pass(ahead_.rest().find('<'));
            if (ahead_.rest().empty()) {
                if (!ahead_.more()) return false;
                continue;
            }
            const Mark mark = mark_at(ahead_.rest(), 0, ahead_.ended());
            if (mark == Mark::begins) return true;
            if (mark == Mark::unsure) {
                ahead_.more();
            } else {
                ahead_.pass(1);
            }
        }
    }

    /// Where the tag stands that ends the record, or begins another; the end of the file, when
    /// none does.
    std::size_t find_end(SgmlRecord& record) {
        for (std::size_t at = 1;;) {
            if (at > archive::limits::article_bytes) {
                record.too_long = true;
                ahead_.pass(at);
                at = 0;
            }
            const auto tag = ahead_.rest().find('<', at);
            if (tag == std::string_view::npos) {
                at = ahead_.rest().size();
                if (!ahead_.more()) return at;
                continue;
            }
            at = tag;
            const Mark mark = mark_at(ahead_.rest(), at, ahead_.ended());
            if (mark == Mark::ends || mark == Mark::begins) return at;
            if (mark == Mark::unsure) {
                ahead_.more();
            } else {
                ++at;
            }
        }
    }

    ReadAhead ahead_;  // from where the record in work begins
};

}  // namespace

bool SgmlReader::recognises(std::string_view head) const {
    if (head.starts_with("\xef\xbb\xbf")) head.remove_prefix(3);
    std::string lower = archive::ascii_lower(archive::trimmed(head));
    std::string_view text = lower;
    while (text.starts_with("<!")) {
        const auto end = text.find('>');
        if (end == std::string_view::npos) return false;
        text = archive::trimmed(text.substr(end + 1));
    }
    if (text.starts_with("<reuters")) {
        const auto tag = text.substr(0, text.find('>'));
        return tag.find("newid=") != std::string_view::npos
               || text.find("<body>") != std::string_view::npos;
    }
    if (text.starts_with("<doc id=")) {  // <DOC id="NYT_ENG_20020101.0001" type="story">
        return text.substr(0, text.find('>')).find("type=") != std::string_view::npos;
    }
    if (!text.starts_with("<doc>")) return false;
    return archive::trimmed(text.substr(5)).starts_with("<docno>")
           || text.find("<docno>") != std::string_view::npos;
}

void SgmlReader::read(Bytes& bytes, const Origin& origin, const RecordSink& sink) const {
    SgmlRecords records(bytes);
    std::uint64_t number = 0;
    while (auto record = records.next()) {
        ++number;
        if (record->too_long) {
            const std::string limit = std::to_string(archive::limits::article_bytes >> 20U);
            const archive::Error error{archive::ErrorCode::article_too_large,
                                       "a record of more than " + limit + " MiB",
                                       {},
                                       {}};
            if (!sink(rejected_record(number, error))) return;
            continue;
        }
        const std::string text = decode_text(record->text).text;
        auto article = article_from_sgml(text);
        if (article && !record->closed) article->quality.truncated = true;
        if (!sink(outcome_of(std::move(article), origin, number, name()))) return;
    }
}

}  // namespace indexer
