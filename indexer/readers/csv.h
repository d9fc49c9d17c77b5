// SPDX-License-Identifier: GPL-2.0-or-later
// csv.h - Tables of articles: CSV, TSV, and tables divided by semicolons or bars.
//
// The first row names the columns, by the table of record_fields.h; each row below is a record, and
// its number counts from the first of them. A row with too many or too few cells is rejected: what
// stands in the wrong column would be worse than nothing.
#pragma once

#include "indexer/readers/reader.h"
#include "indexer/readers/record_fields.h"

#include <string_view>
#include <utility>

namespace indexer {

class CsvReader final : public Reader {
public:
    /// `fields` says which names mean what.
    explicit CsvReader(FieldNames fields) : fields_(std::move(fields)) {}

    std::string_view name() const override { return "csv"; }
    bool recognises(std::string_view head) const override;
    void read(Bytes& bytes, const Origin& origin, const RecordSink& sink) const override;

private:
    FieldNames fields_;
};

}  // namespace indexer
