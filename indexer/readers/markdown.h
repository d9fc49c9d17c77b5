// SPDX-License-Identifier: GPL-2.0-or-later
// markdown.h - One article in Markdown below front matter, as site generators keep it.
//
// Front matter is YAML between lines of "---", TOML between lines of "+++", or a JSON object. Its
// fields go by the table of record_fields.h. Markdown without front matter is plain text to us.
#pragma once

#include "indexer/readers/reader.h"
#include "indexer/readers/record_fields.h"

#include <string_view>
#include <utility>

namespace indexer {

class MarkdownReader final : public Reader {
public:
    /// `fields` says which names mean what.
    explicit MarkdownReader(FieldNames fields) : fields_(std::move(fields)) {}

    std::string_view name() const override { return "markdown"; }
    bool recognises(std::string_view head) const override;

    /// A draft is skipped; front matter that nobody can read is rejected.
    void read(Bytes& bytes, const Origin& origin, const RecordSink& sink) const override;

private:
    FieldNames fields_;
};

}  // namespace indexer
