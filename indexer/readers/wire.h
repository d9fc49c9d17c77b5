// SPDX-License-Identifier: GPL-2.0-or-later
// wire.h - Messages of agencies as teleprinters carried them: IPTC 7901, and ANPA 1312.
//
// SOH header STX text ETX trailer EOT, several of them in a file or one. The two differ in what
// stands in header and text; the article comes from wire_article.h.
#pragma once

#include "indexer/readers/reader.h"

#include <string_view>

namespace indexer {

class WireReader final : public Reader {
public:
    std::string_view name() const override { return "wire"; }
    bool recognises(std::string_view head) const override;
    void read(Bytes& bytes, const Origin& origin, const RecordSink& sink) const override;
};

}  // namespace indexer
