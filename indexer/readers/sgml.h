// SPDX-License-Identifier: GPL-2.0-or-later
// sgml.h - Collections of newswire in SGML: Reuters-21578, and those of TREC and its kin.
//
// <REUTERS NEWID="1"><DATE>26-FEB-1987 15:01:01.79</DATE>...<BODY>..&#3;</BODY></REUTERS>, or
// <DOC><DOCNO> AP880212-0001 </DOCNO><HEAD>..</HEAD><TEXT>..</TEXT></DOC>. No parser of XML reads
// them: one file holds many roots, end tags are missing, "&" and "<" stand for themselves.
#pragma once

#include "indexer/readers/reader.h"

#include <string_view>

namespace indexer {

class SgmlReader final : public Reader {
public:
    std::string_view name() const override { return "sgml"; }
    bool recognises(std::string_view head) const override;
    void read(Bytes& bytes, const Origin& origin, const RecordSink& sink) const override;
};

}  // namespace indexer
