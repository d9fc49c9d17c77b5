// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/sgml.h"

#include "archive/base/limits.h"
#include "archive/base/text.h"
#include "indexer/extract/extract.h"
#include "indexer/readers/outcomes.h"
#include "indexer/readers/sgml_article.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

namespace indexer {

namespace {

constexpr std::size_t block_bytes = 256U << 10;
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
    explicit SgmlRecords(Bytes& from) : from_(from) {}

    std::optional<SgmlRecord> next() {
        if (!find(Mark::begins)) return std::nullopt;
        begin_ = at_;
        ++at_;
        SgmlRecord record;
        const bool found = find_end(record);
        auto end = buffer_.size();
        if (found) {
            record.closed = mark_at(buffer_, at_, true) == Mark::ends;
            if (record.closed) at_ = std::min(buffer_.find('>', at_), buffer_.size() - 1) + 1;
            end = at_;
        } else {
            record.closed = false;
            at_ = end;
        }
        if (!record.too_long) record.text = buffer_.substr(begin_, end - begin_);
        begin_ = at_;
        return record;
    }

private:
    /// Goes to the next mark of this kind; what lies before is dropped.
    bool find(Mark wanted) {
        for (;;) {
            const auto tag = buffer_.find('<', at_);
            if (tag == std::string::npos) {
                at_ = begin_ = buffer_.size();
                if (!fill()) return false;
                continue;
            }
            at_ = begin_ = tag;
            const Mark mark = mark_at(buffer_, at_, ended_);
            if (mark == wanted) return true;
            if (mark == Mark::unsure) {
                fill();
            } else {
                ++at_;
            }
        }
    }

    /// Goes to the tag that ends the record, or begins another.
    bool find_end(SgmlRecord& record) {
        for (;;) {
            if (at_ - begin_ > archive::limits::article_bytes) {
                record.too_long = true;
                begin_ = at_;
            }
            const auto tag = buffer_.find('<', at_);
            if (tag == std::string::npos) {
                at_ = buffer_.size();
                if (!fill()) return false;
                continue;
            }
            at_ = tag;
            const Mark mark = mark_at(buffer_, at_, ended_);
            if (mark == Mark::ends || mark == Mark::begins) return true;
            if (mark == Mark::unsure) {
                fill();
            } else {
                ++at_;
            }
        }
    }

    bool fill() {
        if (ended_) return false;
        buffer_.erase(0, begin_);
        at_ -= begin_;
        begin_ = 0;
        const std::size_t filled = buffer_.size();
        buffer_.resize(filled + block_bytes);
        const std::size_t got = from_.read(buffer_.data() + filled, block_bytes);
        buffer_.resize(filled + got);
        ended_ = got == 0;
        return !ended_;
    }

    Bytes& from_;
    std::string buffer_;
    std::size_t begin_ = 0;  // of what is still needed
    std::size_t at_ = 0;
    bool ended_ = false;
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
