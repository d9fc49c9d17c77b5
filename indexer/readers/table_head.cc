// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/table_head.h"

#include "archive/base/text.h"
#include "indexer/extract/extract.h"
#include "indexer/readers/file_bytes.h"
#include "indexer/readers/record_values.h"

#include <algorithm>
#include <array>
#include <utility>

namespace indexer {

namespace {

constexpr std::size_t looked_rows = 50;
constexpr std::size_t most_columns = 1'000;
constexpr std::size_t longest_name = 100;
constexpr std::string_view cell_mark = "\x1f";  // US, the unit separator of ASCII

/// What the columns of a first row say.
struct Columns {
    std::size_t known = 0;   ///< fields of an article
    bool readable = false;   ///< a title or a text is among them
    bool reachable = false;  ///< or an address
};

Columns columns_of(const std::vector<std::string>& cells, const FieldNames& names) {
    Columns columns;
    for (const auto& cell : cells) {
        const auto meaning = names.meaning(plain_name(archive::trimmed(cell)));
        if (!meaning) continue;
        ++columns.known;
        const auto field = meaning->field;
        columns.readable |= field == RecordField::title || field == RecordField::body;
        columns.reachable |= field == RecordField::url;
    }
    return columns;
}

bool could_be_names(const std::vector<std::string>& cells) {
    return cells.size() >= 2 && cells.size() <= most_columns
           && std::all_of(cells.begin(), cells.end(), [](const std::string& cell) {
                  return cell.size() <= longest_name && cell.find('\n') == std::string::npos;
              });
}

/// Each name once, and none empty: "column 3", "title 2".
std::vector<std::string> distinct(std::vector<std::string> names) {
    for (std::size_t i = 0; i < names.size(); ++i) {
        std::string name = clean_line(names[i]);
        if (name.empty()) name = "column " + std::to_string(i + 1);
        const auto seen =
            std::count(names.begin(), names.begin() + static_cast<std::ptrdiff_t>(i), name);
        names[i] = seen == 0 ? name : name + " " + std::to_string(i + 1);
    }
    return names;
}

/// "sep=;", which a spreadsheet writes before the columns.
std::optional<char> stated_divider(std::string_view beginning) {
    if (beginning.starts_with("\xef\xbb\xbf")) beginning.remove_prefix(3);
    const auto line = archive::trimmed(beginning.substr(0, beginning.find('\n')));
    if (!archive::ascii_lower(line).starts_with("sep=") || line.size() != 5) return std::nullopt;
    return line.back();
}

struct Candidate {
    TableHead head;
    std::size_t known = 0;
    std::size_t agreeing = 0;  // rows in a hundred
};

std::optional<Candidate> candidate(std::string_view beginning, const FieldNames& names, bool whole,
                                   TableForm form, bool says_divider) {
    MemoryBytes none{std::string()};
    TableRows rows(none, form, std::string(beginning));
    if (says_divider) rows.next();
    auto first = rows.next();
    if (!first || first->fault != RowFault::none) return std::nullopt;
    decode_cells(first->cells);
    if (!could_be_names(first->cells)) return std::nullopt;
    const auto columns = columns_of(first->cells, names);
    std::vector<std::size_t> sizes;
    while (sizes.size() < looked_rows) {
        const auto row = rows.next();
        if (!row) {
            if (!whole && !sizes.empty()) sizes.pop_back();  // it may be cut
            break;
        }
        if (!row->blank()) sizes.push_back(row->cells.size());
    }
    const auto agreeing =
        static_cast<std::size_t>(std::count(sizes.begin(), sizes.end(), first->cells.size()));
    constexpr std::size_t few = 3;   // one row in so many must agree
    constexpr std::size_t sure = 3;  // known columns that need no agreement
    const bool several = columns.known >= 2 && (columns.readable || columns.reachable)
                         && (agreeing * few >= sizes.size() || columns.known >= sure)
                         && (!sizes.empty() || !whole);
    const bool one =
        columns.known == 1 && columns.readable && agreeing == sizes.size() && sizes.size() >= 2;
    if (!several && !one) return std::nullopt;
    Candidate found;
    found.head = {form, distinct(std::move(first->cells)), says_divider};
    found.known = columns.known;
    found.agreeing = sizes.empty() ? 0 : agreeing * 100 / sizes.size();
    return found;
}

}  // namespace

std::optional<TableHead> table_head(std::string_view beginning, const FieldNames& names,
                                    bool whole) {
    const bool backslash = beginning.find("\\\"") != std::string_view::npos
                           && beginning.find("\"\"") == std::string_view::npos;
    const auto stated = stated_divider(beginning);
    std::optional<Candidate> best;
    for (const char divider : {',', ';', '\t', '|'}) {
        if (stated && *stated != divider) continue;
        auto found = candidate(beginning, names, whole, {divider, backslash}, stated.has_value());
        if (!found) continue;
        if (!best
            || std::pair(found->known, found->agreeing) > std::pair(best->known, best->agreeing)) {
            best = std::move(found);
        }
    }
    if (!best) return std::nullopt;
    return std::move(best->head);
}

void decode_cells(std::vector<std::string>& cells) {
    const bool valid = std::all_of(cells.begin(), cells.end(),
                                   [](const std::string& cell) { return archive::is_utf8(cell); });
    if (valid) return;
    std::string row;
    for (auto& cell : cells) {
        std::replace(cell.begin(), cell.end(), cell_mark.front(), ' ');
        if (!row.empty() || &cell != &cells.front()) row += cell_mark;
        row += cell;
    }
    const std::string decoded = decode_text(row).text;
    const auto parts = archive::split(decoded, cell_mark.front());
    for (std::size_t i = 0; i < cells.size(); ++i) {
        cells[i] = i < parts.size() ? std::string(parts[i]) : std::string();
    }
}

}  // namespace indexer
