// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/table_rows.h"

#include "archive/base/limits.h"

#include <algorithm>
#include <utility>

namespace indexer {

namespace {

constexpr std::size_t most_cells = 10'000;

/// After so many open quotes none is believed to span lines: looking for its end each time would
/// read the file again and again.
constexpr std::size_t most_open_quotes = 8;

}  // namespace

TableRows::TableRows(Bytes& from, TableForm form, std::string beginning)
    : ahead_(from, std::move(beginning)), form_(form) {
    ahead_.pass_byte_order_mark();
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
                at_ = 0;
                begin_row();
                one_line = gave_up = true;
                ++open_quotes_;
                break;
            case Found::more:
                if (ahead_.rest().empty() && ahead_.ended()) return std::nullopt;
                if (row_is_too_long()) {
                    if (state_ == State::quoted && !one_line) {
                        at_ = 0;
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
                ahead_.more();
                break;
        }
    }
}

void TableRows::begin_row() {
    ahead_.pass(at_);
    at_ = 0;
    cells_.clear();
    cell_ = {};
    state_ = State::cell_begins;
}

bool TableRows::row_is_too_long() const {
    return at_ > archive::limits::json_line_bytes;
}

/// Drops what is left of a line; true at its end or that of the file.
bool TableRows::skip_line() {
    const auto end = ahead_.rest().find('\n', at_);
    ahead_.pass(end == std::string_view::npos ? end : end + 1);
    at_ = 0;
    return end != std::string_view::npos || !ahead_.more();
}

void TableRows::end_cell(std::size_t last) {
    cell_.last = last;
    if (cells_.size() <= most_cells) cells_.push_back(cell_);
}

/// Goes on at at_ until the row ends, or more bytes are needed.
TableRows::Found TableRows::scan(bool one_line) {
    const auto text = ahead_.rest();
    const std::string_view stops = form_.divider == ','    ? ",\r\n"
                                   : form_.divider == ';'  ? ";\r\n"
                                   : form_.divider == '\t' ? "\t\r\n"
                                                           : "|\r\n";
    for (;;) {
        if (state_ == State::cell_begins) {
            auto begin = at_;
            while (begin < text.size() && text[begin] == ' ') ++begin;
            if (begin == text.size() && !ahead_.ended()) return Found::more;
            cell_ = {at_, at_, false};
            state_ = State::plain;
            if (begin < text.size() && text[begin] == '"') {
                at_ = begin + 1;
                cell_ = {at_, at_, true};
                state_ = State::quoted;
            }
        }
        if (state_ == State::quoted) {
            const auto found = scan_quoted(one_line);
            if (found != Found::row) return found;
        }
        const auto end = text.find_first_of(stops, at_);
        if (end == std::string_view::npos
            || (!ahead_.ended() && text[end] == '\r' && end + 1 == text.size())) {
            at_ = end == std::string_view::npos ? text.size() : end;
            if (!ahead_.ended()) return Found::more;
            if (at_ == 0 && cells_.empty() && !cell_.quoted) return Found::more;  // no row
            if (state_ == State::plain) end_cell(at_);
            at_ = text.size();
            return Found::row;
        }
        if (state_ == State::plain) end_cell(end);
        at_ = end + 1;
        if (text[end] != form_.divider) {
            if (text[end] == '\r' && text.substr(at_).starts_with('\n')) ++at_;
            return Found::row;
        }
        state_ = State::cell_begins;
    }
}

/// Goes to the quote that closes a cell: Found::row when it was found.
TableRows::Found TableRows::scan_quoted(bool one_line) {
    const auto text = ahead_.rest();
    const std::string_view stops = one_line ? "\"\\\n" : "\"\\";
    for (;;) {
        const auto stop = text.find_first_of(stops, at_);
        if (stop == std::string_view::npos) {
            at_ = text.size();
            if (!ahead_.ended()) return Found::more;
            if (!one_line) return Found::open_quote;
            end_cell(at_);
            state_ = State::cell_ended;
            return Found::row;
        }
        if (text[stop] == '\n') {
            end_cell(stop);
            at_ = stop;
            state_ = State::cell_ended;
            return Found::row;
        }
        at_ = stop;
        auto next = stop + 1;
        if (text[stop] == '\\') {
            // In files that double their quotes a backslash is a character.
            if (next == text.size() && !ahead_.ended()) return Found::more;
            at_ = std::min(form_.backslash ? next + 1 : next, text.size());
            continue;
        }
        if (next < text.size() && text[next] == '"') {
            at_ = next + 1;
            continue;
        }
        while (next < text.size() && text[next] == ' ') ++next;
        if (next == text.size() && !ahead_.ended()) return Found::more;
        const bool closes = next == text.size() || text[next] == form_.divider || text[next] == '\n'
                            || text[next] == '\r';
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
    const auto written = ahead_.rest().substr(cell.first, cell.last - cell.first);
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
