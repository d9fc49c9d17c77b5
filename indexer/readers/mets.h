// SPDX-License-Identifier: GPL-2.0-or-later
// mets.h - The articles of a digitised newspaper's issue: METS with its ALTO pages.
//
// The METS file says which stretches of which pages are one article; the pages lie beside it, in
// its folder or its container, and are opened from here. What no article holds comes as one more
// record a page, so that no text is lost.
#pragma once

#include "indexer/readers/mets_issue.h"
#include "indexer/readers/reader.h"

#include <string_view>

namespace indexer {

class MetsReader final : public Reader {
public:
    std::string_view name() const override { return "mets"; }
    bool recognises(std::string_view head) const override { return is_mets(head); }
    void read(Bytes& bytes, const Origin& origin, const RecordSink& sink) const override;
};

}  // namespace indexer
