// SPDX-License-Identifier: GPL-2.0-or-later
// mail.h - Mail: single messages (.eml) and mailboxes (mbox) of any length.
//
// What newsrooms keep as mail: newsletters, releases, messages of lists. A mailbox is cut at its
// "From " lines, and each message is a record.
#pragma once

#include "indexer/readers/reader.h"

namespace indexer {

class MailReader final : public Reader {
public:
    std::string_view name() const override { return "mail"; }
    bool recognises(std::string_view head) const override;
    void read(Bytes& bytes, const Origin& origin, const RecordSink& sink) const override;
};

}  // namespace indexer
