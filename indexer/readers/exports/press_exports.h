// SPDX-License-Identifier: GPL-2.0-or-later
// press_exports.h - The press databases whose exports are read, in one table.
//
// A row says how an export begins, where its next document begins, and what a document holds. Text
// of an export is read the same whether it lies in a text file, an RTF file or a Word document.
#pragma once

#include "indexer/readers/exports/pieces.h"
#include "indexer/readers/exports/press_document.h"
#include "indexer/readers/reader.h"

#include <string_view>
#include <vector>

namespace indexer {

struct PressExport {
    std::string_view name;  ///< the format's: "nexis"
    bool (*begins)(std::string_view head);
    NextStart next_start;
    std::vector<PressDocument> (*documents)(std::string_view piece);  ///< of text in UTF-8
};

/// The export that a text beginning with `head` is, or null.
const PressExport* text_export(std::string_view head);

/// The export that a page beginning with `head` (or all of it) is, or null.
const PressExport* page_export(std::string_view head);

/// Reads the documents of `kind` from `bytes`: each document a record, numbered by its position.
/// What is none, such as a cover page, is skipped. False when `sink` said stop.
bool read_export(const PressExport& kind, Bytes& bytes, const Origin& origin,
                 const RecordSink& sink);

/// Reads the exports of one database, in all forms that are text or a page.
class PressExportReader final : public Reader {
public:
    /// `name` is one of the table's.
    explicit PressExportReader(std::string_view name) : name_(name) {}

    std::string_view name() const override { return name_; }
    bool recognises(std::string_view head) const override;
    void read(Bytes& bytes, const Origin& origin, const RecordSink& sink) const override;

private:
    const PressExport* kind(std::string_view head) const;

    std::string_view name_;
};

}  // namespace indexer
