// SPDX-License-Identifier: GPL-2.0-or-later
// jsonl.h - Articles in JSON, one a line.
//
// A line that can't be read costs that line. A record's number is its line; blank lines count as
// lines and are no records.
#pragma once

#include "indexer/readers/reader.h"
#include "indexer/readers/record_fields.h"

#include <string_view>
#include <utility>

namespace indexer {

class JsonlReader final : public Reader {
public:
    /// `fields` says which names mean what.
    explicit JsonlReader(FieldNames fields) : fields_(std::move(fields)) {}

    std::string_view name() const override { return "jsonl"; }
    bool recognises(std::string_view head) const override;
    void read(Bytes& bytes, const Origin& origin, const RecordSink& sink) const override;

private:
    FieldNames fields_;
};

}  // namespace indexer
