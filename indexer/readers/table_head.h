// SPDX-License-Identifier: GPL-2.0-or-later
// table_head.h - Tells a table of articles by its first rows: how it is written, and its columns.
#pragma once

#include "indexer/readers/record_fields.h"
#include "indexer/readers/table_rows.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace indexer {

struct TableHead {
    TableForm form;
    std::vector<std::string> columns;  ///< names as written, UTF-8, each once; none is empty
    bool says_divider = false;         ///< a line "sep=;" stands before the columns
};

/// Reads the beginning of a file. `whole` tells that it is all of the file. Of the dividers comma,
/// semicolon, tab and bar the one is taken under which most columns are fields that `names` knows,
/// then the one that most of the first 50 rows agree with. Nothing when no first row names a title,
/// a text or an address.
std::optional<TableHead> table_head(std::string_view beginning, const FieldNames& names,
                                    bool whole);

/// The cells of a row in UTF-8. A row in another charset is decoded as a whole: a title alone would
/// not show which charset it is.
void decode_cells(std::vector<std::string>& cells);

}  // namespace indexer
