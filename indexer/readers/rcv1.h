// SPDX-License-Identifier: GPL-2.0-or-later
// rcv1.h - News items in the XML of the Reuters corpora (RCV1, RCV2, TRC2).
#pragma once

#include "indexer/readers/reader.h"

#include <string_view>

namespace indexer {

class Rcv1Reader final : public Reader {
public:
    std::string_view name() const override { return "rcv1"; }
    bool recognises(std::string_view head) const override;
    void read(Bytes& bytes, const Origin& origin, const RecordSink& sink) const override;
};

}  // namespace indexer
