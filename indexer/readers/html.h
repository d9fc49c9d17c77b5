// SPDX-License-Identifier: GPL-2.0-or-later
// html.h - One article in an HTML page.
//
// Also XHTML, and pages without their outer tags.
#pragma once

#include "indexer/readers/reader.h"

#include <string>
#include <string_view>

namespace indexer {

/// The name of the first tag of markup, lower case: "html", "nitf", "rdf:rdf"; empty for what does
/// not begin like markup. Comments, declarations and white space before it do not count.
std::string first_tag(std::string_view head);

class HtmlReader final : public Reader {
public:
    std::string_view name() const override { return "html"; }
    bool recognises(std::string_view head) const override;
    void read(Bytes& bytes, const Origin& origin, const RecordSink& sink) const override;
};

}  // namespace indexer
