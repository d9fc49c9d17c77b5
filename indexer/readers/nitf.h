// SPDX-License-Identifier: GPL-2.0-or-later
// nitf.h - One article in NITF, the format of newspapers' systems and of older agency services.
#pragma once

#include "indexer/readers/agency_text.h"
#include "indexer/readers/reader.h"
#include "indexer/readers/stated_fields.h"
#include "indexer/readers/xml_tree.h"

#include <string_view>

namespace indexer {

/// What an <nitf> element says and holds. Also for NITF inside NewsML.
struct NitfArticle {
    StatedFields stated;
    AgencyText text;
    bool withdrawn = false;  ///< its management-status takes it back
};
NitfArticle nitf_article(const XmlNode& nitf);

/// Whether a status takes an article back: "canceled", "stat:withheld", "Killed".
bool is_withdrawal(std::string_view status);

class NitfReader final : public Reader {
public:
    std::string_view name() const override { return "nitf"; }
    bool recognises(std::string_view head) const override;
    void read(Bytes& bytes, const Origin& origin, const RecordSink& sink) const override;
};

}  // namespace indexer
