// SPDX-License-Identifier: GPL-2.0-or-later
// text.h - One article in plain text, such as a saved page or a wire message.
//
// The last of all readers: what no other format claims and reads like text.
#pragma once

#include "indexer/readers/reader.h"

#include <string_view>

namespace indexer {

/// Whether `head` reads like text in some encoding: hardly any control characters.
bool reads_like_text(std::string_view head);

class TextReader final : public Reader {
public:
    std::string_view name() const override { return "text"; }
    bool recognises(std::string_view head) const override;
    void read(Bytes& bytes, const Origin& origin, const RecordSink& sink) const override;
};

}  // namespace indexer
