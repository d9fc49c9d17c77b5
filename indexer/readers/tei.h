// SPDX-License-Identifier: GPL-2.0-or-later
// tei.h - The articles of a TEI document: those its text is divided into, else the text as one.
#pragma once

#include "indexer/readers/reader.h"

#include <string_view>

namespace indexer {

class TeiReader final : public Reader {
public:
    std::string_view name() const override { return "tei"; }
    bool recognises(std::string_view head) const override;
    void read(Bytes& bytes, const Origin& origin, const RecordSink& sink) const override;
};

}  // namespace indexer
