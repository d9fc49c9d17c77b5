// SPDX-License-Identifier: GPL-2.0-or-later
// table_rows.h - The rows of a table in text: CSV (RFC 4180), TSV and their relatives.
//
// Quoted cells may hold dividers, line ends and doubled quotes: "He said ""no"", then left". Real
// tables break the rules, so a quote inside a cell that no divider follows is a character, blanks
// around quotes do not count, and a quote that is never closed costs its line and not the rest of
// the file.
#pragma once

#include "indexer/readers/read_ahead.h"
#include "indexer/readers/reader.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace indexer {

/// How a table is written.
struct TableForm {
    char divider = ',';
    bool backslash = false;  ///< a quote inside a cell is written \" and not ""
};

/// What is wrong with a row.
enum class RowFault : std::uint8_t {
    none,
    too_long,     ///< above limits::json_line_bytes; it has no cells
    never_ended,  ///< a quote is not closed: the cells are those of its first line
};

struct TableRow {
    std::vector<std::string> cells;  ///< bytes as in the file, quotes undone; at most 10,000
    RowFault fault = RowFault::none;

    bool blank() const { return cells.size() == 1 && cells.front().empty(); }
};

/// Goes through the rows of a file of any length, one at a time.
class TableRows {
public:
    /// `beginning` is what was read of `from` already. A byte-order mark is left out.
    TableRows(Bytes& from, TableForm form, std::string beginning = {});

    /// The next row, blank lines included, or nothing at the end. Throws Failure when reading does.
    std::optional<TableRow> next();

private:
    struct Cell {
        std::size_t first = 0;  // offsets from the beginning of the row
        std::size_t last = 0;
        bool quoted = false;
    };
    enum class State : std::uint8_t { cell_begins, plain, quoted, cell_ended };
    enum class Found : std::uint8_t { row, more, open_quote };

    Found scan(bool one_line);
    Found scan_quoted(bool one_line);
    void end_cell(std::size_t last);
    void begin_row();
    bool skip_line();
    bool row_is_too_long() const;
    TableRow row() const;
    std::string text_of(const Cell& cell) const;

    ReadAhead ahead_;  // from where the row begins
    TableForm form_;
    std::size_t at_ = 0;  // not looked at before
    State state_ = State::cell_begins;
    Cell cell_;
    std::vector<Cell> cells_;
    std::size_t open_quotes_ = 0;  // rows whose quote never closed
};

}  // namespace indexer
