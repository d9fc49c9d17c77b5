// SPDX-License-Identifier: GPL-2.0-or-later
// pdf.h - The articles of a PDF document that holds text.
//
// A release or a report is one article; the pages of a newspaper are divided by their columns and
// sizes of type. What the document says of itself is weak: programs write it.
#pragma once

#include "indexer/readers/reader.h"

#include <string_view>

namespace indexer {

class PdfReader final : public Reader {
public:
    std::string_view name() const override { return "pdf"; }
    bool recognises(std::string_view head) const override;
    void read(Bytes& bytes, const Origin& origin, const RecordSink& sink) const override;
};

}  // namespace indexer
