// SPDX-License-Identifier: GPL-2.0-or-later
// newsml_g2.h - News items in NewsML-G2: one, or a message of several.
//
// An item is known by its guid; a higher version replaces a lower one, and a status such as
// "stat:canceled" takes the article back. Packages, planning, concepts, pictures and films without
// a text are no articles.
#pragma once

#include "indexer/readers/reader.h"

#include <string_view>

namespace indexer {

class NewsmlG2Reader final : public Reader {
public:
    std::string_view name() const override { return "newsml-g2"; }
    bool recognises(std::string_view head) const override;
    void read(Bytes& bytes, const Origin& origin, const RecordSink& sink) const override;
};

}  // namespace indexer
