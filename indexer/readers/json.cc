// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/json.h"

#include "archive/base/limits.h"
#include "archive/base/text.h"
#include "indexer/readers/json_parse.h"
#include "indexer/readers/json_records.h"
#include "indexer/readers/outcomes.h"

#include <algorithm>
#include <string>
#include <utility>

namespace indexer {

namespace {

constexpr std::string_view white = " \t\r\n";
constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";

/// The text of a file, block by block.
class Blocks {
public:
    explicit Blocks(Bytes& from) : from_(from), block_(128U << 10, '\0') {}

    /// What is left of the current block, or the next one; empty at the end.
    std::string_view rest() {
        if (at_ == filled_) {
            at_ = 0;
            filled_ = from_.read(block_.data(), block_.size());
        }
        return std::string_view(block_).substr(at_, filled_ - at_);
    }
    void drop(std::size_t bytes) { at_ += bytes; }

    /// The next byte that is not in `left_out`; '\0' at the end.
    char next_of_note(std::string_view left_out) {
        for (auto text = rest(); !text.empty(); text = rest()) {
            const auto found = text.find_first_not_of(left_out);
            drop(std::min(found, text.size()));
            if (found != std::string_view::npos) return text[found];
        }
        return '\0';
    }

private:
    Bytes& from_;
    std::string block_;
    std::size_t at_ = 0;
    std::size_t filled_ = 0;
};

/// The text of one value.
struct Cut {
    std::string text;
    bool too_long = false;  ///< above the limit; its text is empty then
    bool closed = true;     ///< false when the file ended within it
};

/// An object or list, up to the bracket that closes it.
Cut cut_brackets(Blocks& blocks) {
    Cut cut;
    JsonBrackets brackets;
    for (auto text = blocks.rest(); !text.empty(); text = blocks.rest()) {
        const std::size_t taken = brackets.take(text);
        if (!cut.too_long) cut.text.append(text.substr(0, taken));
        if (cut.text.size() > archive::limits::json_line_bytes) {
            cut.too_long = true;
            cut.text.clear();
        }
        blocks.drop(taken);
        if (brackets.closed()) return cut;
    }
    cut.closed = false;
    return cut;
}

/// Anything else in a list, up to the next comma or closing bracket; its beginning is enough to
/// see what it is.
Cut cut_scalar(Blocks& blocks) {
    constexpr std::size_t enough = 4096;
    Cut cut;
    cut.text.append(blocks.rest().substr(0, 1));
    blocks.drop(1);
    for (auto text = blocks.rest(); !text.empty(); text = blocks.rest()) {
        const auto end = std::min(text.find_first_of(",]\n"), text.size());
        if (cut.text.size() < enough) cut.text.append(text.substr(0, std::min(end, enough)));
        blocks.drop(end);
        if (end < text.size()) break;
    }
    return cut;
}

archive::Error unreadable(std::string message) {
    return {archive::ErrorCode::article_unreadable, std::move(message), {}, {}};
}

}  // namespace

bool JsonReader::recognises(std::string_view head) const {
    if (head.starts_with(byte_order_mark)) head.remove_prefix(byte_order_mark.size());
    head = archive::trimmed(head);
    if (head.empty() || (head[0] != '{' && head[0] != '[')) return false;
    const auto inside = archive::trimmed(head.substr(1));
    if (inside.empty()) return true;
    if (head[0] == '[') {
        // "[1] Chapter one" is no list; a list of numbers goes on after a comma.
        if (std::string_view("{[]\"").find(inside[0]) != std::string_view::npos) return true;
        const auto end = inside.find_first_not_of("0123456789.-+eE");
        return end != 0 && end != std::string_view::npos && inside[end] == ',';
    }
    if (std::string_view("\"}'").find(inside[0]) != std::string_view::npos) return true;
    // {id: 1}: what people write by hand and no parser takes.
    const auto word =
        inside.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_");
    return word != 0 && word != std::string_view::npos && inside[word] == ':';
}

void JsonReader::read(Bytes& bytes, const Origin& origin, const RecordSink& sink) const {
    const JsonRecords records(fields_, origin, sink);
    Blocks blocks(bytes);
    if (blocks.rest().starts_with(byte_order_mark)) blocks.drop(byte_order_mark.size());
    std::uint64_t number = 1;
    bool in_list = false;
    bool cut_short = false;
    for (;;) {
        // One comma too many in a list is no reason to lose an article.
        const char next = blocks.next_of_note(in_list ? " \t\r\n," : white);
        if (blocks.rest().empty()) break;
        if (next == (in_list ? ']' : '[')) {
            blocks.drop(1);
            in_list = !in_list;
            continue;
        }
        const bool bracket = next == '{' || next == '[';
        if (!bracket && !in_list) {
            sink(rejected_record(number, unreadable("no JSON from here on")));
            return;
        }
        const Cut cut = bracket ? cut_brackets(blocks) : cut_scalar(blocks);
        cut_short = !cut.closed;
        if (cut.too_long) {
            if (!sink(rejected_record(number++, too_long_record()))) return;
            continue;
        }
        number = records.hand_over(parse_json(cut.text), number, Numbering::positions, name());
        if (number == 0) return;
    }
    if (in_list && !cut_short) {
        sink(rejected_record(number, unreadable("the list ends without its closing bracket")));
    }
}

}  // namespace indexer
