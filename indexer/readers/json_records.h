// SPDX-License-Identifier: GPL-2.0-or-later
// json_records.h - JSON values to records, for both readers of JSON.
#pragma once

#include "indexer/readers/reader.h"
#include "indexer/readers/record_fields.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <string_view>

namespace indexer {

/// Why a record above limits::json_line_bytes is not read.
archive::Error too_long_record();

/// How the articles of a list inside one value are numbered.
enum class Numbering : std::uint8_t {
    positions,  ///< each the next number
    same,       ///< all like the value they are in
};

class JsonRecords {
public:
    /// All three must outlive this.
    JsonRecords(const FieldNames& names, const Origin& origin, const RecordSink& sink)
        : names_(names), origin_(origin), sink_(sink) {}

    /// Hands over the article in `value`, the articles it wraps, or the reason why it could not be
    /// read. The next free number, or 0 when the sink said stop.
    std::uint64_t hand_over(const archive::Result<nlohmann::json>& value, std::uint64_t number,
                            Numbering numbering, std::string_view reader) const;

private:
    bool article(const nlohmann::json& value, std::uint64_t number, std::string_view reader) const;

    const FieldNames& names_;
    const Origin& origin_;
    const RecordSink& sink_;
};

}  // namespace indexer
