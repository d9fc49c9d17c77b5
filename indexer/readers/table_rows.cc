// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/table_rows.h"

#include "archive/base/limits.h"

#include <algorithm>
#include <utility>

namespace indexer {

namespace {

constexpr std::size_t block_bytes = 256U << 10;
constexpr std::size_t most_cells = 10'000;

/// After so many open quotes none is believed to span lines: looking for its end each time would
/// read the file again and again.
constexpr std::size_t most_open_quotes = 8;

}  // namespace

TableRows::TableRows(Bytes& from, TableForm form, std::string beginning)
    : from_(from), form_(form), buffer_(std::move(beginning)) {
    constexpr std::string_view mark = "\xef\xbb\xbf";
    while (buffer_.size() < mark.size() && fill()) {
    }
    if (buffer_.starts_with(mark)) row_ = at_ = mark.size();
}

std::optional<TableRow> TableRows::next() {
    begin_row();
    bool one_line = open_quotes_ >= most_open_quotes;
    bool gave_up = false;
    for (;;) {
        switch (scan(one_line)) {
            case Found::row: {
                TableRow found = row();
                if (gave_up) found.fault = RowFault::never_ended;
                return found;
            }
            case Found::open_quote:
                at_ = row_;
                begin_row();
                one_line = gave_up = true;
                ++open_quotes_;
                break;
            case Found::more:
                if (at_ == buffer_.size() && row_ == at_ && ended_) return std::nullopt;
                if (row_is_too_long()) {
                    if (state_ == State::quoted && !one_line) {
                        at_ = row_;
                        begin_row();
                        one_line = gave_up = true;
                        ++open_quotes_;
                        break;
                    }
                    while (!skip_line()) {
                    }
                    TableRow found;
                    found.fault = RowFault::too_long;
                    return found;
                }
                fill();
                break;
        }
    }
}

void TableRows::begin_row() {
    row_ = at_;
    cells_.clear();
    cell_ = {};
    state_ = State::cell_begins;
}

bool TableRows::row_is_too_long() const {
    return at_ - row_ > archive::limits::json_line_bytes;
}

/// Reads on; the row in work moves to the beginning of the buffer.
bool TableRows::fill() {
    if (ended_) return false;
    if (row_ > 0) {
        buffer_.erase(0, row_);
        at_ -= row_;
        row_ = 0;
    }
    const std::size_t filled = buffer_.size();
    buffer_.resize(filled + block_bytes);
    const std::size_t got = from_.read(buffer_.data() + filled, block_bytes);
    buffer_.resize(filled + got);
    ended_ = got == 0;
    return !ended_;
}

/// Drops what is left of a line; true at its end or that of the file.
bool TableRows::skip_line() {
    const auto end = buffer_.find('\n', at_);
    row_ = at_ = end == std::string::npos ? buffer_.size() : end + 1;
    return end != std::string::npos || !fill();
}

void TableRows::end_cell(std::size_t last) {
    cell_.last = last - row_;
    if (cells_.size() <= most_cells) cells_.push_back(cell_);
}

/// Goes on at at_ until the row ends, or more bytes are needed.
TableRows::Found TableRows::scan(bool one_line) {
    const std::string_view stops = form_.divider == ','    ? ",\r\n"
                                   : form_.divider == ';'  ? ";\r\n"
                                   : form_.divider == '\t' ? "\t\r\n"
                                                           : "|\r\n";
    for (;;) {
        if (state_ == State::cell_begins) {
            auto begin = at_;
            while (begin < buffer_.size() && buffer_[begin] == ' ') ++begin;
            if (begin == buffer_.size() && !ended_) return Found::more;
            cell_ = {at_ - row_, at_ - row_, false};
            state_ = State::plain;
            if (begin < buffer_.size() && buffer_[begin] == '"') {
                at_ = begin + 1;
                cell_ = {at_ - row_, at_ - row_, true};
                state_ = State::quoted;
            }
        }
        if (state_ == State::quoted) {
            const auto found = scan_quoted(one_line);
            if (found != Found::row) return found;
        }
        const auto end = buffer_.find_first_of(stops, at_);
        if (end == std::string::npos
            || (!ended_ && buffer_[end] == '\r' && end + 1 == buffer_.size())) {
            at_ = end == std::string::npos ? buffer_.size() : end;
            if (!ended_) return Found::more;
            if (at_ == row_ && cells_.empty() && !cell_.quoted) return Found::more;  // no row
            if (state_ == State::plain) end_cell(at_);
            at_ = buffer_.size();
            return Found::row;
        }
        if (state_ == State::plain) end_cell(end);
        at_ = end + 1;
        if (buffer_[end] != form_.divider) {
            if (buffer_[end] == '\r' && buffer_[at_] == '\n') ++at_;
            return Found::row;
        }
        state_ = State::cell_begins;
    }
}

/// Goes to the quote that closes a cell: Found::row when it was found.
TableRows::Found TableRows::scan_quoted(bool one_line) {
    const std::string_view stops = one_line ? "\"\\\n" : "\"\\";
    for (;;) {
        const auto stop = buffer_.find_first_of(stops, at_);
        if (stop == std::string::npos) {
            at_ = buffer_.size();
            if (!ended_) return Found::more;
            if (!one_line) return Found::open_quote;
            end_cell(at_);
            state_ = State::cell_ended;
            return Found::row;
        }
        if (buffer_[stop] == '\n') {
            end_cell(stop);
            at_ = stop;
            state_ = State::cell_ended;
            return Found::row;
        }
        at_ = stop;
        auto next = stop + 1;
        if (buffer_[stop] == '\\') {
            // In files that double their quotes a backslash is a character.
            if (next == buffer_.size() && !ended_) return Found::more;
            at_ = std::min(form_.backslash ? next + 1 : next, buffer_.size());
            continue;
        }
        if (next < buffer_.size() && buffer_[next] == '"') {
            at_ = next + 1;
            continue;
        }
        while (next < buffer_.size() && buffer_[next] == ' ') ++next;
        if (next == buffer_.size() && !ended_) return Found::more;
        const bool closes = next == buffer_.size() || buffer_[next] == form_.divider
                            || buffer_[next] == '\n' || buffer_[next] == '\r';
        if (!closes) {
            at_ = stop + 1;
            continue;
        }
        end_cell(stop);
        at_ = next;
        state_ = State::cell_ended;
        return Found::row;
    }
}

TableRow TableRows::row() const {
    TableRow row;
    row.cells.reserve(cells_.size());
    for (const auto& cell : cells_) row.cells.push_back(text_of(cell));
    return row;
}

std::string TableRows::text_of(const Cell& cell) const {
    const auto written =
        std::string_view(buffer_).substr(row_ + cell.first, cell.last - cell.first);
    if (!cell.quoted || written.find_first_of("\"\\") == std::string_view::npos) {
        return std::string(written);
    }
    std::string text;
    text.reserve(written.size());
    for (std::size_t i = 0; i < written.size(); ++i) {
        const char next = i + 1 < written.size() ? written[i + 1] : '\0';
        const bool doubled = written[i] == '"' && next == '"';
        const bool escaped = form_.backslash && written[i] == '\\' && (next == '"' || next == '\\');
        if (doubled || escaped) ++i;
        text += written[i];
    }
    return text;
}

}  // namespace indexer
