// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/csv.h"

#include "archive/base/text.h"
#include "indexer/readers/file_bytes.h"
#include "indexer/readers/json_records.h"
#include "indexer/readers/outcomes.h"
#include "indexer/readers/record_article.h"
#include "indexer/readers/record_values.h"
#include "indexer/readers/table_head.h"
#include "indexer/readers/table_rows.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace indexer {

namespace {

using nlohmann::json;

constexpr std::size_t head_bytes = 4096;  // what recognises() is given of a longer file
constexpr std::size_t first_bytes = 64U << 10;
constexpr std::size_t longest_list = 64U << 10;

/// What programs write into an empty cell.
bool is_nothing(std::string_view cell) {
    constexpr std::array<std::string_view, 8> nothing{"",     "NaN",  "nan", "None",
                                                      "NULL", "null", "\\N", "N/A"};
    return std::find(nothing.begin(), nothing.end(), cell) != nothing.end();
}

/// "['Ann Lee', \"Bo Chu\"]", a list as Python prints it; null when it is anything else.
json printed_list(std::string_view text) {
    text = archive::trimmed(text.substr(1, text.size() - 2));
    json list = json::array();
    while (!text.empty()) {
        const char quote = text.front();
        if (quote != '\'' && quote != '"') return {};
        std::string word;
        std::size_t at = 1;
        for (; at < text.size() && text[at] != quote; ++at) {
            if (text[at] == '\\' && at + 1 < text.size()) ++at;
            word += text[at];
        }
        if (at >= text.size()) return {};
        list.push_back(std::move(word));
        text = archive::trimmed(text.substr(at + 1));
        if (text.empty()) break;
        if (text.front() != ',') return {};
        text = archive::trimmed(text.substr(1));
    }
    return list;
}

json value_of(std::string cell) {
    const bool list =
        cell.size() >= 2 && cell.size() < longest_list && cell.front() == '[' && cell.back() == ']';
    if (list) {
        if (auto values = printed_list(cell); values.is_array()) return values;
    }
    return json(std::move(cell));
}

json record_of(const std::vector<std::string>& columns, std::vector<std::string> cells) {
    json record = json::object();
    for (std::size_t i = 0; i < columns.size() && i < cells.size(); ++i) {
        if (!is_nothing(archive::trimmed(cells[i]))) {
            record[columns[i]] = value_of(std::move(cells[i]));
        }
    }
    return record;
}

archive::Error unreadable(std::string message) {
    return {archive::ErrorCode::article_unreadable, std::move(message), {}, {}};
}

/// Why a row is no record: too many or too few cells; empty cells at the end do not count.
std::string misfit(std::vector<std::string>& cells, std::size_t columns) {
    const std::size_t written = cells.size();
    while (cells.size() > columns && archive::trimmed(cells.back()).empty()) cells.pop_back();
    if (cells.size() == columns) return {};
    return "a row of " + std::to_string(written) + " cells under " + std::to_string(columns)
           + " columns";
}

/// Whether a row names the columns once more, as in tables that were put together of several.
bool repeats(const std::vector<std::string>& cells, const std::vector<std::string>& columns) {
    return cells.size() == columns.size()
           && std::equal(cells.begin(), cells.end(), columns.begin(),
                         [](const std::string& cell, const std::string& column) {
                             return clean_line(cell) == column;
                         });
}

}  // namespace

bool CsvReader::recognises(std::string_view head) const {
    return table_head(head, fields_, head.size() < head_bytes).has_value();
}

void CsvReader::read(Bytes& bytes, const Origin& origin, const RecordSink& sink) const {
    std::string beginning = read_first(bytes, first_bytes);
    const auto head = table_head(beginning, fields_, beginning.size() < first_bytes);
    if (!head) {
        sink(rejected_record(0, unreadable("no row of column names")));
        return;
    }
    TableRows rows(bytes, head->form, std::move(beginning));
    if (head->says_divider) rows.next();
    rows.next();  // the columns
    std::uint64_t number = 0;
    while (auto row = rows.next()) {
        if (row->blank()) continue;
        ++number;
        if (row->fault == RowFault::too_long) {
            if (!sink(rejected_record(number, too_long_record()))) return;
            continue;
        }
        std::string why = row->fault == RowFault::never_ended
                              ? "a quoted cell that never ends"
                              : misfit(row->cells, head->columns.size());
        if (!why.empty()) {
            if (!sink(rejected_record(number, unreadable(std::move(why))))) return;
            continue;
        }
        decode_cells(row->cells);
        if (repeats(row->cells, head->columns)) {
            if (!sink(skipped_record(number, "the row of column names once more"))) return;
            continue;
        }
        auto article =
            article_from_record(record_of(head->columns, std::move(row->cells)), fields_);
        if (!sink(outcome_of(std::move(article), origin, number, name()))) return;
    }
}

}  // namespace indexer
