// SPDX-License-Identifier: GPL-2.0-or-later
// json.h - Articles in JSON: one object, a list of them, or the answer of a news service.
//
// {"title": ..}, [{"title": ..}, ..], {"articles": [..]}, or one object after another over several
// lines. Objects are cut out by their brackets while the file is read, so a list may have any
// length, and one that is damaged costs no other. A record's number is its position.
#pragma once

#include "indexer/readers/reader.h"
#include "indexer/readers/record_fields.h"

#include <string_view>
#include <utility>

namespace indexer {

class JsonReader final : public Reader {
public:
    /// `fields` says which names mean what.
    explicit JsonReader(FieldNames fields) : fields_(std::move(fields)) {}

    std::string_view name() const override { return "json"; }
    bool recognises(std::string_view head) const override;
    void read(Bytes& bytes, const Origin& origin, const RecordSink& sink) const override;

private:
    FieldNames fields_;
};

}  // namespace indexer
