// SPDX-License-Identifier: GPL-2.0-or-later
// newsml_1.h - News items in NewsML 1.0 to 1.2, the first NewsML.
//
// An item is known by provider, day and id; a higher revision replaces a lower one, and a status
// "Canceled" takes the article back. Its text is the first component of the role Main that has one,
// else the first at all; components that are captions belong to its pictures.
#pragma once

#include "indexer/readers/reader.h"

#include <string_view>

namespace indexer {

class Newsml1Reader final : public Reader {
public:
    std::string_view name() const override { return "newsml-1"; }
    bool recognises(std::string_view head) const override;
    void read(Bytes& bytes, const Origin& origin, const RecordSink& sink) const override;
};

}  // namespace indexer
